//! Styles and scripts that stand in a page, let in by their digests alone.

use anyhow::bail;

use crate::digest;

/// The digests of what stands in a page, as a policy takes them.
#[derive(Default)]
pub struct Digests {
    scripts: Vec<String>,
    styles: Vec<String>,
}

impl Digests {
    /// A script's element; `attributes` begin with a blank, if there are any.
    pub fn script(&mut self, attributes: &str, script: &str) -> anyhow::Result<String> {
        can_stand_in_a_page(script, "</script")?;
        self.scripts.push(format!("'{}'", digest::integrity(script.as_bytes())));
        Ok(format!("<script{attributes}>{script}</script>"))
    }

    /// A style's element.
    pub fn style(&mut self, css: &str) -> anyhow::Result<String> {
        can_stand_in_a_page(css, "</style")?;
        self.styles.push(format!("'{}'", digest::integrity(css.as_bytes())));
        Ok(format!("<style>{css}</style>"))
    }

    /// Those of scripts.
    pub fn scripts(&self) -> String {
        self.scripts.join(" ")
    }

    /// Those of styles.
    pub fn styles(&self) -> String {
        self.styles.join(" ")
    }
}

/// What ends the element, or begins what HTML takes for a comment, would have to be written otherwise; and a carriage
/// return does not arrive as it is written, so that the digest would be another's.
fn can_stand_in_a_page(text: &str, end: &'static str) -> anyhow::Result<()> {
    let text = text.to_ascii_lowercase();
    match [end, "<!--", "\r"].into_iter().find(|refused| text.contains(refused)) {
        Some(refused) => bail!("a script or style with `{refused}` in it cannot stand in the page"),
        None => Ok(()),
    }
}

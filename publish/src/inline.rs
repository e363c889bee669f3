//! Styles and scripts that stand in a page, let in by their digests alone.

use anyhow::bail;

use crate::digest;

/// The digests of the scripts and styles in a page, as a policy takes them.
#[derive(Default)]
pub struct Digests {
    scripts: Vec<String>,
    styles: Vec<String>,
}

impl Digests {
    /// Makes a script's element, and notes its digest. `attributes` begin with a blank, if there are any.
    pub fn script(&mut self, attributes: &str, script: &str) -> anyhow::Result<String> {
        can_stand_in_a_page(script, "</script")?;
        self.scripts.push(format!("'{}'", digest::integrity(script.as_bytes())));
        Ok(format!("<script{attributes}>{script}</script>"))
    }

    /// Makes a style's element, and notes its digest.
    pub fn style(&mut self, css: &str) -> anyhow::Result<String> {
        can_stand_in_a_page(css, "</style")?;
        self.styles.push(format!("'{}'", digest::integrity(css.as_bytes())));
        Ok(format!("<style>{css}</style>"))
    }

    /// Returns the digests of scripts, parted by blanks.
    pub fn scripts(&self) -> String {
        self.scripts.join(" ")
    }

    /// Returns the digests of styles, parted by blanks.
    pub fn styles(&self) -> String {
        self.styles.join(" ")
    }
}

/// Checks that a text can stand in an element as it is. The element's end, and what HTML takes for a comment, would have to be
/// written otherwise; and a browser changes a carriage return, and so the digest.
fn can_stand_in_a_page(text: &str, end: &'static str) -> anyhow::Result<()> {
    let text = text.to_ascii_lowercase();
    match [end, "<!--", "\r"].into_iter().find(|refused| text.contains(refused)) {
        Some(refused) => bail!("a script or style with `{refused}` in it cannot stand in the page"),
        None => Ok(()),
    }
}

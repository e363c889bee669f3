//! Styles and scripts that stand in a page, let in by their digests alone.

use anyhow::bail;

use crate::digest;

/// What cannot stand in a script or a style as it is: an element's end and what HTML takes for a comment would have to be written
/// otherwise; and a browser changes a carriage return, and so the digest.
const REFUSED: [&str; 4] = ["</script", "</style", "<!--", "\r"];

/// The digests of the scripts and styles in a page, as a policy takes them.
#[derive(Default)]
pub struct Digests {
    /// The digests of scripts.
    pub scripts: Vec<String>,
    /// The digests of styles.
    pub styles: Vec<String>,
}

impl Digests {
    /// Notes the digest of a script that is put into the page, and returns the script.
    pub fn script<'a>(&mut self, script: &'a str) -> anyhow::Result<&'a str> {
        self.scripts.push(inside(script)?);
        Ok(script)
    }

    /// Notes the digest of a style that is put into the page, and returns the style's element.
    pub fn style(&mut self, css: &str) -> anyhow::Result<String> {
        self.styles.push(inside(css)?);
        Ok(format!("<style>{css}</style>"))
    }
}

/// Returns the digest of a text that is put into the page as it is. It is an error if it cannot be.
fn inside(text: &str) -> anyhow::Result<String> {
    let small = text.to_ascii_lowercase();
    if let Some(refused) = REFUSED.into_iter().find(|refused| small.contains(refused)) {
        bail!("a script or style with `{refused}` in it cannot stand in the page");
    }
    Ok(format!("'{}'", digest::integrity(text.as_bytes())))
}

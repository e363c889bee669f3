//! The page's elements that name files.

use anyhow::Context as _;
use lol_html::html_content::Element;
use lol_html::{RewriteStrSettings, element, rewrite_str};

use crate::PAGE;

/// The attribute that only the script that starts the app has: it names the module around the program.
pub const MODULE: &str = "data-module";

/// Changes every `<link>` of the page (the style sheet, the icon, what is loaded ahead) and every script that is a file, in the
/// page's order.
pub fn changed(
    page: &str,
    mut change: impl FnMut(&mut Element) -> anyhow::Result<()>,
) -> anyhow::Result<String> {
    let change = element!("link, script[src]", |element| Ok(change(element)?));
    let settings = RewriteStrSettings::new().append_element_content_handler(change);
    Ok(rewrite_str(page, settings)?)
}

/// Returns the file that an attribute names.
pub fn file(element: &Element, attribute: &str) -> anyhow::Result<String> {
    let address = element.get_attribute(attribute);
    let address = address.with_context(|| format!("`{attribute}` has to be in {PAGE}"))?;
    Ok(address.trim_start_matches("./").to_owned())
}

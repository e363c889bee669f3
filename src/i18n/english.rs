//! English, built in: what is shown where a language has no words of its own, and natively.

use std::sync::LazyLock;

use super::{Catalog, Message};

static ENGLISH: LazyLock<Catalog> =
    LazyLock::new(|| Catalog::read(include_str!("../../i18n/en.json")).unwrap_or_else(|_| Catalog::empty()));

/// The message in English. A key that is not there is shown as `⧼key⧽`, as MediaWiki does; a test keeps that
/// from happening.
pub fn english(message: &Message) -> String {
    let rendered = ENGLISH.try_render(message, &english_category);
    rendered.unwrap_or_else(|| format!("⧼{}⧽", message.key))
}

/// English's plural rule for whole and broken numbers: exactly 1 is `one`.
pub(super) fn english_category(number: f64) -> &'static str {
    if number == 1.0 { "one" } else { "other" }
}

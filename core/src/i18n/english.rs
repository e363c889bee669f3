//! English, built in: what is shown where a language has no words of its own, and natively.

use std::sync::{LazyLock, OnceLock};

use super::render::english_category;
use super::{Catalog, Message};

/// The English catalog that is there from the start: all of it.
#[cfg(not(split))]
const FIRST: &str = include_str!("../../../i18n/en.json");
/// The English catalog that is there from the start, without what comes with the late part: `i18n/build.mjs` parts it.
#[cfg(split)]
const FIRST: &str = include_str!("../../../.built/english/first.json");

static ENGLISH: LazyLock<Catalog> = LazyLock::new(|| read(FIRST));
static LATE: OnceLock<Catalog> = OnceLock::new();

fn read(words: &str) -> Catalog {
    Catalog::read(words).unwrap_or_else(|_| Catalog::empty())
}

/// Adds the English messages of the late part, once it is there.
pub fn learn_english(words: &str) {
    let _ = LATE.set(read(words));
}

/// Returns the keys of the late part's English messages, sorted; none before it is there. Other languages' late messages come in this order.
pub fn late_keys() -> Vec<&'static str> {
    LATE.get().map(|late| late.keys().collect()).unwrap_or_default()
}

/// Renders the message in English. A key that is not there is shown as `⧼key⧽`, as MediaWiki does; a test keeps that from
/// happening.
pub fn english(message: &Message) -> String {
    let rendered = ENGLISH.try_render(message, &english_category);
    let late = || LATE.get()?.try_render(message, &english_category);
    rendered.or_else(late).unwrap_or_else(|| format!("⧼{}⧽", message.key))
}

impl Catalog {
    /// Renders the message in this language, in English where it is not translated.
    ///
    /// `plural` names a number's CLDR category in this language (`one`, `few`, …). A parameter that
    /// `{{PLURAL:…}}` counts has to be a plain number (`1200`, `1.5`); words take the last form.
    pub fn render(&self, message: &Message, plural: &dyn Fn(f64) -> &'static str) -> String {
        self.try_render(message, plural).unwrap_or_else(|| english(message))
    }
}

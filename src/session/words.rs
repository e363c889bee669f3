//! Messages in the reader's language.
//!
//! There is one language at a time. When it changes, the whole screen is made anew, so words are plain texts and no signals.
//!
//! Words that can change while their element stays, such as counts, are set as its `prop:textContent`. As a text node they
//! would stay as they are once the browser has translated the page: that puts nodes of its own in the place of ours.

use std::cell::RefCell;
use std::rc::Rc;

use crate::browser::{intl, network, page};
use report::i18n::{Catalog, Message, direction, english};

/// A language other than English, with its words.
struct Words {
    code: String,
    catalog: Catalog,
}

thread_local! {
    /// The reader's language; none for English, which is built in.
    static WORDS: RefCell<Option<Rc<Words>>> = const { RefCell::new(None) };
}

/// The reason why a language cannot be shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LanguageError {
    /// A language without a file.
    Unknown,
    /// A file of words that did not arrive, or cannot be read.
    NotLoaded,
}

/// Returns a message without parameters, by its key, in the reader's language.
pub fn t(key: &'static str) -> String {
    say(&Message::new(key))
}

/// Writes a message in the reader's language.
pub fn say(message: &Message) -> String {
    match WORDS.with_borrow(Clone::clone) {
        Some(words) => words.catalog.render(message, &|number| intl::plural(&words.code, number)),
        None => english(message),
    }
}

/// Returns the code of the reader's language.
pub fn language() -> String {
    WORDS.with_borrow(|words| words.as_ref().map_or("en", |words| words.code.as_str()).to_owned())
}

/// Makes a language the reader's: fetches its words, unless it is English, and tells the page. All that is on the screen has to
/// be made anew afterwards.
///
/// # Errors
/// [`LanguageError`]; the language stays as it was.
pub async fn speak(code: &str) -> Result<(), LanguageError> {
    let languages = page::languages();
    let code = languages.iter().find(|known| *known == code).ok_or(LanguageError::Unknown)?;
    let words = if code == "en" { None } else { Some(Rc::new(load(code).await?)) };
    WORDS.set(words);
    page::set_language(code, direction(code));
    Ok(())
}

async fn load(code: &str) -> Result<Words, LanguageError> {
    let file = network::fetch_text(&format!("i18n/{code}.json")).await.ok_or(LanguageError::NotLoaded)?;
    let catalog = Catalog::read(&file).map_err(|_| LanguageError::NotLoaded)?;
    let categories = intl::plural_categories(code);
    let categories: Vec<&str> = categories.iter().map(String::as_str).collect();
    Ok(Words { code: code.to_owned(), catalog: catalog.with_plural_order(&categories) })
}

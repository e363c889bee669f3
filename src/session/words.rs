//! Messages in the reader's language.
//!
//! There is one language at a time. When it changes, the whole screen is made anew, so words are plain texts and no signals.
//!
//! Words that can change while their element stays, such as counts, are set as its `prop:textContent`. As a text node they
//! would stay as they are once the browser has translated the page: that puts nodes of its own in the place of ours.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use futures_util::future::join;

use crate::browser::{intl, network, page};
use report::i18n::{Catalog, Language, Message, english};

/// A language other than English, with its words.
#[derive(Clone)]
struct Words {
    language: Language,
    catalog: Catalog,
    /// Whether the browser has words for dates and amounts in it.
    has_intl: bool,
}

thread_local! {
    /// The reader's language; none for English, which is built in.
    static WORDS: RefCell<Option<Rc<Words>>> = const { RefCell::new(None) };
    /// Whether the words of what comes late are wanted, too.
    static WITH_LATE: Cell<bool> = const { Cell::new(!cfg!(split)) };
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
    match spoken() {
        Some(words) => words.catalog.render(message, &|number| intl::plural(&words.language.tag, number)),
        None => english(message),
    }
}

/// Writes the message of a key that only the run knows; `None` in English, and where the reader's language does not have it.
pub fn translated(key: &str, parameters: &[String]) -> Option<String> {
    let words = spoken()?;
    words.catalog.text(key, parameters, &|number| intl::plural(&words.language.tag, number))
}

/// Writes what the browser lacks in the reader's language, by the key of `i18n/supplement.mjs`; `None` where it lacks nothing, and for
/// what is not known.
pub(super) fn supplement(key: &str, parameters: &[String]) -> Option<String> {
    let is_needed = spoken().is_some_and(|words| !words.has_intl);
    is_needed.then(|| translated(key, parameters)).flatten()
}

/// Writes digits as the reader's language has them.
pub(super) fn in_own_digits(text: &str) -> String {
    spoken().map_or_else(|| text.to_owned(), |words| words.catalog.in_own_digits(text))
}

/// Returns whether the reader's language is English.
pub fn is_english() -> bool {
    spoken().is_none()
}

/// Returns the code of the reader's language.
pub fn language() -> String {
    spoken().map_or_else(|| "en".to_owned(), |words| words.language.code.clone())
}

/// Returns the tag of the reader's language by BCP 47, for `Intl` and the attribute `lang`.
pub fn language_tag() -> String {
    spoken().map_or_else(|| "en".to_owned(), |words| words.language.tag.clone())
}

/// Makes a language the reader's: fetches its words, unless it is English, and tells the page. All that is on the screen has to
/// be made anew afterwards.
///
/// # Errors
/// [`LanguageError`]; the language stays as it was.
pub async fn speak(code: &str) -> Result<(), LanguageError> {
    let languages = page::languages();
    let language = languages.into_iter().find(|known| known.code == code).ok_or(LanguageError::Unknown)?;
    let words = if code == "en" { None } else { Some(Rc::new(load(language.clone()).await?)) };
    page::set_language(&language);
    WORDS.set(words);
    Ok(())
}

fn spoken() -> Option<Rc<Words>> {
    WORDS.with_borrow(Clone::clone)
}

/// Fetches the words of what comes late in the reader's language, and from now on in each that is chosen. English has them in the program;
/// where they do not arrive they are English.
pub(super) async fn learn_late() {
    WITH_LATE.set(true);
    let Some(before) = spoken() else { return };
    let Ok(late) = read(&before.language, LATE).await else { return };
    // Another language may be spoken by now, which has come with them.
    if let Some(now) = spoken().filter(|now| now.language == before.language) {
        let words = (*now).clone();
        WORDS.set(Some(Rc::new(Words { catalog: words.catalog.with(late), ..words })));
    }
}

/// The ends of the names of a language's two files: what is needed first, and what only the part needs that comes late.
const FIRST: &str = ".json";
const LATE: &str = ".late.json";

async fn read(language: &Language, part: &str) -> Result<Catalog, LanguageError> {
    let file = network::fetch_text(&format!("i18n/{}{part}", language.code)).await;
    Catalog::read(&file.ok_or(LanguageError::NotLoaded)?).map_err(|_| LanguageError::NotLoaded)
}

async fn load(language: Language) -> Result<Words, LanguageError> {
    let late = async { if WITH_LATE.get() { read(&language, LATE).await.map(Some) } else { Ok(None) } };
    let (first, late) = join(read(&language, FIRST), late).await;
    let catalog = match late? {
        Some(late) => first?.with(late),
        None => first?,
    };
    let categories = intl::plural_categories(&language.tag);
    let categories: Vec<&str> = categories.iter().map(String::as_str).collect();
    let mut catalog = catalog.with_plural_order(&categories);
    if language.direction == "rtl" {
        catalog = catalog.right_to_left();
    }
    let has_intl = intl::has_words(&language.tag);
    let digits =
        if has_intl { Some(intl::digits(&language.tag)) } else { catalog.text("@digits", &[], &|_| "other") };
    Ok(Words { language, catalog: catalog.with_digits(&digits.unwrap_or_default()), has_intl })
}

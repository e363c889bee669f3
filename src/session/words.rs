//! Messages in the reader's language.
//!
//! There is one language at a time. When it changes, the whole screen is made anew, so words are plain texts, not
//! signals.
//!
//! Words that can change while their element stays, such as counts, are set as its `prop:textContent`. As text nodes
//! they would no longer change once the browser has translated the page, as that replaces the nodes.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use futures_util::future::join3;

use crate::browser::{intl, network, page};
use report::i18n::{Catalog, Direction, Language, Message, english, late_keys};

/// A language other than English, with its words.
#[derive(Clone)]
struct Words {
    language: Language,
    catalog: Catalog,
    /// Whether the browser has words for dates and amounts in it.
    has_intl: bool,
}

thread_local! {
    /// The reader's language; `None` for English, which is built in.
    static WORDS: RefCell<Option<Rc<Words>>> = const { RefCell::new(None) };
    /// The number of the language that was asked for last.
    static ASKED: Cell<u32> = const { Cell::new(0) };
    /// Whether the late part's words are wanted, too.
    static WITH_LATE: Cell<bool> = const { Cell::new(!cfg!(split)) };
}

/// The error that a language's words did not arrive or cannot be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NotLoaded;

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

/// Writes the message of a key that is known only at run time; `None` in English, and if the reader's language does
/// not have it.
pub fn translated(key: &str, parameters: &[String]) -> Option<String> {
    let words = spoken()?;
    words.catalog.text(key, parameters, &|number| intl::plural(&words.language.tag, number))
}

/// Writes words that the browser lacks in the reader's language, by their key in `i18n/supplement.mjs`; `None` if the
/// browser lacks nothing or the key is not known.
pub(super) fn supplement(key: &str, parameters: &[String]) -> Option<String> {
    let is_needed = spoken().is_some_and(|words| !words.has_intl);
    is_needed.then(|| translated(key, parameters)).flatten()
}

/// Replaces the digits in a text by those of the reader's language.
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

/// Makes a language the reader's: fetches its words, unless it is English, and sets the page's language. Everything on
/// the screen has to be made anew afterwards. Returns whether it was done: a language that was asked for later wins,
/// however long either takes.
///
/// # Errors
/// [`NotLoaded`]; the language stays as it was.
pub async fn speak(language: Language) -> Result<bool, NotLoaded> {
    let mine = ASKED.get().wrapping_add(1);
    ASKED.set(mine);
    let loaded = if language.code == "en" { Ok(None) } else { load(&language).await.map(Some) };
    if ASKED.get() != mine {
        return Ok(false);
    }
    let words = loaded?.map(Rc::new);
    page::set_language(&language);
    WORDS.set(words);
    Ok(true)
}

fn spoken() -> Option<Rc<Words>> {
    WORDS.with_borrow(Clone::clone)
}

/// The late part's words in a language, as they were fetched.
pub(super) struct LateWords {
    language: Language,
    text: String,
}

/// Fetches the late part's words in the reader's language; `None` for English, whose words are in the program, and if
/// they do not arrive.
pub(super) async fn fetch_late() -> Option<LateWords> {
    let language = spoken()?.language.clone();
    Some(LateWords { text: fetch(&language, LATE).await.ok()?, language })
}

/// Takes in the late part's words, once the part is loaded with its English ones. From now on each chosen language is
/// fetched with them; if they did not arrive, they are English.
pub(super) fn learn_late(late: Option<LateWords>) {
    WITH_LATE.set(true);
    // The language may have changed meanwhile, and the new one comes with its own words.
    let Some((late, now)) = late.zip(spoken()).filter(|(late, now)| late.language == now.language) else {
        return;
    };
    if let Ok(late) = Catalog::read_in_order(&late.text, &late_keys()) {
        let words = (*now).clone();
        WORDS.set(Some(Rc::new(Words { catalog: words.catalog.with(late), ..words })));
    }
}

/// The endings of the names of a language's two files: the words needed first, and those of the late part.
const FIRST: &str = ".json";
const LATE: &str = ".late.json";

async fn fetch(language: &Language, part: &str) -> Result<String, NotLoaded> {
    network::fetch_text(&format!("i18n/{}{part}", language.code)).await.ok_or(NotLoaded)
}

async fn load(language: &Language) -> Result<Words, NotLoaded> {
    let late = async { if WITH_LATE.get() { fetch(language, LATE).await.map(Some) } else { Ok(None) } };
    // While the files are on their way: a browser loads its own words of a language when they are first needed.
    let tag = &language.tag;
    let own = async { (intl::plural_categories(tag), intl::has_words(tag).then(|| intl::digits(tag))) };
    let (first, late, (categories, digits)) = join3(fetch(language, FIRST), late, own).await;
    let mut catalog = Catalog::read(&first?).map_err(|_| NotLoaded)?;
    if let Some(late) = late? {
        catalog = catalog.with(Catalog::read_in_order(&late, &late_keys()).map_err(|_| NotLoaded)?);
    }
    let categories: Vec<&str> = categories.iter().map(String::as_str).collect();
    let mut catalog = catalog.with_plural_order(&categories);
    if language.direction == Direction::RightToLeft {
        catalog = catalog.right_to_left();
    }
    let has_intl = digits.is_some();
    let digits = digits.or_else(|| catalog.text("@digits", &[], &|_| "other"));
    Ok(Words {
        language: language.clone(),
        catalog: catalog.with_digits(&digits.unwrap_or_default()),
        has_intl,
    })
}

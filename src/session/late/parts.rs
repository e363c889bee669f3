//! The functions of the late part of the program.

use std::ops::Range;
use std::rc::Rc;

use leptos::ev::KeyboardEvent;
use leptos::prelude::*;

use crate::route::Purpose;
use crate::session::page_copy::PageCopy;
use crate::session::scope::Scope;
use crate::session::suggested_names::SuggestedNames;
use crate::session::{AnswerReader, OpenAnswer};
use report::answer::Markup;
use report::checks::Suggestion;
use report::draft::file::DraftCopy;
use report::draft::{Draft, DraftId};
use report::editing::Change;
use report::form::Section;
use report::i18n::Message;
use report::store::Repository;

/// The functions of the late part. Whatever only they use is in that part, too; a direct call that bypasses this table
/// would move the function back into the first part.
pub struct LateParts {
    /// The English messages of the late part.
    pub words: &'static str,
    /// The view *Review and copy*.
    pub review: fn() -> AnyView,
    /// The report as one text.
    pub text: fn() -> AnyView,
    /// A draft of a form that this version does not know.
    pub other_form: fn(Draft) -> AnyView,
    /// The changes since earlier reports.
    pub changes: fn() -> AnyView,
    /// One question after the other, for a meeting.
    pub meeting: fn() -> AnyView,
    /// The draft's revisions.
    pub history: fn() -> AnyView,
    /// The view in which a report comes in, for a purpose.
    pub import: fn(Purpose) -> AnyView,
    /// Many reports compared.
    pub reports: fn() -> AnyView,
    /// The page as Meta will show it.
    pub page: fn() -> AnyView,
    /// An answer's source in this markup, as a page shows it.
    pub answer: fn(&str, Markup) -> AnyView,
    /// Starts a new year's report from a draft and opens it, or says why not.
    pub start_next: fn(Scope, DraftId, OnFailure),
    /// The texts to choose between where two tabs changed the same field.
    pub conflicts: fn() -> AnyView,
    /// The part of the home screen below the reports.
    pub below_reports: fn() -> AnyView,
    /// The functions that read answers.
    pub reader: AnswerReader,
    /// The advice under a field: the suggestions that are to be shown.
    pub suggestions: fn(OpenAnswer, ReadSignal<Vec<Suggestion>>) -> AnyView,
    /// The button that keeps all answers of a section that came from an earlier report.
    pub keep_all: fn(&'static Section) -> AnyView,
    /// The line that says who wrote an answer last, where that was another person.
    pub written: fn(OpenAnswer) -> AnyView,
    /// Puts into a copy the names of the people who made its edits.
    pub with_names: fn(&Repository, DraftCopy) -> DraftCopy,
    /// Notes that a copy was handed to another person.
    pub note_shared: fn(&Repository, &DraftCopy),
    /// The form for a link, opened with the selected words. The signal holds them while the form is open.
    pub link_form: fn(OpenAnswer, RwSignal<Option<String>>, String) -> AnyView,
    /// The functions that suggest names of languages and countries.
    pub names: NameParts,
    /// A user name in its normal form, if it can be one.
    pub user_name: fn(&str) -> Option<String>,
    /// Removes drafts that have been in the trash for long enough, and calls back when that is done.
    pub sweep: fn(Rc<Repository>, Box<dyn FnOnce()>),
    /// Removes what closed pages have left behind of an open draft.
    pub tidy: fn(Rc<Repository>, DraftId),
    /// The source that pasted text becomes and the messages about it, see [`report::import::pasted`].
    pub pasted: PasteReader,
    /// The link that selected words become under a pasted address, see [`report::editing::linked`].
    pub linked: fn(&str, &Range<usize>, &str) -> Option<Change>,
    /// Copies the page of the open draft, which it finds in the scope, and calls back with the result.
    pub copy_page: fn(Scope, Rc<dyn Fn(PageCopy)>),
    /// The component that keeps the open draft's team folder in step, and shows its messages.
    pub team_folder: fn() -> AnyView,
    /// The ways to share the open report.
    pub share: fn() -> AnyView,
    /// The choice of the language.
    pub language: fn() -> AnyView,
    /// The list of the app's own keys, and the switch for them.
    pub keys: fn() -> AnyView,
}

/// A function that tells the writer why something was not done.
pub type OnFailure = Box<dyn FnOnce(Message)>;

/// A function that reads a paste, its HTML and its plain text, for an answer in a markup.
pub type PasteReader = fn(&str, &str, Markup) -> Option<(String, Vec<Message>)>;

/// The functions that find names and put them into a field.
pub struct NameParts {
    /// Fetches the list of names.
    pub fetch: fn(SuggestedNames),
    /// Finds the names that begin with the typed text.
    pub suggest: fn(SuggestedNames),
    /// Moves through the names by the keyboard; the number is how many there are.
    pub key: fn(SuggestedNames, &KeyboardEvent, usize),
    /// The names as options of a list.
    pub options: fn(SuggestedNames) -> AnyView,
}

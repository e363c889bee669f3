//! What is in the part of the program that comes late, as functions.

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

/// The functions of the part that comes late. Whatever only they use is in that part, too; a call of one of these that does not
/// go through here would bring it back into the first.
pub struct LateParts {
    /// The words of all that, in English.
    pub words: &'static str,
    /// The view *Review and copy*.
    pub review: fn() -> AnyView,
    /// The report as one text.
    pub text: fn() -> AnyView,
    /// A draft of a form that this version does not know.
    pub other_form: fn(Draft) -> AnyView,
    /// What has changed since earlier reports.
    pub changes: fn() -> AnyView,
    /// One question after the other, for a meeting.
    pub meeting: fn() -> AnyView,
    /// Earlier states.
    pub history: fn() -> AnyView,
    /// A report comes in, for this purpose.
    pub import: fn(Purpose) -> AnyView,
    /// Many reports compared.
    pub reports: fn() -> AnyView,
    /// The page as Meta will show it.
    pub page: fn() -> AnyView,
    /// The source of an answer of this markup, as a page shows it.
    pub answer: fn(&str, Markup) -> AnyView,
    /// Starts a new year's report from a draft and opens it, or says why not.
    pub start_next: fn(Scope, DraftId, Told),
    /// The texts to choose between, where two tabs changed the same.
    pub conflicts: fn() -> AnyView,
    /// What stands on the home screen below the reports.
    pub below_reports: fn() -> AnyView,
    /// What reads answers.
    pub reader: AnswerReader,
    /// The advice under a field, as far as it is to be shown.
    pub suggestions: fn(OpenAnswer, ReadSignal<Vec<Suggestion>>) -> AnyView,
    /// What keeps all answers of a section that came from an earlier report.
    pub keep_all: fn(&'static Section) -> AnyView,
    /// Who wrote an answer last, where that was somebody else.
    pub written: fn(OpenAnswer) -> AnyView,
    /// Puts the names of those who made its edits into a copy.
    pub with_names: fn(&Repository, DraftCopy) -> DraftCopy,
    /// Notes that somebody has a copy.
    pub note_shared: fn(&Repository, &DraftCopy),
    /// The form for a link, opened with the words that were selected. The signal has them while the form is open.
    pub link_form: fn(OpenAnswer, RwSignal<Option<String>>, String) -> AnyView,
    /// What suggests names of languages and countries.
    pub names: NameParts,
    /// A user name in its normal form, if it can be one.
    pub user_name: fn(&str) -> Option<String>,
    /// Removes from the trash what has been there for long enough, and says when that is done.
    pub sweep: fn(Rc<Repository>, Box<dyn FnOnce()>),
    /// Removes what the pages of an open draft that are gone have left.
    pub tidy: fn(Rc<Repository>, DraftId),
    /// The source of what is pasted and what to say of it, see [`report::import::pasted`].
    pub pasted: PasteReader,
    /// The link that selected words become under a pasted address, see [`report::editing::linked`].
    pub linked: fn(&str, &Range<usize>, &str) -> Option<Change>,
    /// What copies the page of the open draft, found in the scope, and tells what came of it.
    pub copy_page: fn(Scope, Rc<dyn Fn(PageCopy)>),
    /// What keeps the folder of the open draft in step, and says what is to be said of it.
    pub team_folder: fn() -> AnyView,
    /// The ways to share the open report.
    pub share: fn() -> AnyView,
    /// The choice of the language.
    pub language: fn() -> AnyView,
    /// The list of the app's own keys, and the switch for them.
    pub keys: fn() -> AnyView,
}

/// What tells the writer why something was not done.
pub type Told = Box<dyn FnOnce(Message)>;

/// What reads a paste, its HTML and its plain text, for an answer of a markup.
pub type PasteReader = fn(&str, &str, Markup) -> Option<(String, Vec<Message>)>;

/// What finds names and puts them in.
pub struct NameParts {
    /// Fetches the list of names.
    pub fetch: fn(SuggestedNames),
    /// Looks for names that begin like what is typed.
    pub suggest: fn(SuggestedNames),
    /// Goes through the names, of which there are so many, by the keyboard.
    pub key: fn(SuggestedNames, &KeyboardEvent, usize),
    /// The names as options of a list.
    pub options: fn(SuggestedNames) -> AnyView,
}

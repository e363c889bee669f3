//! Suggestions: advice with a place, words and possibly a fix. A suggestion never changes a question's state.

use std::fmt;
use std::ops::Range;

use crate::form::QuestionId;
use crate::i18n::Message;

/// Advice on one answer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Suggestion {
    /// The id of the advice that is given.
    pub id: SuggestionId,
    /// The question whose answer the advice is about.
    pub question: QuestionId,
    /// The place in the answer's source that the advice is about, in bytes; never empty, always on character borders.
    /// [`utf16_range`](super::utf16_range) converts it to the units of a text field.
    pub place: Range<usize>,
    /// The reason for the advice, and what to do.
    pub message: Message,
    /// The fix that can be applied at once, if there is one.
    pub mend: Option<Mend>,
}

/// A fix: a change to an answer's source that settles a suggestion.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mend {
    /// The place that is replaced, in bytes of the source that the suggestion was made for.
    pub place: Range<usize>,
    /// The text that replaces it; empty to remove it.
    pub replacement: String,
    /// The words on the button that makes the change.
    pub label: Message,
}

impl Mend {
    /// Returns the source with the change made, or unchanged if it has changed meanwhile so that the place is not a
    /// valid range of it.
    #[must_use]
    pub fn apply(&self, text: &str) -> String {
        match (text.get(..self.place.start), text.get(self.place.end..)) {
            (Some(before), Some(after)) if self.place.start <= self.place.end => {
                [before, &self.replacement, after].concat()
            }
            _ => text.to_owned(),
        }
    }
}

/// The places in the app where a suggestion is shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum SuggestionScope {
    /// Beside the answer while it is written, and in the view *Review and copy*.
    Everywhere,
    /// Only in the view *Review and copy*.
    Review,
}

macro_rules! suggestion_ids {
    ($($(#[$doc:meta])* $id:ident = $name:literal,)*) => {
        /// The ids of all advice. The names are stable: files and tests refer to them.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum SuggestionId { $($(#[$doc])* $id,)* }

        impl SuggestionId {
            /// All ids, in the order in which they are declared.
            pub const ALL: &[Self] = &[$(Self::$id,)*];

            /// Returns the stable name, in kebab case.
            pub fn name(self) -> &'static str {
                match self { $(Self::$id => $name,)* }
            }
        }
    };
}

suggestion_ids! {
    /// An answer that is only a placeholder ("TBD"), so that the question counts as empty.
    Placeholder = "placeholder",
    /// An answer from an earlier report, not yet checked.
    CarriedOver = "carried-over",
    /// A link that readers cannot open: behind a login, private, or on the writer's own computer.
    PrivateLink = "private-link",
    /// A link that passes through a service that checks or counts its readers.
    RedirectingLink = "redirecting-link",
    /// A link that tells a site where its readers come from.
    TrackingLink = "tracking-link",
    /// An address that ends too early on the page, at a bar.
    CutLink = "cut-link",
    /// A link without words that say what it is.
    BareLink = "bare-link",
    /// An answer that mentions an existing plan or report without linking it.
    MissingLink = "missing-link",
    /// A user name that no account can have.
    ImpossibleUserName = "impossible-user-name",
    /// A user name with `User:` before it.
    UserPrefix = "user-prefix",
    /// A real name with the user name in brackets behind it.
    NameAndUserName = "name-and-user-name",
    /// Two contacts that are one person.
    SameContact = "same-contact",
    /// Fewer or more than three capacities.
    NotThree = "not-three",
    /// One capacity named twice.
    CapacityTwice = "capacity-twice",
    /// Markup that is shown as typed: a template, tag, table, comment, heading, file or signature.
    ShownAsTyped = "shown-as-typed",
    /// Bold, a heading or a link in the notation of another program.
    OtherNotation = "other-notation",
    /// A list typed with "1." or "•".
    TypedList = "typed-list",
    /// A numbered list made by `#` where a number sign was meant.
    AccidentalList = "accidental-list",
    /// A sign that only a font of another program has.
    UnshownSign = "unshown-sign",
    /// A single word where sentences are asked for.
    OneWord = "one-word",
    /// An answer of "Yes" and nothing else.
    BareYes = "bare-yes",
    /// An answer without a number where one is asked for.
    NoNumber = "no-number",
    /// The name of another affiliate, possibly left over from a copied answer.
    OtherAffiliate = "other-affiliate",
    /// An answer of more than 300 words.
    VeryLong = "very-long",
    /// A reporting year that has not begun.
    YearInFuture = "year-in-future",
    /// A reporting year of the Thai or the Nepali calendar.
    OtherCalendar = "other-calendar",
    /// A reporting year that the reporting period does not touch.
    YearOutsidePeriod = "year-outside-period",
    /// A year before the report's in which something was done, possibly left over from an earlier report.
    OtherYear = "other-year",
    /// An e-mail address on a public page.
    EmailAddress = "email-address",
    /// A telephone number on a public page.
    PhoneNumber = "phone-number",
    /// An answer that is not in English.
    NotEnglish = "not-english",
}

impl SuggestionId {
    /// Returns where this advice is shown.
    pub fn scope(self) -> SuggestionScope {
        match self {
            Self::NotEnglish => SuggestionScope::Review,
            _ => SuggestionScope::Everywhere,
        }
    }

    /// Returns the id with this stable name.
    pub fn of_name(name: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|id| id.name() == name)
    }
}

impl fmt::Display for SuggestionId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}

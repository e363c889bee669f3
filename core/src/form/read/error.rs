//! What can be wrong with a form definition.
//!
//! These words are for people who edit a file under `forms/`, while building and testing. No writer of a report
//! ever sees them, so they stand here in English and not among the messages.

use std::fmt;

/// A mistake in a form definition: which file, where in it, what is wrong. Its display also says how to mend it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FormError {
    /// The file's name, as given to the reader.
    pub file: String,
    /// The place as a path of fields and positions, positions counting from 0: `sections[1].groups[0].title`.
    /// Empty for the whole file.
    pub place: String,
    /// The mistake at the place.
    pub problem: Problem,
}

/// The kinds of mistake in a form definition, each with what was found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Problem {
    /// A file that is not JSON. Lines and columns count from 1.
    NotJson {
        /// The line where reading stopped.
        line: usize,
        /// The column where reading stopped.
        column: usize,
        /// The JSON reader's words for what it found there.
        found: String,
    },
    /// A value of another type than the place needs.
    WrongType {
        /// The type that belongs there, in words.
        wanted: &'static str,
        /// The type that stands there, in words.
        found: &'static str,
    },
    /// A field that is needed and missing.
    Missing,
    /// A field that does not exist.
    UnknownField {
        /// The fields that exist at this place.
        known: &'static [&'static str],
    },
    /// A field that is written twice in one object.
    FieldTwice,
    /// A text or a list that is longer than it may be.
    TooLong {
        /// The greatest number of bytes or items.
        most: usize,
    },
    /// A text without words.
    EmptyText,
    /// A text with blanks at its edge, a line break, or a control character.
    UntidyText(String),
    /// A list without items.
    EmptyList,
    /// An id with other characters than small letters, digits and hyphens.
    BadId(String),
    /// Something that is not a day written `YYYY-MM-DD`.
    BadDate(String),
    /// A title or parameter name with characters that MediaWiki does not allow there.
    BadName(String),
    /// A line that names no wiki.
    BadWiki(String),
    /// A kind of answer that does not exist.
    UnknownKind(String),
    /// A brace in a help or an example that is no part of a stand-in for a year.
    UnknownStandIn(String),
    /// A group without a title that is not its section's first.
    UntitledGroup,
    /// A question with both `parameter` and `parameterStarts`.
    TwoParameters,
    /// An id that two questions share.
    IdTwice {
        /// The id that is shared.
        id: String,
        /// The place of the question that had the id first.
        first: String,
    },
    /// A parameter that two questions share.
    ParameterTwice {
        /// The name of the parameter that is shared.
        parameter: String,
        /// The place of the question that had the parameter first.
        first: String,
    },
    /// A wording that two questions share, apart from case and punctuation.
    WordingTwice {
        /// The place of the question that had the wording first.
        first: String,
    },
}

impl fmt::Display for FormError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.place.is_empty() {
            write!(f, "{}: {}", self.file, self.problem)
        } else {
            write!(f, "{}: {}: {}", self.file, self.place, self.problem)
        }
    }
}

impl std::error::Error for FormError {}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NotJson { line, column, found } => write!(
                f,
                "line {line}, column {column}: this is not JSON ({found}). Look there for a missing or surplus comma, quote or bracket."
            ),
            Self::WrongType { wanted, found } => {
                write!(f, "this is {found}, but {wanted} belongs here. Write {wanted}.")
            }
            Self::Missing => f.write_str("this field is missing. Add it."),
            Self::UnknownField { known } => {
                write!(f, "there is no such field here. Remove it or use one of: {}.", known.join(", "))
            }
            Self::FieldTwice => f.write_str("this field is written twice. Remove one of the two."),
            Self::TooLong { most } => write!(f, "this is longer than {most} bytes or items. Make it shorter."),
            Self::EmptyText => f.write_str("this text is empty. Write it, or remove the field if it is optional."),
            Self::UntidyText(text) => write!(
                f,
                "{} has a blank at its edge, a line break or a control character. Remove it.",
                Shown(text)
            ),
            Self::EmptyList => f.write_str("this list is empty. Add an item, or remove what holds the list."),
            Self::BadId(id) => write!(
                f,
                "{} is no id. Use small letters, digits and hyphens, and start with a letter (a form's own id may start with a digit).",
                Shown(id)
            ),
            Self::BadDate(date) => {
                write!(f, "{} is not a day. Write it as year-month-day: 2026-11-01.", Shown(date))
            }
            Self::BadName(name) => write!(
                f,
                "{} has a character that MediaWiki does not allow here. Copy the name from Meta, without brackets, braces, bars or a slash at its edge.",
                Shown(name)
            ),
            Self::BadWiki(line) => write!(
                f,
                "{} names no wiki. Write its origin, the path of its scripts and what stands before a title: https://meta.wikimedia.org /w /wiki/.",
                Shown(line)
            ),
            Self::UnknownKind(kind) => write!(
                f,
                "{} is not a kind of answer. Use one of: {}.",
                Shown(kind),
                super::KINDS.map(|(name, _)| name).join(", ")
            ),
            Self::UnknownStandIn(found) => write!(
                f,
                "{} stands for no year. Use {{year}} or {{lastYear}}, and no other braces.",
                Shown(found)
            ),
            Self::UntitledGroup => f.write_str(
                "only a section's first group may be without a title. Add a title, or move the questions to the group before.",
            ),
            Self::TwoParameters => f.write_str(
                "the parameter is given both in full and in part. Keep \"parameter\" if the whole name is known, else \"parameterStarts\".",
            ),
            Self::IdTwice { id, first } => {
                write!(f, "{} is already the id of {first}. Give one of the two another id.", Shown(id))
            }
            Self::ParameterTwice { parameter, first } => write!(
                f,
                "{} is already the parameter of {first}. Look on Meta which question it belongs to, and remove the other.",
                Shown(parameter)
            ),
            Self::WordingTwice { first } => {
                write!(f, "{first} has the same words. Reword one of the two, or remove it.")
            }
        }
    }
}

/// A text from the file in quotes, on one line and cut to a readable length.
struct Shown<'t>(&'t str);

impl fmt::Display for Shown<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        const MOST: usize = 60;
        f.write_str("\"")?;
        for character in self.0.chars().take(MOST) {
            match character {
                '"' => f.write_str("\"")?,
                other => write!(f, "{}", other.escape_debug())?,
            }
        }
        f.write_str(if self.0.chars().nth(MOST).is_some() { "…\"" } else { "\"" })
    }
}

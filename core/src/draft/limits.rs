//! How much a draft and a file of drafts may hold.
//!
//! Generous for people, narrow for accidents: a page on Meta ends at 2 MiB, a real report has 10 to 30 KB. Each text has
//! the same limit when editing and when reading. A whole draft may have [several times](MERGED) as much when reading:
//! tabs that each keep its limit are merged into one draft, and what was written can be read back.

/// The factor by which a draft that is read may exceed what editing allows.
pub const MERGED: usize = 4;

/// The most bytes of a file, in UTF-8. A single draft, however full, stays below it.
pub const FILE_BYTES: usize = 64 << 20;

/// The most drafts in one file.
pub const DRAFTS: usize = 1_000;

/// The most answers in one draft. A form has 30 questions; a draft may keep some of other forms.
pub const ANSWERS: usize = 1_000;

/// The most answers in a draft that is read.
pub const MERGED_ANSWERS: usize = MERGED * ANSWERS;

/// The most bytes of one answer, in UTF-8: half of what a page on Meta can hold.
pub const ANSWER_BYTES: usize = 1 << 20;

/// The most bytes of all texts of one draft together, in UTF-8: twice what a page on Meta can hold.
pub const DRAFT_BYTES: usize = 4 << 20;

/// The most bytes of all texts of a draft that is read, in UTF-8.
pub const MERGED_DRAFT_BYTES: usize = MERGED * DRAFT_BYTES;

/// The most bytes of a note, an edit summary, a part of the page's title or a form's name, in UTF-8.
pub const SHORT_BYTES: usize = 16 << 10;

/// The most bytes of a question's id, in UTF-8; the least is one.
pub const QUESTION_ID_BYTES: usize = 100;

/// The most bytes that the unknown fields of a file have together outside its drafts, as JSON without blanks.
pub const UNKNOWN_BYTES: usize = 256 << 10;

/// The most bytes that one draft's unknown fields have together, its answers' among them, as JSON without blanks.
pub const DRAFT_UNKNOWN_BYTES: usize = MERGED * UNKNOWN_BYTES;

/// The most bytes of the edits that a copy of a draft carries, in UTF-8. They stay below [`UNKNOWN_BYTES`] with their quotes escaped,
/// as versions of this program that do not know them keep them as an unknown field.
pub const EDITS_BYTES: usize = UNKNOWN_BYTES / 2;

/// The most writers whose edits a copy of a draft carries.
pub const WRITERS: usize = 4_000;

/// The most characters of a writer's name.
pub const NAME_CHARS: usize = 60;

/// The most edits of one writer that a copy of a draft may say have been seen.
pub const EDITS_OF_WRITER: u64 = 1 << 48;

/// The most levels of lists and objects in an unknown field; a bare value has depth 0.
pub const UNKNOWN_DEPTH: usize = 16;

//! How much a draft and a file of drafts may hold.
//!
//! Generous for people, narrow for accidents: a page on Meta ends at 2 MiB, a real report has 10 to 30 KB. The same
//! limits hold when editing and when reading a file, so that what can be written can always be read back.

/// Bytes of a file, in UTF-8. A single draft, however full, stays below it.
pub const FILE_BYTES: usize = 32 << 20;

/// Drafts in one file.
pub const DRAFTS: usize = 1_000;

/// Answers in one draft. A form has 30 questions; a draft may keep some of other forms.
pub const ANSWERS: usize = 1_000;

/// Bytes of one answer, in UTF-8: half of what a page on Meta can hold.
pub const ANSWER_BYTES: usize = 1 << 20;

/// Bytes of all texts of one draft together, in UTF-8: twice what a page on Meta can hold.
pub const DRAFT_BYTES: usize = 4 << 20;

/// Bytes of a note, an edit summary, a part of the page's title or a form's name, in UTF-8.
pub const SHORT_BYTES: usize = 16 << 10;

/// Bytes of a question's id, in UTF-8; at least one.
pub const QUESTION_ID_BYTES: usize = 100;

/// Bytes that one draft's unknown fields have together, and those of a file outside its drafts, as JSON
/// without blanks.
pub const UNKNOWN_BYTES: usize = 256 << 10;

/// How deep lists and objects may stand in an unknown field; a bare value has depth 0.
pub const UNKNOWN_DEPTH: usize = 16;

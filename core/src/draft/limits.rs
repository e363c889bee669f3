//! How much a draft and a file of drafts may hold.
//!
//! The limits are generous for people and narrow for accidents: a page on Meta may have 2 MiB, a real report has 10 to
//! 30 KB. Each text has the same limit when editing and when reading. A whole draft may have [several times](MERGED)
//! as much when reading, as tabs that each respect its limit are merged into one draft, and every written draft must
//! be readable.

/// The factor by which a draft that is read may exceed what editing allows.
pub const MERGED: usize = 4;

/// The greatest size of a file, in bytes of UTF-8. A single draft, however full, stays below it.
pub const FILE_BYTES: usize = 64 << 20;

/// The greatest number of drafts in one file.
pub const DRAFTS: usize = 1_000;

/// The greatest number of answers in one draft. A form has 30 questions; a draft may keep some of other forms.
pub const ANSWERS: usize = 1_000;

/// The greatest number of answers in a draft that is read.
pub const MERGED_ANSWERS: usize = MERGED * ANSWERS;

/// The greatest length of one answer, in bytes of UTF-8: half of what a page on Meta can hold.
pub const ANSWER_BYTES: usize = 1 << 20;

/// The greatest total length of one draft's texts, in bytes of UTF-8: twice what a page on Meta can hold.
pub const DRAFT_BYTES: usize = 4 << 20;

/// The greatest total length of the texts of a draft that is read, in bytes of UTF-8.
pub const MERGED_DRAFT_BYTES: usize = MERGED * DRAFT_BYTES;

/// The greatest length of a note, an edit summary, a part of the page's title or a form's name, in bytes of UTF-8.
pub const SHORT_BYTES: usize = 16 << 10;

/// The greatest length of a question's id, in bytes of UTF-8; the shortest is one byte.
pub const QUESTION_ID_BYTES: usize = 100;

/// The greatest total length of a file's unknown fields outside its drafts, in bytes, as JSON without blanks.
pub const UNKNOWN_BYTES: usize = 256 << 10;

/// The greatest total length of one draft's unknown fields, including its answers', in bytes, as JSON without blanks.
pub const DRAFT_UNKNOWN_BYTES: usize = MERGED * UNKNOWN_BYTES;

/// The greatest length of the edits in a copy of a draft, in bytes of UTF-8. They stay below [`UNKNOWN_BYTES`] with
/// their quotes escaped, as versions of this program that do not know them keep them as an unknown field.
pub const EDITS_BYTES: usize = UNKNOWN_BYTES / 2;

/// The greatest number of writers whose edits a copy of a draft carries.
pub const WRITERS: usize = 4_000;

/// The greatest length of a writer's name, in characters.
pub const NAME_CHARS: usize = 60;

/// The highest number of an edit that a copy of a draft may list as seen, for one writer.
pub const EDITS_OF_WRITER: u64 = 1 << 48;

/// The greatest depth of lists and objects in an unknown field; a bare value has depth 0.
pub const UNKNOWN_DEPTH: usize = 16;

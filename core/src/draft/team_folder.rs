//! A folder that several people keep in step (Nextcloud, Dropbox, Drive …), with one file per writer, so that nobody
//! ever writes another's: which files are copies, which have to be read, what each contains, and whether the own file
//! must be written.
//!
//! ```text
//! listed ─▶ to_read ─▶ take: the gate for files ─▶ copies ─▶ merged as any copy that comes back
//!                                                              │
//!                       own file ◀── written, if it is_due ◀───┘
//! ```
//!
//! The caller lists, reads and writes the files; this module decides which. Each is a [`mod@file`] with one draft and
//! its edits, so that *Open a file or text* reads it, too.

#[cfg(test)]
mod tests;

use std::collections::BTreeMap;

use super::file::{self, CopiedEdits, DraftCopy, Excess, FileError};
use super::{DraftId, Nfc, Timestamp, limits};
use crate::checksum::sum_of;
use crate::i18n::Message;
use crate::names::file_name_part;

/// The beginning of the name of a file with a copy of a draft.
pub const COPY_NAME: &str = "affiliate-report";
/// The beginning of the name of a file with a part of a draft.
pub const PART_NAME: &str = "part-of-affiliate-report";

/// The endings of such names. Share sheets want `.txt`, which is the ending of the report as a text, too.
const ENDINGS: [&str; 2] = [".json", TEXT];
const TEXT: &str = ".txt";

/// The greatest length of a free text in a file's name, in bytes of UTF-8. Names may have 255 bytes, and programs that
/// sync folders add words to them.
const PART_BYTES: usize = 50;

/// The time after a change within which a file may change again without a new time, in milliseconds: FAT counts in
/// steps of two seconds.
const COARSE_MILLIS: i64 = 5_000;

/// Returns whether a file's name is one that this app makes, including words that programs that sync folders add to it.
pub fn is_copy_name(name: &str) -> bool {
    let begins = |beginning: &&str| {
        name.strip_prefix(*beginning).is_some_and(|rest| rest.starts_with(['-', '.', ' ', '(']))
    };
    [COPY_NAME, PART_NAME].iter().any(begins) && ENDINGS.iter().any(|ending| name.ends_with(ending))
}

/// Makes the name of a writer's own file: after the affiliate, the year and the writer's name, as far as there are
/// any, and with a random number, which makes it unique.
pub fn own_file_name(affiliate: &str, year: &str, name: &str, number: u64) -> String {
    let parts = [affiliate, year, name].map(|part| short(&file_name_part(part)).to_owned());
    let parts = parts.iter().map(String::as_str).filter(|part| !part.is_empty());
    let stem = [COPY_NAME].into_iter().chain(parts).collect::<Vec<_>>().join("-");
    format!("{stem}-{number:016x}{}", ENDINGS[0])
}

fn short(part: &str) -> &str {
    let end = part.floor_char_boundary(PART_BYTES);
    part.get(..end).unwrap_or_default().trim_end_matches(['-', '.'])
}

/// A file as a folder lists it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ListedFile {
    /// The file's name in its folder.
    pub name: String,
    /// The file's size in bytes.
    pub bytes: u64,
    /// The time of the file's last change, in milliseconds since 1970, by the clock of the computer that changed it.
    pub modified: i64,
}

/// The reason why nothing is taken from a file in a folder. The file stays unchanged.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum FileTrouble {
    /// A file that could not be read, or is still empty.
    Unreadable,
    /// A file that is cut, damaged, foreign or newer.
    File(FileError),
    /// A file of this draft without its edits: it is unknown which of its answers are newer.
    NoEdits,
}

impl FileTrouble {
    /// Returns the message that says what is wrong with the file and what to do.
    pub fn message(&self) -> Message {
        match self {
            Self::Unreadable => Message::new("ui-folder-file-unreadable"),
            Self::File(error) => error.message(),
            Self::NoEdits => Message::new("ui-folder-file-no-edits"),
        }
    }
}

impl From<FileError> for FileTrouble {
    fn from(error: FileError) -> Self {
        Self::File(error)
    }
}

/// A file of a folder as it was read or written last.
#[derive(Clone, Debug)]
struct SeenFile {
    listed: ListedFile,
    /// Whether the file was read long enough after its change that another change would show in its time.
    is_settled: bool,
    /// The checksum of the text; `None` where there is none.
    sum: Option<u64>,
    /// Whether the file is intact and contains only other drafts.
    is_of_others: bool,
    trouble: Option<FileTrouble>,
}

/// The files of a folder as a page has read and written them.
#[derive(Clone, Debug, Default)]
pub struct FolderLog {
    files: BTreeMap<String, SeenFile>,
}

impl FolderLog {
    /// Picks those of the listed files that are copies and may have changed since they were read. Files from which
    /// nothing was taken are read again each time, and so are files that were changed just before they were read.
    /// Forgets files that are not listed any more.
    pub fn to_read(&mut self, listed: &[ListedFile]) -> Vec<ListedFile> {
        self.files.retain(|name, _| listed.iter().any(|file| file.name == *name));
        let is_known = |file: &ListedFile| {
            self.files
                .get(&file.name)
                .is_some_and(|seen| seen.listed == *file && seen.is_settled && seen.trouble.is_none())
        };
        let files = listed.iter().filter(|file| is_copy_name(&file.name) && !is_known(file));
        files.cloned().collect()
    }

    /// Takes the bytes read from a file, or `None` if it could not be read. Returns the copies of the draft in the
    /// file: none if it has the same text as before, or something is wrong with it.
    pub fn take(
        &mut self,
        file: &ListedFile,
        read: Option<&[u8]>,
        id: &DraftId,
        now: Timestamp,
        nfc: Nfc<'_>,
    ) -> Vec<DraftCopy> {
        let is_settled = now.millis().saturating_sub(file.modified) >= COARSE_MILLIS;
        let text = read.and_then(|bytes| str::from_utf8(bytes).ok());
        let sum = text.map(|text| sum_of(&[text]));
        let listed = file.clone();
        if let Some(seen) = self.files.get_mut(&file.name).filter(|seen| sum.is_some() && seen.sum == sum) {
            (seen.listed, seen.is_settled) = (listed, is_settled);
            return Vec::new();
        }
        let (copies, is_of_others, trouble) = match brought(file, read, id, nfc) {
            Ok(Some(copies)) => (copies.of_draft, copies.is_of_others, None),
            Ok(None) => (Vec::new(), false, None),
            Err(trouble) => (Vec::new(), false, Some(trouble)),
        };
        self.files.insert(file.name.clone(), SeenFile { listed, is_settled, sum, is_of_others, trouble });
        copies
    }

    /// Lists the files from which nothing is taken, with the reasons, by name.
    pub fn troubles(&self) -> Vec<(String, FileTrouble)> {
        let trouble = |(name, seen): (&String, &SeenFile)| Some((name.clone(), seen.trouble.clone()?));
        self.files.iter().filter_map(trouble).collect()
    }

    /// Returns whether, besides the own file, the folder has only files of other drafts: then its writers are not
    /// writing the same draft.
    pub fn is_of_others(&self, own: &str) -> bool {
        let mut others = self.files.iter().filter(|(name, _)| *name != own).peekable();
        others.peek().is_some() && others.all(|(_, seen)| seen.is_of_others)
    }

    /// Returns whether the own file, of this name, has to be written to have this text. A file under that name from a
    /// newer version or another program stays unchanged; a cut or damaged one is repaired.
    pub fn is_due(&self, own: &str, text: &str) -> bool {
        self.files.get(own).is_none_or(|seen| match &seen.trouble {
            Some(FileTrouble::File(
                FileError::Newer { .. } | FileError::Foreign | FileError::ForeignFormat { .. },
            )) => false,
            _ => seen.sum != Some(sum_of(&[text])),
        })
    }

    /// Notes that the own file was written.
    pub fn wrote(&mut self, own: &str, text: &str) {
        let name = own.to_owned();
        // The file is read once more, as its time is not known.
        let listed = ListedFile { name: name.clone(), bytes: text.len() as u64, modified: i64::MIN };
        let sum = Some(sum_of(&[text]));
        self.files
            .insert(name, SeenFile { listed, is_settled: false, sum, is_of_others: false, trouble: None });
    }
}

/// The copies in a file.
struct Brought {
    /// The copies of the draft in question.
    of_draft: Vec<DraftCopy>,
    /// Whether there are only copies of other drafts.
    is_of_others: bool,
}

/// Reads the copies in a file; `None` for a text that is not one of this app's files.
fn brought(
    file: &ListedFile,
    read: Option<&[u8]>,
    id: &DraftId,
    nfc: Nfc<'_>,
) -> Result<Option<Brought>, FileTrouble> {
    let bytes = usize::try_from(file.bytes).unwrap_or(usize::MAX);
    if bytes > limits::FILE_BYTES {
        return Err(FileError::from(Excess::File { bytes }).into());
    }
    // Programs may create an empty file before writing it.
    let read = read.filter(|read| !read.is_empty()).ok_or(FileTrouble::Unreadable)?;
    let text = str::from_utf8(read).map_err(|error| FileError::NotUtf8 { byte: error.valid_up_to() })?;
    let copies = match file::read_copies(text, nfc) {
        Err(FileError::Foreign) if file.name.ends_with(TEXT) => return Ok(None),
        copies => copies?,
    };
    let count = copies.len();
    let of_draft: Vec<DraftCopy> = copies.into_iter().filter(|copy| copy.draft.id() == id).collect();
    if of_draft.iter().any(|copy| !matches!(copy.edits, CopiedEdits::There(_))) {
        return Err(FileTrouble::NoEdits);
    }
    let is_of_others = of_draft.is_empty() && count > 0;
    Ok(Some(Brought { of_draft, is_of_others }))
}

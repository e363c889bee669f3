//! Reads many files and texts, one after the other, in steps between which the page responds.

use web_sys::File;

use crate::browser::files::ReadError;
use crate::browser::{clock, files, nfc, random, text_decoder};
use crate::views::import::{Reader, Source, is_long};
use report::collection::ReportSource;
use report::draft::limits::FILE_BYTES;
use report::draft::{Draft, DraftId};
use report::i18n::Message;
use report::import::Import;
use report::import::bytes::decode;

/// The length of a step, in milliseconds.
const TURN: f64 = 30.0;

/// Something that holds one report or several.
pub(super) enum Item {
    /// A file that was chosen or dropped.
    File(File),
    /// A text that was pasted, or a page of the wiki.
    Text(Source),
    /// A report of this browser.
    Here(Box<Draft>),
}

/// The reports of an item.
pub(super) struct ItemRead {
    /// The name of the file or page; `None` for a text that was pasted.
    pub name: Option<String>,
    /// The source of the reports.
    pub source: ReportSource,
    /// The reports, or what is wrong and what to do.
    pub reports: Result<Vec<Draft>, Message>,
}

/// Reads all items, in steps between which the page responds. `goes_on` is passed the number of items read, and
/// returns whether to go on; the items read until then are returned.
pub(super) async fn read_all(
    reader: &Reader,
    items: Vec<Item>,
    goes_on: impl Fn(usize) -> bool,
) -> Vec<ItemRead> {
    let mut all = Vec::with_capacity(items.len());
    let mut turn_ends = clock::since_start() + TURN;
    for (at, item) in items.into_iter().enumerate() {
        if clock::since_start() > turn_ends {
            if !goes_on(at) {
                break;
            }
            clock::next_task().await;
            turn_ends = clock::since_start() + TURN;
        }
        all.push(read_item(reader, item, || goes_on(at)).await);
    }
    all
}

async fn read_item(reader: &Reader, item: Item, goes_on: impl Fn() -> bool) -> ItemRead {
    match item {
        Item::Here(draft) => ItemRead { name: None, source: ReportSource::Here, reports: Ok(vec![*draft]) },
        Item::File(file) => {
            let name = file.name();
            let reports = match text_of(&file).await {
                Ok(source) => read(reader, &source, goes_on).await,
                Err(why) => Err(why),
            };
            ItemRead { name: Some(name.clone()), source: ReportSource::File { name }, reports }
        }
        Item::Text(source) => {
            let reports = read(reader, &source, goes_on).await;
            let (name, source) = match source {
                Source::Page(page) => {
                    let name = Some(page.title.to_string());
                    (
                        name,
                        ReportSource::Page { title: page.title, revision: page.revision, saved: page.saved },
                    )
                }
                Source::Nothing | Source::Text { .. } | Source::File { .. } | Source::Link { .. } => {
                    (None, ReportSource::Pasted)
                }
            };
            ItemRead { name, source, reports }
        }
    }
}

/// Reads a file's text.
async fn text_of(file: &File) -> Result<Source, Message> {
    let name = file.name();
    let bytes = files::read(file, FILE_BYTES).await.map_err(|error| match error {
        ReadError::TooLarge { bytes } => {
            Message::new("ui-import-file-too-large").with(&name).with(bytes.div_ceil(1024))
        }
        ReadError::Unreadable { name } => Message::new("ui-import-file-unreadable").with(name),
    })?;
    let decoded = decode(&bytes, None, &text_decoder::decode).map_err(|not_text| not_text.message(&name))?;
    Ok(Source::File { name, text: decoded.text })
}

async fn read(reader: &Reader, source: &Source, goes_on: impl Fn() -> bool) -> Result<Vec<Draft>, Message> {
    let read = if is_long(source) {
        // A text that was not read to its end gives no reports.
        let Some(read) = reader.read_in_turns(source, None, |_| goes_on()).await else {
            return Ok(Vec::new());
        };
        read
    } else {
        reader.read(source, None).ok_or_else(|| Message::new("import-empty"))?
    };
    match read {
        Ok(Import::Drafts(copies)) => Ok(copies.into_iter().map(|copy| copy.draft).collect()),
        Ok(Import::Reading(reading)) => {
            let id = DraftId::from_random(random::bits());
            let draft = reading.to_draft(reader.form(), id, &nfc, clock::now());
            draft.map(|draft| vec![draft]).map_err(|error| error.message())
        }
        Err(error) => Err(error.message()),
    }
}

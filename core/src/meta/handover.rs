//! The page's way into the wiki's own editor: a form that a browser sends to a new tab. It saves nothing; the writer does.
//!
//! Measured on MediaWiki 1.39 and read in `EditPage::importFormData`: without `wpUltimateParam` as the last field the editor takes the
//! form for cut off; without a preview or a difference asked for it says that the session was lost. `editRevId` makes a conflict of
//! what was changed or created since. **`wpEdittime` must not be sent:** with it MediaWiki passes over conflicts with the same
//! account's own later edits, and with anybody's of the same second, and saving overwrites them. A token or `wpSave` would save.

use crate::draft::Timestamp;
use crate::names::Wiki;
use crate::names::title::PageTitle;

/// What the page is believed to be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Base {
    /// There is no such page: one that was made meanwhile shows as a conflict.
    New,
    /// The page in this revision: what was changed since is merged in or shows as a conflict.
    Revision(u64),
}

/// A form for the wiki's editor.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Handover {
    /// The address that the form is sent to, by POST.
    pub action: String,
    /// The fields in the order in which they are sent, the last of which says that nothing was cut off.
    pub fields: Vec<(&'static str, String)>,
}

impl Handover {
    /// Makes the form for a page's text and summary.
    pub fn new(
        wiki: &Wiki,
        title: &PageTitle,
        text: &str,
        summary: &str,
        base: Base,
        now: Timestamp,
    ) -> Self {
        let (revision, shown) = match base {
            Base::New => (0, "wpPreview"),
            Base::Revision(revision) => (revision, "wpDiff"),
        };
        let fields = vec![
            ("wpTextbox1", text.to_owned()),
            ("wpSummary", summary.to_owned()),
            ("wpUnicodeCheck", "ℳ𝒲♥𝓊𝓃𝒾𝒸ℴ𝒹ℯ".to_owned()),
            ("wpStarttime", digits(now)),
            ("editRevId", revision.to_string()),
            ("parentRevId", revision.to_string()),
            ("model", "wikitext".to_owned()),
            ("format", "text/x-wiki".to_owned()),
            (shown, "1".to_owned()),
            ("wpUltimateParam", "1".to_owned()),
        ];
        Self { action: wiki.submit_address(title), fields }
    }
}

/// Writes a time as MediaWiki does: year to second in 14 digits.
fn digits(time: Timestamp) -> String {
    time.to_string().chars().filter(char::is_ascii_digit).take(14).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn form(base: Base) -> Handover {
        let wiki = Wiki::parse("https://meta.wikimedia.org /w /wiki/").unwrap();
        let title = PageTitle::new("Reports/2026/Ä & B").unwrap();
        Handover::new(
            &wiki,
            &title,
            "a\nb",
            "Report",
            base,
            Timestamp::parse("2026-11-28T23:05:35.123Z").unwrap(),
        )
    }

    #[test]
    fn the_form_can_be_sent_and_cannot_save() {
        for (base, revision, shown) in [(Base::New, "0", "wpPreview"), (Base::Revision(31), "31", "wpDiff")] {
            let form = form(base);
            assert_eq!(
                form.action,
                "https://meta.wikimedia.org/w/index.php?title=Reports/2026/%C3%84_%26_B&action=submit"
            );
            let value =
                |name| form.fields.iter().find(|(known, _)| *known == name).map(|(_, value)| &**value);
            assert_eq!((value("editRevId"), value("parentRevId")), (Some(revision), Some(revision)));
            assert_eq!((value("wpTextbox1"), value("wpSummary")), (Some("a\nb"), Some("Report")));
            assert_eq!((value("wpStarttime"), value(shown)), (Some("20261128230535"), Some("1")));
            assert_eq!(form.fields.last(), Some(&("wpUltimateParam", "1".to_owned())));
            for never in ["wpSave", "wpEditToken", "wpEdittime"] {
                assert_eq!(value(never), None, "{never}");
            }
        }
    }
}

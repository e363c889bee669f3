//! Builds one line: merges runs, folds blanks, keeps links valid.

use super::target::valid_target;
use super::tree::{Inline, Line, Run, Style};
use super::url::{valid_bare_url, valid_url};
use crate::input::clean_character;

/// Collects a line's pieces in normal form.
#[derive(Debug, Default)]
pub(super) struct LineBuilder {
    pieces: Line,
    /// The style of a pending blank, which is written before the next piece, or dropped at the line's end.
    blank: Option<Style>,
}

impl LineBuilder {
    pub(super) fn text(&mut self, text: &str, style: Style) {
        let mut from = 0;
        for (at, character) in text.char_indices() {
            if is_kept(character) || (character == ' ' && at > from && goes_on(text, at + 1)) {
                continue;
            }
            self.words(text.get(from..at).unwrap_or_default(), style);
            from = at + character.len_utf8();
            if matches!(clean_character(character), Some(' ' | '\n')) {
                self.blank(style);
            }
        }
        self.words(text.get(from..).unwrap_or_default(), style);
    }

    pub(super) fn page_link(&mut self, target: &str, label: Vec<Run>) {
        let target = target.trim().strip_prefix(':').unwrap_or(target.trim()).trim_start();
        let label = self.label(label, target);
        if valid_target(target) {
            self.piece(|label| Inline::PageLink { target: target.to_owned(), label }, label);
        } else {
            self.runs(label);
        }
    }

    pub(super) fn external_link(&mut self, url: &str, label: Vec<Run>) {
        let label = self.label(label, url);
        if !valid_url(url) {
            self.runs(label);
        } else if let [run] = label.runs.as_slice()
            && run.text == url
            && valid_bare_url(url)
        {
            let style = run.style;
            self.piece(|_| Inline::Url { url: url.to_owned(), style }, label);
        } else {
            self.piece(|label| Inline::ExternalLink { url: url.to_owned(), label }, label);
        }
    }

    pub(super) fn url(&mut self, url: &str, style: Style) {
        if valid_bare_url(url) {
            self.flush_blank();
            self.pieces.push(Inline::Url { url: url.to_owned(), style });
        } else {
            self.text(url, style);
        }
    }

    /// Returns the line so far, without blanks at its ends, and begins an empty one.
    pub(super) fn take(&mut self) -> Line {
        self.blank = None;
        std::mem::take(&mut self.pieces)
    }

    fn blank(&mut self, style: Style) {
        if !self.pieces.is_empty() && self.blank.is_none() {
            self.blank = Some(style);
        }
    }

    fn flush_blank(&mut self) {
        if let Some(style) = self.blank.take() {
            self.push(" ", style);
        }
    }

    fn words(&mut self, words: &str, style: Style) {
        if !words.is_empty() {
            self.flush_blank();
            self.push(words, style);
        }
    }

    fn push(&mut self, text: &str, style: Style) {
        match self.pieces.last_mut() {
            Some(Inline::Text(run)) if run.style == style => run.text.push_str(text),
            _ => self.pieces.push(Inline::Text(Run { text: text.to_owned(), style })),
        }
    }

    fn runs(&mut self, label: Label) {
        let trailing = label.trailing;
        for run in label.runs {
            self.text(&run.text, run.style);
        }
        self.blank_if(trailing);
    }

    fn piece(&mut self, make: impl FnOnce(Vec<Run>) -> Inline, label: Label) {
        self.flush_blank();
        self.pieces.push(make(label.runs));
        self.blank_if(label.trailing);
    }

    fn blank_if(&mut self, style: Option<Style>) {
        if let Some(style) = style {
            self.blank(style);
        }
    }

    /// Brings a label into normal form; blanks at its ends move to the line around it. A label that would show nothing
    /// becomes `fallback`.
    fn label(&mut self, label: Vec<Run>, fallback: &str) -> Label {
        let mut inner = Self::default();
        for run in &label {
            inner.text(&run.text, run.style);
        }
        if let Some(run) = label.first().filter(|run| run.text.starts_with([' ', '\n', '\t'])) {
            self.blank(run.style);
        }
        let trailing = inner.blank;
        let mut runs = inner.into_runs();
        if runs.iter().all(|run| run.text.trim().is_empty()) {
            let mut shown = Self::default();
            shown.text(fallback, label.first().map_or(Style::NONE, |run| run.style));
            runs = shown.into_runs();
        }
        Label { runs, trailing }
    }

    fn into_runs(self) -> Vec<Run> {
        let text = |piece| if let Inline::Text(run) = piece { Some(run) } else { None };
        self.pieces.into_iter().filter_map(text).collect()
    }
}

/// A label's runs, and whether a blank was at its end.
struct Label {
    runs: Vec<Run>,
    trailing: Option<Style>,
}

/// Returns whether a character goes into the line unchanged.
fn is_kept(character: char) -> bool {
    matches!(character, '!'..='~')
        || (character != ' ' && character != '\n' && clean_character(character) == Some(character))
}

/// Returns whether a kept character is at the byte `at`, so that one blank before it is kept, too.
fn goes_on(text: &str, at: usize) -> bool {
    text.get(at..).and_then(|rest| rest.chars().next()).is_some_and(is_kept)
}

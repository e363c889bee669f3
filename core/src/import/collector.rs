//! Gathers a reader's findings into a [`Reading`]: each question once, in the form's order, with nothing lost.

use std::collections::BTreeMap;
use std::collections::HashMap;

use super::SourceKind;
use super::chrome::Chrome;
use super::directed::direct_answer;
use super::doubts::doubt;
use super::headings::Headings;
use super::pace::Pace;
use super::reading::{Found, How, Note, Reading, Unplaced, Why};
use super::title::title_parts;
use crate::answer::Markup;
use crate::answer::{self, Answer};
use crate::draft::PageParts;
use crate::excerpt::excerpt;
use crate::form::wording::{Match, Wordings};
use crate::form::{Form, QuestionId};
use crate::wikitext::Foreign;

/// The likeness of a wording that is the question's own.
pub(super) const EXACT: f32 = 1.0;

/// A [`Reading`] in the making.
pub(super) struct Collector<'f> {
    pub(super) form: &'f Form,
    pub(super) wordings: &'f Wordings,
    pub(super) chrome: Chrome,
    pub(super) headings: Headings,
    places: HashMap<&'f str, usize>,
    found: BTreeMap<usize, Offer>,
    unplaced: Vec<Unplaced>,
    page: Option<PageParts>,
    /// The last question found.
    last: Option<QuestionId>,
}

/// An answer offered for a question.
#[derive(Clone, Debug)]
pub(super) struct Offer {
    pub(super) question: QuestionId,
    /// The likeness of the words to the question's own, from 0 to 1, which is certain.
    pub(super) likeness: f32,
    pub(super) how: How,
    pub(super) answer: Answer,
    pub(super) notes: Vec<Note>,
}

impl Offer {
    /// Makes the offer of an answer whose question was recognized by the words `written`.
    pub(super) fn by_wording(found: Match, written: &str, answer: Answer, notes: Vec<Note>) -> Self {
        let how =
            if found.likeness >= EXACT { How::Wording } else { How::Reworded { written: one_line(written) } };
        Self { question: found.question, likeness: found.likeness, how, answer, notes }
    }
}

impl<'f> Collector<'f> {
    /// Makes a collector that has found nothing yet.
    pub(super) fn new(form: &'f Form, wordings: &'f Wordings) -> Self {
        let places =
            form.questions().enumerate().map(|(place, question)| (question.id.as_str(), place)).collect();
        Self {
            form,
            wordings,
            chrome: Chrome::known(),
            headings: Headings::of(form),
            places,
            found: BTreeMap::default(),
            unplaced: Vec::new(),
            page: None,
            last: None,
        }
    }

    /// Returns a question's index in the form.
    pub(super) fn place(&self, question: &QuestionId) -> Option<usize> {
        self.places.get(question.as_str()).copied()
    }

    /// Takes an answer. Of two for one question, the more certain one is kept, then one that says something, then the
    /// first.
    pub(super) fn offer(&mut self, offer: Offer) {
        self.choose(offer, |new, old| {
            (new.likeness, !new.answer.is_empty()) > (old.likeness, !old.answer.is_empty())
        });
    }

    /// Takes an answer. Of two for one question, the later one is kept, as in MediaWiki's parameters.
    pub(super) fn overrule(&mut self, offer: Offer) {
        self.choose(offer, |_, _| true);
    }

    fn choose(&mut self, mut offer: Offer, wins: impl Fn(&Offer, &Offer) -> bool) {
        self.last = Some(offer.question.clone());
        let Some(place) = self.place(&offer.question) else { return };
        self.fit(place, &mut offer);
        let loser = match self.found.remove(&place) {
            None => {
                self.found.insert(place, offer);
                return;
            }
            Some(old) if wins(&offer, &old) => {
                let kept = offer.answer.clone();
                self.found.insert(place, offer);
                (old.answer != kept).then_some(old)
            }
            Some(old) => {
                let lost = (old.answer != offer.answer).then_some(offer);
                self.found.insert(place, old);
                lost
            }
        };
        if let Some(lost) = loser {
            let text = answer::print(&lost.answer, Markup::Wiki);
            self.unplaced_near(&text, Some(lost.question.clone()), Why::Repeated { question: lost.question });
        }
    }

    /// Replaces redirecting addresses in the answer by their targets. Reduces the answer to its words if the question
    /// has no markup, noting links that led elsewhere than they say.
    fn fit(&self, place: usize, offer: &mut Offer) {
        direct_answer(&mut offer.answer);
        let markup = self.form.questions().nth(place).map_or(Markup::Wiki, |question| question.kind.markup());
        if markup == Markup::Wiki {
            return;
        }
        let plain = answer::parse(&answer::plain_text(&offer.answer), Markup::None);
        if plain != offer.answer {
            offer.notes.extend(links(&offer.answer).map(|address| Note::Link { address }));
            offer.answer = plain;
        }
    }

    /// Notes text that has no place, after the last question found.
    pub(super) fn unplaced(&mut self, text: &str, why: Why) {
        self.unplaced_near(text, self.last.clone(), why);
    }

    /// Notes text that has no place, near a given question.
    pub(super) fn unplaced_near(&mut self, text: &str, near: Option<QuestionId>, why: Why) {
        let text = text.trim();
        if !text.is_empty() {
            self.unplaced.push(Unplaced { text: text.to_owned(), near, why });
        }
    }

    /// Takes lines from around the answers: the page's title, headings and the wiki's frame are known, the rest has no place.
    pub(super) async fn loose(&mut self, text: &str, why: Why, pace: &Pace) {
        let mut rest = String::new();
        for line in text.lines() {
            pace.work(line.len() + 1).await;
            if !self.knows(line) {
                rest.push_str(line);
                rest.push('\n');
            }
        }
        self.unplaced(&rest, why);
    }

    /// Takes lines of a page's source from around the answers: the form's headings are known, the rest has no place.
    pub(super) async fn loose_source(&mut self, source: &str, why: Why, pace: &Pace) {
        let mut rest: Vec<&str> = Vec::new();
        for line in source.lines() {
            pace.work(line.len() + 1).await;
            if !self.headings.holds(line.trim().trim_matches(['=', '\'']).trim()) {
                rest.push(line);
            }
        }
        self.unplaced(&rest.join("\n"), why);
    }

    /// Returns whether a line outside the answers is the page's title (which is kept), a heading of the form or part of the
    /// wiki's frame.
    pub(super) fn knows(&mut self, line: &str) -> bool {
        let line = line.trim();
        if let Some(page) = title_parts(self.form, line) {
            self.page.get_or_insert(page);
            return true;
        }
        self.headings.holds(line) || self.chrome.holds(line)
    }

    /// Takes the page's title if none was seen before. Returns whether it is a report's.
    pub(super) fn title(&mut self, title: &str) -> bool {
        let parts = title_parts(self.form, title);
        let is_title = parts.is_some();
        self.page = self.page.take().or(parts);
        is_title
    }

    /// Returns everything collected, as a [`Reading`] of this kind.
    pub(super) async fn finish(self, kind: SourceKind, pace: &Pace) -> Reading {
        let missing = self
            .form
            .questions()
            .enumerate()
            .filter(|(place, _)| !self.found.contains_key(place))
            .map(|(_, question)| question.id.clone())
            .collect();
        let mut unplaced = self.unplaced;
        let mut all_found = Vec::with_capacity(self.found.len());
        for Offer { question, answer, how, notes, .. } in self.found.into_values() {
            let mut found = Found { question, answer, how, notes };
            unplaced.extend(left_out(&found));
            doubt(kind, &mut found);
            all_found.push(found);
            pace.pause().await;
        }
        Reading { kind, found: all_found, missing, unplaced, page: self.page, draft: None }
    }
}

/// Lists texts that are only in an answer's notes and are too long for them.
fn left_out(found: &Found) -> impl Iterator<Item = Unplaced> {
    let text = |note: &Note| match note {
        Note::Foreign(Foreign::Comment(text)) | Note::Link { address: text } => Some(text.trim().to_owned()),
        _ => None,
    };
    let long = found.notes.iter().filter_map(text).filter(|text| excerpt(text).ends_with('…'));
    long.map(|text| Unplaced { text, near: Some(found.question.clone()), why: Why::LeftOut })
}

/// Lists where an answer's links lead, if their words don't say it.
fn links(answer: &Answer) -> impl Iterator<Item = String> {
    use crate::answer::Inline;
    answer.lines().into_iter().flatten().filter_map(|piece| match piece {
        Inline::PageLink { target: address, label } | Inline::ExternalLink { url: address, label } => {
            let words: String = label.iter().map(|run| run.text.as_str()).collect();
            // `User:Some One` shown as `Some One` already says where it leads.
            (!address.ends_with(words.as_str())).then(|| address.clone())
        }
        Inline::Text(_) | Inline::Url { .. } => None,
    })
}

/// Joins a text's words in one line, with single blanks between them.
pub(super) fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

//! Recognizing a form's questions and headings by their words.
//!
//! Pages are matched by wording and never by line number, so a question must be known again when it stands in other
//! punctuation or case, or slightly reworded, and an answer must not be taken for a question. Questions that are much
//! alike ("active contributors", "not active contributors") must stay apart; where two are equally near, it is neither.
//!
//! A [`Wordings`] is prepared once per form. Looking at a line takes time linear in the line's length, and more than
//! that only for the words up to half as many again as the longest question has.

mod align;
mod end;
mod matcher;
mod stretch;
mod text;
mod vocabulary;
mod weights;
mod words;

use self::matcher::{Hit, Matcher};
use super::{Form, QuestionId};

/// A form's wordings, prepared for recognizing them.
#[derive(Clone, Debug)]
pub struct Wordings {
    questions: Matcher,
    /// The questions' ids, in the order of `questions`.
    ids: Vec<QuestionId>,
    titles: Matcher,
}

/// A question that was recognized.
#[derive(Clone, Debug, PartialEq)]
pub struct Match {
    /// The question that was recognized.
    pub question: QuestionId,
    /// The likeness of the wording, from 0.68 to 1.0: 1.0 for the same words in whatever case, punctuation and white space, less
    /// for reworded ones.
    pub likeness: f32,
}

/// The least likeness of a section's or group's title, higher than a question's since titles are short.
const LIKE_TITLE: f32 = 0.8;

impl Wordings {
    /// Prepares a form's questions and titles.
    pub fn new(form: &Form) -> Self {
        let groups = form.sections.iter().flat_map(|section| &section.groups);
        let titles = form.sections.iter().map(|section| section.title.as_str());
        Self {
            questions: Matcher::new(form.questions().map(|question| question.text.as_str())),
            ids: form.questions().map(|question| question.id.clone()).collect(),
            titles: Matcher::new(titles.chain(groups.filter_map(|group| group.title.as_deref()))),
        }
    }

    /// Recognizes a question that is this text as a whole (a table cell, a heading, a label).
    pub fn whole(&self, text: &str) -> Option<Match> {
        self.found(self.questions.whole(text)?)
    }

    /// Recognizes a question that this line begins with. Returns it with the byte at which the answer begins: `line.len()` if the
    /// line has only the question.
    ///
    /// An exact wording ends with its last word. A reworded question ends with its final punctuation; where a question has none,
    /// with its own last word. A colon, a tab or a cell's border (`|`, `||`) may follow; blanks are skipped.
    pub fn at_start(&self, line: &str) -> Option<(Match, usize)> {
        let (hit, start) = self.questions.at_start(line)?;
        Some((self.found(hit)?, start))
    }

    /// Returns whether this text as a whole is the title of one of the form's sections or groups.
    pub fn heading(&self, text: &str) -> bool {
        self.titles.whole(text).is_some_and(|hit| hit.likeness >= LIKE_TITLE)
    }

    fn found(&self, hit: Hit) -> Option<Match> {
        Some(Match { question: self.ids.get(hit.text)?.clone(), likeness: hit.likeness })
    }
}

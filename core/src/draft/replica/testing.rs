//! Random histories of a draft that several page loads edit, with an oracle that knows what each edit replaced.

use std::collections::BTreeSet;

use proptest::prelude::*;

use super::*;
use crate::draft::testing::{draft, nfc};
use crate::draft::{Draft, Timestamp};
use crate::ids::QuestionId;

/// One step of a history. Numbers choose a page, a question, a text; they are taken modulo the number of these.
#[derive(Clone, Debug)]
pub(crate) enum Step {
    /// A page types a text that nobody typed before.
    Type { page: usize, question: usize },
    /// A page types one of a few texts, which other pages may type, too.
    Common { page: usize, question: usize, text: usize },
    /// A page removes an answer.
    Clear { page: usize, question: usize },
    /// A page reads another page's state, and shows it.
    Read { page: usize, other: usize },
    /// A page reads another page's state of one question, and shows it.
    ReadPart { page: usize, other: usize, question: usize },
    /// A page chooses one of several values.
    Choose { page: usize, question: usize, which: usize },
    /// A browser tab is loaded again: the new page load knows the old state by reading it, and is a new writer.
    Reload { page: usize },
}

pub(crate) fn any_steps(most: usize) -> impl Strategy<Value = Vec<Step>> {
    let number = || 0..64_usize;
    let step = prop_oneof![
        6 => (number(), number()).prop_map(|(page, question)| Step::Type { page, question }),
        1 => (number(), number(), number())
            .prop_map(|(page, question, text)| Step::Common { page, question, text }),
        1 => (number(), number()).prop_map(|(page, question)| Step::Clear { page, question }),
        5 => (number(), number()).prop_map(|(page, other)| Step::Read { page, other }),
        2 => (number(), number(), number())
            .prop_map(|(page, other, question)| Step::ReadPart { page, other, question }),
        1 => (number(), number(), number())
            .prop_map(|(page, question, which)| Step::Choose { page, question, which }),
        1 => number().prop_map(|page| Step::Reload { page }),
    ];
    proptest::collection::vec(step, 0..most)
}

/// A page load of the same draft.
#[derive(Clone)]
pub(crate) struct Page {
    pub me: Writer,
    pub replica: Replica,
    pub shown: Shown,
    /// The numbers of the edits that this page knows, kept by the oracle.
    known: BTreeSet<usize>,
}

/// An edit, as the oracle has it.
struct Edit {
    question: usize,
    text: Option<String>,
    /// The numbers of the edits whose values this edit replaced.
    replaced: BTreeSet<usize>,
}

/// The questions that are edited.
pub(crate) const QUESTIONS: [&str; 3] = ["goals", "mission", "name"];

/// Three pages and their edits.
pub(crate) struct World {
    pub pages: Vec<Page>,
    edits: Vec<Edit>,
    writers: u128,
}

impl World {
    pub(crate) fn new() -> Self {
        let begun = Replica::of(&draft(), Writer::from_random(1), Timestamp::from_millis(0));
        let mut world = Self { pages: Vec::new(), edits: Vec::new(), writers: 1 };
        for _ in 0..3 {
            let me = world.writer();
            let shown = Shown::of(&begun, me);
            world.pages.push(Page { me, replica: begun.clone(), shown, known: BTreeSet::new() });
        }
        world
    }

    /// Makes a world and takes it through these steps.
    pub(crate) fn after(steps: &[Step]) -> Self {
        let mut world = Self::new();
        for step in steps {
            world.step(step);
        }
        world
    }

    fn writer(&mut self) -> Writer {
        self.writers += 1;
        Writer::from_random(self.writers)
    }

    pub(crate) fn step(&mut self, step: &Step) {
        let number = self.edits.len();
        match step {
            Step::Type { page, question } => self.put(*page, *question, Some(format!("text {number}"))),
            Step::Common { page, question, text } => {
                self.put(*page, *question, Some(format!("common {}", text % 2)));
            }
            Step::Clear { page, question } => self.put(*page, *question, None),
            Step::Read { page, other } => {
                let other = self.pages[other % 3].clone();
                let page = &mut self.pages[page % 3];
                page.replica.merge(&other.replica);
                page.shown.refresh(&page.replica, page.me, &[]);
                page.known.extend(other.known);
            }
            Step::ReadPart { page, other, question } => {
                let other = self.pages[other % 3].clone();
                let fields = BTreeSet::from([Field::Answer(QuestionId::new(QUESTIONS[question % 3]))]);
                let of_question = |edit: &usize| self.edits[*edit].question == question % 3;
                let known: Vec<usize> = other.known.iter().copied().filter(of_question).collect();
                let page = &mut self.pages[page % 3];
                page.replica.merge(&other.replica.part(&fields));
                page.shown.refresh(&page.replica, page.me, &[]);
                page.known.extend(known);
            }
            Step::Choose { page, question, which } => self.choose(page % 3, question % 3, *which),
            Step::Reload { page } => {
                let me = self.writer();
                let page = &mut self.pages[page % 3];
                page.me = me;
                page.shown = Shown::of(&page.replica, me);
            }
        }
    }

    fn put(&mut self, page: usize, question: usize, text: Option<String>) {
        let (page, question) = (page % 3, question % 3);
        let at = Timestamp::from_millis(1 + i64::try_from(self.edits.len() * 7 % 5).unwrap());
        let mut draft = self.draft(page);
        let id = QuestionId::new(QUESTIONS[question]);
        let before = draft.entry(id.as_str()).map(|entry| entry.text().to_owned());
        let same = match &text {
            Some(text) => !draft.set_text(&id, text, &nfc, at).unwrap(),
            None => draft.remove(&id, at).is_none(),
        };
        let live = self.live(page, question);
        let page = &mut self.pages[page];
        assert_eq!(page.replica.edit(&draft, &mut page.shown, page.me, at).is_empty(), same);
        if !same {
            let replaced = live.into_iter().filter(|edit| self.edits[*edit].text == before).collect();
            page.known.insert(self.edits.len());
            self.edits.push(Edit { question, text, replaced });
        }
    }

    fn choose(&mut self, page: usize, question: usize, which: usize) {
        let field = Field::Answer(QuestionId::new(QUESTIONS[question]));
        let live = self.live(page, question);
        let page = &mut self.pages[page];
        let conflicts = page.replica.conflicts(&page.shown);
        let Some(conflict) = conflicts.iter().find(|conflict| conflict.field == field) else { return };
        let choice = &conflict.choices[which % conflict.choices.len()];
        let at = Timestamp::from_millis(9);
        assert!(page.replica.choose(&field, choice.dot, &mut page.shown, page.me, at));
        page.known.insert(self.edits.len());
        self.edits.push(Edit {
            question,
            text: Some(choice.value.text()),
            replaced: live.into_iter().collect(),
        });
    }

    /// Returns the draft that a page shows.
    pub(crate) fn draft(&self, page: usize) -> Draft {
        let page = &self.pages[page];
        page.shown.draft(draft().id(), page.replica.changed()).unwrap()
    }

    /// Lists, by the oracle, a question's edits that a page knows and that no other edit it knows has replaced.
    fn live(&self, page: usize, question: usize) -> Vec<usize> {
        let known = &self.pages[page].known;
        let replaced = |edit: &usize| known.iter().any(|other| self.edits[*other].replaced.contains(edit));
        known
            .iter()
            .copied()
            .filter(|edit| self.edits[*edit].question == question && !replaced(edit))
            .collect()
    }

    /// Lists, by the oracle, the different texts that a page has of a question.
    pub(crate) fn texts(&self, page: usize, question: usize) -> BTreeSet<String> {
        self.live(page, question).into_iter().filter_map(|edit| self.edits[edit].text.clone()).collect()
    }
}

/// Lists the different texts that a state has of a question.
pub(crate) fn texts_of(replica: &Replica, question: &str) -> BTreeSet<String> {
    let versions = replica.versions(&Field::Answer(QuestionId::new(question)));
    versions.iter().map(|version| version.value.text()).collect()
}

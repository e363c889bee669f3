//! Several people keep a folder in step, in which each has a file: in whatever order they read it, all drafts end up
//! equal.

use std::collections::BTreeMap;

use proptest::prelude::*;

use super::*;
use crate::draft::file::{DraftCopy, write_copies};
use crate::draft::replica::{Conflict, Field};
use crate::draft::team_folder::{FolderLog, ListedFile, own_file_name};

/// A folder as one person's computer has it: texts and times by name.
type Folder = BTreeMap<String, (String, i64)>;

/// A person with a browser, a folder, and an open page.
struct Person {
    browser: Browser,
    page: Repository,
    folder: Folder,
    log: FolderLog,
    own: String,
    writes: usize,
}

impl Person {
    /// A person who has begun with this file, or with a draft of their own.
    fn new(number: u64, begin_with: Option<&DraftCopy>) -> Self {
        let browser = Browser::default();
        browser.pages.set(u128::from(number) * 1000);
        let page = browser.page();
        match begin_with {
            None => drop(save(&page, &with_mission("one"))),
            Some(copy) => drop(page.take_copy(&copy.draft, copy.edits.replica().unwrap(), &[], at(1))),
        }
        let own = own_file_name("Example", "2026", "", number);
        Self { browser, page, folder: Folder::new(), log: FolderLog::default(), own, writes: 0 }
    }

    fn draft(&self) -> Draft {
        block_on(self.page.load(&id(), &nfc)).unwrap()
    }

    fn copy(&self) -> DraftCopy {
        self.page.copy_of(self.draft())
    }

    fn types(&self, question: &str, text: &str, seconds: i64) {
        save(&self.page, &typed(&self.draft(), question, text, seconds));
    }

    /// Reloads the page: what it has seen of the folder is forgotten.
    fn reload(&mut self) {
        block_on(self.page.settle(&|| ()));
        self.page = self.browser.page();
        self.log = FolderLog::default();
        self.draft();
    }

    /// Looks into the folder, takes what is new, and writes the own file.
    fn look(&mut self, seconds: i64) {
        let listed: Vec<ListedFile> = self
            .folder
            .iter()
            .map(|(name, (text, modified))| ListedFile {
                name: name.clone(),
                bytes: text.len() as u64,
                modified: *modified,
            })
            .collect();
        for file in self.log.to_read(&listed) {
            let text = self.folder[&file.name].0.clone();
            for copy in self.log.take(&file, Some(text.as_bytes()), &id(), at(seconds), &nfc) {
                let replica = copy.edits.replica().unwrap();
                if !self.page.has_all_of(&id(), replica) {
                    self.page.take_copy(&self.draft(), replica, &[], at(seconds)).unwrap();
                    assert!(self.page.has_all_of(&id(), replica));
                }
            }
        }
        block_on(self.page.settle(&|| ()));
        let text = write_copies(&[self.copy()]).unwrap();
        if self.log.is_due(&self.own, &text) {
            self.folder.insert(self.own.clone(), (text.clone(), at(seconds).millis()));
            self.log.wrote(&self.own, &text);
            self.writes += 1;
        }
    }

    fn conflicts(&self) -> Vec<Conflict> {
        self.page.conflicts(&id())
    }
}

/// Brings one person's own file into another's folder, as a program does that keeps both in step.
fn bring(people: &mut [Person], from: usize, to: usize) {
    let own = people[from].own.clone();
    if let Some(file) = people[from].folder.get(&own).cloned() {
        people[to].folder.insert(own, file);
    }
}

fn team(size: usize) -> Vec<Person> {
    let first = Person::new(1, None);
    let copy = first.copy();
    let others = (2..=size as u64).map(|number| Person::new(number, Some(&copy)));
    let others: Vec<Person> = others.collect();
    std::iter::once(first).chain(others).collect()
}

/// Brings all files everywhere and lets everybody look, until nobody writes any more. Returns how many turns that took.
fn settle(people: &mut [Person], mut seconds: i64) -> usize {
    for turn in 0..10 {
        let before: usize = people.iter().map(|person| person.writes).sum();
        for person in 0..people.len() {
            seconds += 100;
            people[person].look(seconds);
            for other in 0..people.len() {
                bring(people, person, other);
            }
        }
        // In the first turn, what was written before has only just been brought.
        if turn > 0 && people.iter().map(|person| person.writes).sum::<usize>() == before {
            return turn;
        }
    }
    panic!("they write on and on");
}

#[test]
fn what_only_one_changed_comes_to_all_and_the_same_is_not_written_twice() {
    let mut people = team(3);
    people[0].types("mission", "of the first", 10);
    people[1].types("goals", "of the second", 11);
    assert!(settle(&mut people, 100) <= 3);
    for person in &people {
        assert_eq!(
            (person.draft().text("mission"), person.draft().text("goals")),
            ("of the first", "of the second")
        );
        assert!(person.conflicts().is_empty());
        assert_eq!(person.browser.found().answers(), people[0].draft().answers(), "it is stored");
    }
    let writes: Vec<usize> = people.iter().map(|person| person.writes).collect();
    settle(&mut people, 5_000);
    assert_eq!(people.iter().map(|person| person.writes).collect::<Vec<_>>(), writes);
}

#[test]
fn what_two_changed_is_a_choice_for_all_and_one_choice_is_enough() {
    let mut people = team(3);
    people[0].types("mission", "of the first", 10);
    people[1].types("mission", "of the second", 11);
    settle(&mut people, 100);
    for person in &people {
        assert_eq!(person.conflicts().len(), 1);
    }
    let conflict = people[2].conflicts().remove(0);
    let kept = &conflict.choices[0];
    people[2].page.choose(&people[2].draft(), &conflict.field, kept.dot, at(3_000)).unwrap();
    let text = people[2].draft().text("mission").to_owned();
    settle(&mut people, 4_000);
    for person in &people {
        assert!(person.conflicts().is_empty());
        assert_eq!(person.draft().text("mission"), text);
    }
}

#[test]
fn a_cut_file_is_passed_over_and_read_once_it_is_whole() {
    let mut people = team(2);
    people[1].types("goals", "of the second", 10);
    people[1].look(100);
    let own = people[1].own.clone();
    let whole = people[1].folder[&own].clone();
    people[0].folder.insert(own.clone(), (whole.0[..whole.0.len() / 2].to_owned(), whole.1));
    let before = people[0].draft();
    people[0].look(200);
    assert_eq!(people[0].draft(), before);
    assert_eq!(people[0].log.troubles().len(), 1);
    people[0].folder.insert(own, whole);
    people[0].look(300);
    assert_eq!(people[0].draft().text("goals"), "of the second");
    assert!(people[0].log.troubles().is_empty());
}

#[test]
fn a_field_in_which_one_types_keeps_its_text_and_what_came_is_a_choice() {
    let people = team(2);
    people[1].types("mission", "theirs", 10);
    people[1].types("goals", "theirs", 10);
    let copy = people[1].copy();
    let (page, field) = (&people[0].page, Field::Answer(QuestionId::new("mission")));
    let taken =
        page.take_copy(&people[0].draft(), copy.edits.replica().unwrap(), &[field], at(20)).unwrap().0;
    assert_eq!((taken.text("mission"), taken.text("goals")), ("one", "theirs"));
    people[0].page.save(&typed(&taken, "mission", "one and more", 21), at(21));
    assert_eq!(people[0].conflicts().len(), 1);
}

/// A thing that happens.
#[derive(Clone, Debug)]
enum Step {
    Types(usize, usize, u8),
    Looks(usize),
    Comes(usize, usize),
    Reloads(usize),
}

const QUESTIONS: [&str; 3] = ["mission", "goals", "name"];

fn any_step() -> impl Strategy<Value = Step> {
    prop_oneof![
        3 => (0..3_usize, 0..3_usize, 0..4_u8).prop_map(|(who, question, text)| Step::Types(who, question, text)),
        3 => (0..3_usize).prop_map(Step::Looks),
        3 => (0..3_usize, 0..3_usize).prop_map(|(from, to)| Step::Comes(from, to)),
        1 => (0..3_usize).prop_map(Step::Reloads),
    ]
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]
    #[test]
    fn whoever_looks_when_all_end_equal(steps in proptest::collection::vec(any_step(), 0..24)) {
        let mut people = team(3);
        for (at, step) in steps.into_iter().enumerate() {
            let seconds = 10 * (at as i64 + 1);
            match step {
                Step::Types(who, question, text) => people[who].types(QUESTIONS[question], &format!("text {text}"), seconds),
                Step::Looks(who) => people[who].look(seconds),
                Step::Comes(from, to) => bring(&mut people, from, to),
                Step::Reloads(who) => people[who].reload(),
            }
        }
        settle(&mut people, 10_000);
        let fields = |person: &Person| {
            let values = |conflict: Conflict| {
                let mut texts: Vec<String> = conflict.choices.iter().map(|choice| choice.value.text()).collect();
                texts.sort();
                (conflict.field, texts)
            };
            person.conflicts().into_iter().map(values).collect::<Vec<_>>()
        };
        for person in &people {
            prop_assert_eq!(fields(person), fields(&people[0]));
            prop_assert!(person.log.troubles().is_empty());
            for question in QUESTIONS {
                let is_chosen = fields(person).iter().any(|(field, _)| *field == Field::Answer(QuestionId::new(question)));
                if !is_chosen {
                    prop_assert_eq!(person.draft().text(question).to_owned(), people[0].draft().text(question).to_owned());
                }
            }
        }
    }
}

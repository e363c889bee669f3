//! Three tabs of one browser, on the same draft, without any order: they type, read each other late, are reloaded,
//! closed and killed; localStorage reaches the disk late, and each tab sees the others' writes late.

use std::cell::RefCell;
use std::collections::{BTreeMap, BTreeSet};
use std::rc::Rc;

use proptest::prelude::*;

use super::*;
use crate::draft::replica::Field;
use crate::store::{Backend, Fault, key};

/// localStorage as each tab sees it: its own writes at once, the others' at some later time.
#[derive(Clone, Default)]
struct LateStorage {
    shared: Rc<RefCell<BTreeMap<String, String>>>,
    seen: Rc<RefCell<BTreeMap<String, String>>>,
}

impl LateStorage {
    /// The view of another tab, which sees what is shared now.
    fn another(&self) -> Self {
        let seen = Rc::new(RefCell::new(self.shared.borrow().clone()));
        Self { shared: Rc::clone(&self.shared), seen }
    }

    fn catch_up(&self) {
        self.seen.replace(self.shared.borrow().clone());
    }
}

impl Backend for LateStorage {
    fn keys(&self, prefix: &str) -> Result<Vec<String>, Fault> {
        Ok(self.seen.borrow().keys().filter(|key| key.starts_with(prefix)).cloned().collect())
    }

    fn get(&self, key: &str) -> Result<Option<String>, Fault> {
        Ok(self.seen.borrow().get(key).cloned())
    }

    fn set(&self, key: &str, json: &str) -> Result<(), Fault> {
        self.seen.borrow_mut().insert(key.into(), json.into());
        self.shared.borrow_mut().insert(key.into(), json.into());
        Ok(())
    }

    fn remove(&self, key: &str) -> Result<(), Fault> {
        self.seen.borrow_mut().remove(key);
        self.shared.borrow_mut().remove(key);
        Ok(())
    }
}

struct Tab {
    storage: LateStorage,
    page: Repository,
    draft: Draft,
    /// The edits that were typed here, by number.
    typed: BTreeSet<usize>,
    /// The fields that the user is typing in.
    typing: Vec<Field>,
}

/// An edit: its question, its text, and the edits whose texts its writer knowingly replaced.
struct Edit {
    question: usize,
    text: String,
    /// The edits whose texts were in the field, and shown.
    replaced: BTreeSet<usize>,
    /// Whether the edit reached a medium.
    stored: bool,
}

#[derive(Clone, Debug)]
enum Step {
    Type { tab: usize, question: usize },
    Prepare { tab: usize },
    Save { tab: usize },
    DurableStore { tab: usize },
    CatchUp { tab: usize },
    Read { tab: usize },
    Fetch { tab: usize },
    Focus { tab: usize, question: usize },
    Leave { tab: usize },
    Choose { tab: usize, which: usize },
    Reload { tab: usize },
    Kill { tab: usize },
    KillAll { lost: bool },
    Tidy { tab: usize },
    Fold { tab: usize },
    Clear,
}

fn any_step() -> impl Strategy<Value = Step> {
    let tab = || 0..3_usize;
    let question = || 0..3_usize;
    prop_oneof![
        12 => (tab(), question()).prop_map(|(tab, question)| Step::Type { tab, question }),
        2 => tab().prop_map(|tab| Step::Prepare { tab }),
        8 => tab().prop_map(|tab| Step::Save { tab }),
        6 => tab().prop_map(|tab| Step::DurableStore { tab }),
        6 => tab().prop_map(|tab| Step::CatchUp { tab }),
        8 => tab().prop_map(|tab| Step::Read { tab }),
        4 => tab().prop_map(|tab| Step::Fetch { tab }),
        2 => (tab(), question()).prop_map(|(tab, question)| Step::Focus { tab, question }),
        2 => tab().prop_map(|tab| Step::Leave { tab }),
        2 => (tab(), 0..4_usize).prop_map(|(tab, which)| Step::Choose { tab, which }),
        2 => tab().prop_map(|tab| Step::Reload { tab }),
        1 => tab().prop_map(|tab| Step::Kill { tab }),
        1 => any::<bool>().prop_map(|lost| Step::KillAll { lost }),
        3 => tab().prop_map(|tab| Step::Tidy { tab }),
        2 => tab().prop_map(|tab| Step::Fold { tab }),
        1 => Just(Step::Clear),
    ]
}

const QUESTIONS: [&str; 3] = ["goals", "mission", "name"];

fn field(question: usize) -> Field {
    Field::Answer(QuestionId::new(QUESTIONS[question]))
}

struct World {
    browser: Browser,
    storage: LateStorage,
    tabs: Vec<Tab>,
    edits: Vec<Edit>,
    /// The content of localStorage when it last reached the disk.
    on_disk: BTreeMap<String, String>,
    now: i64,
}

impl World {
    fn new() -> Self {
        let browser = Browser::default();
        let storage = LateStorage::default();
        let first = Repository::new(
            Box::new(storage.clone()),
            Box::new(browser.durable.clone()),
            Writer::from_random(9),
        );
        // Long in comparison with the typed texts, so that most edits go beside the slots.
        let long = typed(&draft(), "history", &"Then. ".repeat(400), 0);
        assert_eq!(save(&first, &long), Durability::Saved);
        let on_disk = storage.shared.borrow().clone();
        let mut world = Self { browser, storage, tabs: Vec::new(), edits: Vec::new(), on_disk, now: 1 };
        for _ in 0..3 {
            let tab = world.load();
            world.tabs.push(tab);
        }
        world
    }

    /// A page load. It opens the draft from localStorage, then asks the durable store, as the app does.
    fn load(&self) -> Tab {
        let storage = self.storage.another();
        let browser = &self.browser;
        browser.pages.set(browser.pages.get() + 1);
        let me = Writer::from_random((10 + browser.pages.get()) << 64);
        let page = Repository::new(Box::new(storage.clone()), Box::new(browser.durable.clone()), me);
        let mut draft = page.open(&id(), &nfc).unwrap_or_else(|_| {
            block_on(page.fetch(&id(), &nfc)).unwrap();
            page.open(&id(), &nfc).unwrap()
        });
        // The durable store may have more, or less.
        block_on(page.fetch(&id(), &nfc)).unwrap();
        if let Some(absorbed) = page.absorb(&draft, &[], at(self.now)) {
            draft = absorbed;
        }
        block_on(page.settle(&|| ()));
        Tab { storage, page, draft, typed: BTreeSet::new(), typing: Vec::new() }
    }

    fn step(&mut self, step: &Step) {
        self.now += 1;
        let now = at(self.now);
        match *step {
            Step::Type { tab, question } => self.type_text(tab, question),
            Step::Prepare { tab } => self.tabs[tab].page.prepare(&id()),
            Step::Save { tab } => self.save(tab),
            Step::DurableStore { tab } => block_on(self.tabs[tab].page.settle(&|| ())),
            Step::CatchUp { tab } => self.tabs[tab].storage.catch_up(),
            Step::Read { tab } => {
                self.tabs[tab].page.gather(&id(), &nfc).unwrap();
                self.absorb(tab);
            }
            Step::Fetch { tab } => {
                block_on(self.tabs[tab].page.fetch(&id(), &nfc)).unwrap();
                self.absorb(tab);
            }
            Step::Focus { tab, question } => self.tabs[tab].typing = vec![field(question)],
            Step::Leave { tab } => {
                self.tabs[tab].typing.clear();
                self.absorb(tab);
            }
            Step::Choose { tab, which } => self.choose(tab, which),
            Step::Reload { tab } => {
                self.save(tab);
                self.tabs[tab] = self.load();
            }
            Step::Kill { tab } => self.tabs[tab] = self.load(),
            Step::KillAll { lost } => self.kill_all(lost),
            Step::Tidy { tab } => {
                let alive: Vec<Writer> = self.tabs.iter().map(|tab| tab.page.writer()).collect();
                self.now += 61;
                block_on(self.tabs[tab].page.tidy(&id(), &alive, now, &nfc)).unwrap();
            }
            Step::Fold { tab } => self.tabs[tab].page.fold(&id(), now),
            Step::Clear => self.clear(),
        }
    }

    fn type_text(&mut self, tab: usize, question: usize) {
        let number = self.edits.len();
        let text = format!("text {number}");
        let replaced = self.closure(question, self.tabs[tab].draft.text(QUESTIONS[question]));
        let tab = &mut self.tabs[tab];
        tab.draft = typed(&tab.draft, QUESTIONS[question], &text, self.now);
        tab.typed.insert(number);
        self.edits.push(Edit { question, text, replaced, stored: false });
    }

    fn stored(&mut self, tab: usize) {
        for edit in &self.tabs[tab].typed {
            self.edits[*edit].stored = true;
        }
    }

    fn save(&mut self, tab: usize) {
        let here = &self.tabs[tab];
        here.page.save(&here.draft, at(self.now));
        self.stored(tab);
    }

    fn absorb(&mut self, tab: usize) {
        let here = &mut self.tabs[tab];
        if let Some(absorbed) = here.page.absorb(&here.draft, &here.typing, at(self.now)) {
            let shown = |draft: &Draft, field: &Field| match field {
                Field::Answer(question) => draft.text(question.as_str()).to_owned(),
                Field::Page => format!("{:?}", draft.page()),
                other => panic!("nobody types in {other:?}"),
            };
            for typing in &here.typing {
                let (before, after) = (shown(&here.draft, typing), shown(&absorbed, typing));
                assert_eq!(after, before, "nothing changes under the cursor");
            }
            here.draft = absorbed;
        }
        self.stored(tab);
    }

    /// Chooses one of several texts, and continues typing in it.
    fn choose(&mut self, tab: usize, which: usize) {
        self.save(tab);
        let here = &mut self.tabs[tab];
        let Some(conflict) = here.page.conflicts(&id()).into_iter().next() else { return };
        let choice = &conflict.choices[which % conflict.choices.len()];
        here.draft = here.page.choose(&here.draft, &conflict.field, choice.dot, at(self.now)).unwrap();
        let question = (0..3).find(|question| field(*question) == conflict.field).unwrap();
        assert_eq!(here.draft.text(QUESTIONS[question]), choice.value.text());
        self.type_text(tab, question);
        let mut replaced = BTreeSet::new();
        for text in conflict.choices.iter().map(|choice| choice.value.text()) {
            replaced.extend(self.closure(question, &text));
        }
        self.edits.last_mut().unwrap().replaced.extend(replaced);
        self.save(tab);
    }

    /// The edit that left a text, and all edits that it replaced.
    fn closure(&self, question: usize, text: &str) -> BTreeSet<usize> {
        let found = self.edits.iter().position(|edit| edit.question == question && edit.text == text);
        let before = found.map(|edit| self.edits[edit].replaced.clone()).unwrap_or_default();
        found.into_iter().chain(before).collect()
    }

    /// The browser is killed. `lost` says that localStorage did not reach the disk since the last time; data that was
    /// only there is unavoidably lost.
    fn kill_all(&mut self, lost: bool) {
        for tab in 0..3 {
            block_on(self.tabs[tab].page.settle(&|| ()));
        }
        if lost {
            *self.storage.shared.borrow_mut() = self.on_disk.clone();
        } else {
            self.on_disk = self.storage.shared.borrow().clone();
        }
        for tab in 0..3 {
            self.tabs[tab] = self.load();
        }
    }

    /// localStorage is cleared, and the tabs notice.
    fn clear(&mut self) {
        self.storage.shared.borrow_mut().clear();
        for tab in 0..3 {
            self.save(tab);
            let here = &self.tabs[tab];
            here.storage.catch_up();
            here.page.heal(&id(), at(self.now));
            block_on(here.page.settle(&|| ()));
        }
    }

    /// All tabs save and read each other; then one more page load reads.
    fn end(&mut self) -> Tab {
        for _ in 0..2 {
            for tab in 0..3 {
                self.tabs[tab].typing.clear();
                self.save(tab);
                block_on(self.tabs[tab].page.settle(&|| ()));
                self.tabs[tab].storage.catch_up();
                self.tabs[tab].page.gather(&id(), &nfc).unwrap();
                self.absorb(tab);
            }
        }
        self.load()
    }

    /// The texts of a question that are stored and that no stored edit replaced knowingly.
    fn expected(&self, question: usize) -> BTreeSet<String> {
        let stored =
            || self.edits.iter().enumerate().filter(|(_, edit)| edit.stored && edit.question == question);
        let replaced: BTreeSet<usize> =
            stored().flat_map(|(_, edit)| edit.replaced.iter().copied()).collect();
        stored().filter(|(at, _)| !replaced.contains(at)).map(|(_, edit)| edit.text.clone()).collect()
    }
}

/// The texts of a question that a tab shows or offers.
fn offered(tab: &Tab, question: usize) -> BTreeSet<String> {
    let conflicts = tab.page.conflicts(&id());
    let choices = conflicts.iter().filter(|conflict| conflict.field == field(question));
    let mut texts: BTreeSet<String> =
        choices.flat_map(|conflict| conflict.choices.iter().map(|choice| choice.value.text())).collect();
    texts.insert(tab.draft.text(QUESTIONS[question]).to_owned());
    texts.remove("");
    texts
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(250))]

    /// Every text is shown or offered as a choice unless a writer who saw it replaced it, and nothing else is offered.
    #[test]
    fn three_tabs_lose_nothing_and_invent_nothing(steps in proptest::collection::vec(any_step(), 0..120)) {
        let mut world = World::new();
        for step in &steps {
            world.step(step);
        }
        let last = world.end();
        for (number, question) in QUESTIONS.iter().enumerate() {
            prop_assert_eq!(offered(&last, number), world.expected(number), "{}", question);
        }
        prop_assert!(last.page.shelf(&nfc).quarantined.is_empty());
        // And what is there does not grow without end.
        let is_slot = |key: &&String| key.starts_with(&key::slots_of(&id())) && !key::is_edit(key);
        let slots = world.storage.shared.borrow().keys().filter(is_slot).count();
        prop_assert!(slots <= steps.len() + 4);
    }
}

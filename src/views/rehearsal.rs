//! The writer's first actions, carried out once beforehand, out of sight.
//!
//! Browsers compile a function of the program when it is first called (V8 since 2022; `docs/speed.md` has what it
//! takes). On a first visit, that would be a thousand functions in the one task in which the app replaces the page's
//! own fields, during which a slow phone responds to no key. Here the parts of that task run one by one, each in a
//! task of its own: outside the page, and with a report that exists only in memory.

use std::rc::Rc;

use leptos::prelude::*;

use super::header::Header;
use super::write::{QUESTION_PARTS, Write};
use crate::browser::{clock, nfc};
use crate::route::Route;
use crate::session::saver::Saver;
use crate::session::{OpenDraft, Session};
use report::draft::replica::Writer;
use report::draft::{Draft, DraftId};
use report::form::{Form, Group, Question, QuestionId, QuestionKind, Section};
use report::store::{Backend, Fault, Memory, Refused, Repository};

/// The id of the question, which no other question has: the page may have fields in which the writer is typing.
const QUESTION: &str = "rehearsed";

/// Makes a view with one of every kind of element, and lets it change.
pub async fn rehearse_elements() {
    rehearse(&Owner::new(), elements).await;
}

/// Begins a report, draws the view *Write*, types, saves, and opens what was saved.
pub async fn rehearse_writing(session: Session) {
    clock::next_task().await;
    let owner = Owner::new();
    let practice = owner.with(|| Practice::begin(session));
    let [field, row, question] = QUESTION_PARTS;
    for part in [header, field, row, question, write] {
        rehearse(&owner, part).await;
    }
    practice.save();
    clock::next_task().await;
    practice.read();
    clock::next_task().await;
    practice.session.saver().forget();
    owner.cleanup();
}

/// Makes a view in a task of its own, and drops it in the next one, when its effects have run.
async fn rehearse(within: &Owner, make: fn() -> AnyView) {
    clock::next_task().await;
    let owner = within.with(Owner::new);
    let built = owner.with(|| make().build());
    clock::next_task().await;
    drop(built);
    owner.cleanup();
}

fn header() -> AnyView {
    view! { <Header/> }.into_any()
}

fn write() -> AnyView {
    view! { <Write/> }.into_any()
}

/// Draws one of every kind of element that views are made of.
fn elements() -> AnyView {
    let is_so = RwSignal::new(false);
    let words = RwSignal::new(String::new());
    let same = Memo::new(move |_| words.get());
    Effect::new(move || {
        same.track();
        words.set("a".to_owned());
        is_so.set(true);
    });
    view! {
        <div class="a" class:b=is_so aria-label=words aria-hidden=move || same.get()>
            <label for=words.get_untracked()>{words}</label>
            <textarea prop:value=words on:input=move |_| is_so.set(true)></textarea>
            <Show when=move || is_so.get() fallback=move || view! { <b prop:textContent=words></b> }>
                <ul>{["a", "b"].map(|word| view! { <li>{word}</li> }).collect_view()}</ul>
            </Show>
            {move || is_so.get().then(|| view! { <p>{same}</p> })}
        </div>
    }
    .into_any()
}

/// A session of the rehearsal's own, with a report open in it.
struct Practice {
    session: Session,
    open: OpenDraft,
}

impl Practice {
    /// Opens an empty report, and provides the contexts that its views need. The channel to the other tabs and the
    /// late part are those of `around`.
    fn begin(around: Session) -> Self {
        let repository = Rc::new(in_memory(Memory::default()));
        let saver = Rc::new(Saver::new(Rc::clone(&repository), |_| (), || (), || ()));
        let session =
            Session::new(repository, Rc::clone(&saver), around.tabs(), RwSignal::new(false), around.late);
        provide_context(session);
        let form = form_of_one_question();
        let draft = Draft::new(DraftId::from_random(0), &form.id, clock::now());
        session.route.set(Route::Write { draft: draft.id().clone(), question: None });
        let open = OpenDraft::new((form, None), draft, saver, session.late);
        provide_context(open);
        session.open.set(Some(open));
        Self { session, open }
    }

    fn save(&self) {
        // One letter passes no limit.
        let _ = self.open.set_text(&QuestionId::new(QUESTION), "a");
        self.session.saver().flush();
    }

    fn read(&self) {
        let Some((key, record)) = self.session.repository().last_record(&self.open.id()) else { return };
        let memory = Memory::default();
        // Storing in memory cannot fail.
        let _ = memory.set(&key, &record);
        drop(in_memory(memory).open(&self.open.id(), &nfc));
    }
}

fn in_memory(memory: Memory) -> Repository {
    Repository::new(Box::new(memory), Box::new(Refused(Fault::Blocked)), Writer::from_random(0))
}

/// Makes a form of the latest form's first question with tools.
fn form_of_one_question() -> &'static Form {
    let latest = Form::latest();
    let long = latest.questions().find(|question| question.kind == QuestionKind::Long);
    let question = long.map(|question| Question { id: QuestionId::new(QUESTION), ..question.clone() });
    let group = Group { title: None, questions: question.into_iter().collect() };
    let form = Form {
        id: latest.id.clone(),
        name: String::new(),
        checked: String::new(),
        source: String::new(),
        template: String::new(),
        wiki: latest.wiki.clone(),
        title_prefix: String::new(),
        sections: vec![Section { title: String::new(), groups: vec![group] }],
    };
    // Like every form, it lives as long as the page.
    Box::leak(Box::new(form))
}

//! Starts the app: makes what all views share, listens to the page, and replaces the page's first content by the app.
//! It depends on everything; nothing depends on it.

mod late_table;

use std::mem;
use std::rc::Rc;

use any_spawner::Executor;
use leptos::mount::mount_to;
use leptos::prelude::*;
use leptos::task::tick;
use wasm_bindgen::JsCast;
use web_sys::HtmlElement;

use crate::app::App;
use crate::browser::indexed_db::IndexedDb;
use crate::browser::local_storage::LocalStorage as BrowserStorage;
use crate::browser::task::spawn_for_page;
use crate::browser::{address, clock, focus, page, press, random, scripts, tabs, typing};
use crate::session::late::Late;
use crate::session::remembered::WorkNotes;
use crate::session::saver::Saver;
use crate::session::tabs::Tabs;
use crate::session::{Session, persistence_request, reports_here, sync, words};
use crate::views::rehearsal;
use report::draft::replica::Writer;
use report::form::Form;
use report::names::Wiki;
use report::store::{Backend, Refused, Repository, key};

/// Starts the app in the element with the id `app`.
pub fn start() {
    scripts::watch_for_panics();
    let Some(place) = document().get_element_by_id("app") else { return };
    let Ok(place) = place.dyn_into::<HtmlElement>() else { return };
    // Leptos does this itself only when something is mounted.
    let _ = Executor::init_wasm_bindgen();
    spawn_for_page(async move {
        prepare().await;
        // The words shown so far stay until those of the chosen language arrive; if they do not, the app is in English.
        let repository = repository();
        if let Some(language) = page::first_language() {
            let _ = words::speak(language).await;
        }
        // It lives as long as the page.
        let owner = Owner::new();
        let session = owner.with(|| begin(repository));
        mem::forget(owner);
        // A writer who is not typing yet waits for the app.
        if scripts::is_writing() {
            rehearsal::rehearse_writing(session).await;
        }
        clock::next_task().await;
        // The frame around the view is made beforehand, outside the page.
        let Ok(Ok(app)) = place.clone_node().map(JsCast::dyn_into::<HtmlElement>) else { return };
        mount_to(app.clone(), move || view! { <App session/> }).forget();
        clock::next_task().await;
        scripts::place_given().await;
        let _ = place.replace_with_with_node_1(&app);
        session.is_shown.set(true);
        tick().await;
        // Leptos sets properties, and so the fields' values, a moment after making the elements, in a microtask.
        tick().await;
        scripts::place_taken();
    });
}

/// Reads what every view needs, each in a task of its own: during one long task, a slow phone would respond to no key
/// (`docs/speed.md`).
async fn prepare() {
    clock::next_task().await;
    drop(words::t("ui-app-name"));
    clock::next_task().await;
    if let Some(wiki) = page::wiki().as_deref().and_then(Wiki::parse) {
        Form::publish_on(wiki);
    }
    Form::latest();
    rehearsal::rehearse_elements().await;
}

/// Opens the repository with the browser's own storages, as far as they exist.
fn repository() -> Rc<Repository> {
    let local: Box<dyn Backend> = match BrowserStorage::open() {
        Ok(storage) => Box::new(storage),
        Err(fault) => Box::new(Refused(fault)),
    };
    let writer = Writer::from_random(random::bits());
    tabs::hold_lock(&key::lock(writer));
    let repository = Repository::new(local, Box::new(IndexedDb::default()), writer);
    Rc::new(repository.with_timer(|millis| Box::pin(clock::wait(millis))))
}

/// Begins the session with the drafts in `repository`.
fn begin(repository: Rc<Repository>) -> Session {
    // Parts that are made before the session find it here.
    let place: StoredValue<Option<Session>> = StoredValue::new(None);
    let with_session = move |act: &dyn Fn(Session)| {
        if let Some(session) = place.try_get_value().flatten() {
            act(session);
        }
    };
    let elsewhere = RwSignal::new(false);
    let tabs = Rc::new(Tabs::listen(
        Rc::clone(&repository),
        elsewhere,
        move |news| with_session(&|session| sync::hear(session, news)),
        move |key| with_session(&|session| sync::changed(session, key)),
    ));
    let (announced, worked, work) = (Rc::clone(&tabs), Rc::clone(&repository), WorkNotes::default());
    let saver = Rc::new(Saver::new(
        Rc::clone(&repository),
        move |id| {
            announced.written(id);
            // Once a minute is enough for the mark, too.
            if work.note(&worked, id) {
                reports_here::note(&worked);
            }
            with_session(&|session| {
                session.note_stored(id);
                // Text typed in a field that another tab has changed meanwhile becomes one of the texts to choose from.
                session.look_for_conflicts();
            });
        },
        move || with_session(&sync::absorb),
        move || with_session(&Session::forget_everything),
    ));
    let session = Session::new(repository, saver, tabs, elsewhere, Late::begin(late_table::parts));
    place.set_value(Some(session));
    listen(session);
    session
}

/// Listens to the address, to the keyboard and to the page's life.
fn listen(session: Session) {
    press::watch();
    address::on_change(move |route| {
        // A field is left before its view is gone, so that listeners still find the draft.
        if !session.route.with_untracked(|before| before.same_view(&route)) {
            focus::leave();
        }
        session.saver().flush();
        session.route.set(route);
        sync::absorb(session);
    });
    // Changes that waited for the field are shown once it was left and saved.
    let absorb = move || press::when_released(move || sync::absorb(session));
    typing::watch(move || request_animation_frame(absorb));
    let _ = page::on_leaving(move || session.saver().rest());
    page::on_revival(move || {
        session.saver().give_up_if_cleared();
        session.repository().changed_elsewhere(None);
        session.storage_changed();
    });
    page::on_return(move || {
        session.saver().heal();
        sync::absorb(session);
        session.storage_changed();
    });
    page::ask_before_leaving(move || session.saver().would_lose());
    persistence_request::ask_when_it_fits(session);
}

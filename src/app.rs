//! The frame around all views, and the choice of the view.

use leptos::prelude::*;

use crate::components::late;
use crate::components::next_frame::in_next_frame;
use crate::components::view::View;
use crate::route::{Purpose, Route};
use crate::session::words::t;
use crate::session::{Session, session};
use crate::views::draft_frame::DraftFrame;
use crate::views::footer::Footer;
use crate::views::header::Header;
use crate::views::home::Home;
use crate::views::keys::KeysDialog;
use crate::views::new_version::NewVersion;
use crate::views::share::ShareDialog;
use report::draft::DraftId;

/// The whole app.
#[component]
pub fn App(
    /// The state that all views share.
    session: Session,
) -> impl IntoView {
    provide_context(session);
    move || {
        session.language.track();
        view! { <Frame/> }
    }
}

/// The frame around all views; made anew as a whole when the language changes.
#[component]
fn Frame() -> impl IntoView {
    let session = session();
    let place = Memo::new(move |_| Place::of(&session.route.get()));
    view! {
        <a class="skip-link" href="#main" on:click=skip>{t("ui-skip")}</a>
        <Header/>
        <NewVersion/>
        <main id="main" class="main" tabindex="-1">
            {move || session.is_shown.get().then(|| match place.get() {
                Place::Home => view! { <Home/> }.into_any(),
                Place::Import(purpose) => late::view(move |parts| (parts.import)(purpose.clone())),
                Place::Reports => late::view(|parts| (parts.reports)()),
                Place::Draft(id) => view! { <DraftFrame id/> }.into_any(),
                Place::Unknown => view! { <Unknown/> }.into_any(),
            })}
        </main>
        {in_next_frame(|| view! { <Footer/> <KeysDialog/> <ShareDialog/> })}
    }
}

/// The view that the frame shows. All views of one draft are one place: the draft stays open between them.
#[derive(Clone, PartialEq)]
enum Place {
    Home,
    Import(Purpose),
    Reports,
    Draft(DraftId),
    Unknown,
}

impl Place {
    fn of(route: &Route) -> Self {
        match (route, route.draft()) {
            (_, Some(id)) => Self::Draft(id.clone()),
            (Route::Import(purpose), None) => Self::Import(purpose.clone()),
            (Route::Reports, None) => Self::Reports,
            (Route::Home, None) => Self::Home,
            _ => Self::Unknown,
        }
    }
}

/// Moves the focus to the main part, for the skip link: the address's fragment is the app's route and cannot lead
/// there.
fn skip(event: leptos::ev::MouseEvent) {
    event.prevent_default();
    crate::browser::focus::element("main");
}

#[component]
fn Unknown() -> impl IntoView {
    view! {
        <View heading=t("ui-unknown-address") class="unknown">
            <p>{t("ui-unknown-address-text")}</p>
            <p><a href=Route::Home.to_string()>{t("ui-all-reports")}</a></p>
        </View>
    }
}

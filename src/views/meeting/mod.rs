//! *In a meeting*: one question after the other, large enough for a projector, edited in place.

mod keys;
mod place;

use leptos::prelude::*;

use self::place::MeetingPlace;
use crate::components::form_text::form_text;
use crate::components::view::View;
use crate::route::Route;
use crate::session::words::{say, t};
use crate::session::{OpenDraft, session};
use crate::views::write::QuestionAlone;
use report::i18n::Message;

/// The id of the element that shows the question.
const QUESTION: &str = "meeting-question";

/// The id of the link from the last question to the review.
const REVIEW: &str = "meeting-review";

/// The view *In a meeting*.
#[component]
pub fn MeetingView() -> impl IntoView {
    let open = OpenDraft::here();
    let place = MeetingPlace::begin(open);
    let own_keys = session().keys;
    keys::listen(place);
    let write = move || Route::Write { draft: open.id(), question: Some(place.question()) }.to_string();
    let review = Route::Review { draft: open.id() }.to_string();
    let at = move || say(&Message::new("ui-meeting-at").with(place.number()).with(place.count()));
    view! {
        <View heading=t("ui-meeting") class="meeting">
            <p class="meeting__ways"><a href=write>{t("ui-back-to-questions")}</a> " " <a href=review id=REVIEW>{t("ui-review")}</a></p>
            <div class="meeting__bar">
                <p class="meeting__at">
                    <span role="status" prop:textContent=at></span>
                    " "
                    <span class="quiet">{move || place.section().map(form_text)}</span>
                </p>
                <div class="actions">
                    <Step place words="ui-meeting-previous" is_forward=false/>
                    <Step place words="ui-meeting-next" is_forward=true/>
                </div>
            </div>
            <div class="meeting__question" id=QUESTION tabindex="-1" on:keydown:capture=move |event| keys::in_field(place, own_keys, &event)>
                <QuestionAlone here=Signal::derive(move || place.question())/>
            </div>
            <p class="quiet meeting__help">{t("ui-meeting-help")}</p>
        </View>
    }
}

/// A button that leads to the next question or the one before. At the last or first question it stays in place, so
/// that it keeps the focus, but does nothing.
#[component]
fn Step(place: MeetingPlace, words: &'static str, is_forward: bool) -> impl IntoView {
    let is_end = Memo::new(move |_| place.is_end(is_forward));
    view! {
        <button
            type="button"
            class="cdx-button meeting__step"
            aria-disabled=move || is_end.get().then_some("true")
            on:click=move |_| {
                place.step(is_forward);
            }
        >
            {t(words)}
        </button>
    }
}

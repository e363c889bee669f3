//! The choice of the language, once there is more than one.

use leptos::prelude::*;

use wasm_bindgen::JsValue;
use web_sys::Event;

use crate::browser::kept_place::KeptPlace;
use crate::browser::task::spawn_for_page;
use crate::browser::{focus, page};
use crate::session::element_ids::question_of_field;
use crate::session::scope::Scope;
use crate::session::words::t;
use crate::session::{session, words};
use report::i18n::OfferedLanguage;

/// The name of the setting that keeps the language. `public/language.js` reads it, too.
const SETTING: &str = "language";

/// The choice of the language; nothing while English is all there is.
#[component]
pub fn LanguageChoice() -> impl IntoView {
    let session = session();
    let failed = RwSignal::new(false);
    let scope = Scope::here();
    let choose = move |event: Event| {
        let code = event_target_value(&event);
        let Some(chosen) = page::offered_languages().into_iter().find(|known| known.language.code == code)
        else {
            return;
        };
        let list: JsValue = event_target(&event);
        failed.set(false);
        // The language that is finally chosen is shown in all views, even if this view was made anew meanwhile.
        spawn_for_page(async move {
            match words::speak(chosen.language).await {
                Ok(true) => {}
                Ok(false) => return,
                Err(_) => {
                    scope.try_with(|| failed.set(true));
                    // The list shows the current language. It has a `value` property, so setting that cannot fail.
                    let _ = js_sys::Reflect::set(&list, &"value".into(), &words::language().into());
                    return;
                }
            }
            // A choice that cannot be stored holds for this page load.
            let _ = session.repository().set_setting(SETTING, Some(&code));
            let mut place = KeptPlace::now();
            // A field that has the focus is left before it is made anew.
            focus::leave();
            session.saver().flush();
            session.begin_rebuild(place.last_field().and_then(question_of_field));
            session.language.set(code);
            // Once the visible part is drawn.
            request_animation_frame(move || {
                request_animation_frame(move || {
                    place.restore(".header__menu");
                    session.end_rebuild();
                    place.select_rest();
                });
            });
        });
    };
    let languages = page::offered_languages();
    (languages.len() > 1).then(|| {
        let chosen = words::language();
        let options = languages.into_iter().map(|OfferedLanguage { language, autonym }| {
            let selected = language.code == chosen;
            view! { <option value=language.code lang=language.tag dir=language.direction.value() selected=selected>{autonym}</option> }
        });
        view! {
            <select class="cdx-select header__language" aria-label=t("ui-language") translate="no" on:change=choose>
                {options.collect_view()}
            </select>
            <span role="status" class="header__status">
                {move || failed.get().then(|| t("ui-language-not-loaded"))}
            </span>
        }
    })
}

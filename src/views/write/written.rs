//! The line below an answer that another person wrote: who, and when. It comes from copies, and is never on the page.

use leptos::prelude::*;

use crate::browser::nfc;
use crate::session::element_ids::written_id;
use crate::session::locale;
use crate::session::words::say;
use crate::session::{OpenAnswer, OpenDraft, session};
use report::draft::replica::Field;
use report::i18n::Message;

/// Draws who wrote an answer last; nothing if that was somebody in this browser or gave no name.
pub fn written(answer: OpenAnswer) -> AnyView {
    let (session, open) = (session(), OpenDraft::here());
    let id = StoredValue::new(written_id(answer.question.id.as_str()));
    let field = StoredValue::new(Field::Answer(answer.question.id.clone()));
    let last = Memo::new(move |_| {
        answer.entry.track();
        let repository = session.repository();
        open.with_draft(|draft| field.with_value(|field| repository.last_written(draft, field, &nfc)))
    });
    let words = move || {
        last.get().map(|last| {
            let when = locale::date_time(last.at);
            let words = say(&Message::new("ui-written-by").with(last.by).with(when));
            view! { <p class="quiet question__written" id=id.get_value()>{words}</p> }
        })
    };
    words.into_any()
}

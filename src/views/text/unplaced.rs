//! Says what of the text has no place.

use leptos::prelude::*;

use super::apply::Applied;
use crate::components::message::{MessageBox, MessageKind};
use crate::session::OpenDraft;
use crate::session::words::say;
use crate::views::import::Unplaceds;
use report::i18n::Message;

/// The report; nothing where all is well.
pub(super) fn view(open: OpenDraft, applied: &Applied) -> AnyView {
    let refused = applied.refused.iter().map(|why| {
        let words = say(why);
        view! {
            <MessageBox kind=MessageKind::Warning>{words}</MessageBox>
        }
    });
    let missing = (!applied.missing.is_empty())
        .then(|| say(&Message::new("ui-text-missing").with(applied.missing.len())))
        .map(|words| view! { <p>{words}</p> });
    view! {
        {refused.collect_view()}
        {missing}
        <Unplaceds form=open.form() unplaced=applied.unplaced.clone()/>
    }
    .into_any()
}

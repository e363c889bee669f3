//! Says what of the text has no place.

use leptos::prelude::*;

use super::apply::Applied;
use crate::ui::open::Unplaceds;
use crate::ui::state::OpenDraft;
use crate::ui::words::say;
use report::i18n::Message;

/// The report; nothing where all is well.
pub(super) fn view(open: OpenDraft, applied: &Applied) -> AnyView {
    let refused = applied.refused.iter().map(|why| {
        view! {
            <div class="cdx-message cdx-message--block cdx-message--warning">
                <span class="cdx-message__icon"></span>
                <div class="cdx-message__content">{say(why)}</div>
            </div>
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

//! A question that must be answered before going on: the browser's own modal dialog, styled by Codex.
//!
//! The browser keeps the focus inside, closes on Escape, and gives the focus back to where it came from.

use leptos::html;
use leptos::prelude::*;

use super::icon::icon;
use crate::browser::focus;
use crate::session::words::t;

/// A modal dialog that is shown while `open` is true. The first control with `autofocus` gets the focus: it should be the safe
/// one.
#[component]
pub fn Dialog(
    /// Whether the dialog is shown. Closing it by Escape sets this to false.
    open: RwSignal<bool>,
    /// The dialog's id on the page.
    #[prop(into)]
    id: String,
    /// The dialog's title.
    title: String,
    /// The text and fields.
    children: ChildrenFn,
    /// The buttons.
    #[prop(into)]
    actions: ViewFn,
) -> impl IntoView {
    let element = NodeRef::<html::Dialog>::new();
    Effect::new(move || {
        let Some(dialog) = element.get() else { return };
        match (open.get(), dialog.open()) {
            (true, false) => {
                drop(dialog.show_modal());
                // The content is only made now, so the browser could not focus it when it opened the dialog.
                focus::soon("dialog[open] [autofocus]");
            }
            (false, true) => dialog.close(),
            _ => {}
        }
    });
    let heading = format!("{id}-title");
    let labelled_by = heading.clone();
    view! {
        <dialog class="cdx-dialog dialog" node_ref=element aria-labelledby=labelled_by on:close=move |_| open.set(false)>
            <header class="cdx-dialog__header cdx-dialog__header--default">
                <div class="cdx-dialog__header__title-group">
                    <h2 class="cdx-dialog__header__title" id=heading>{title}</h2>
                </div>
                <button
                    type="button"
                    class="cdx-button cdx-button--weight-quiet cdx-button--icon-only cdx-dialog__header__close-button"
                    aria-label=t("ui-close")
                    on:click=move |_| open.set(false)
                >
                    {icon("close")}
                </button>
            </header>
            // The content is made when the dialog is shown, so that fields start from current values.
            <Show when=move || open.get()>
                <div class="cdx-dialog__body">{children()}</div>
                <footer class="cdx-dialog__footer cdx-dialog__footer--default">
                    <div class="cdx-dialog__footer__actions">{actions.run()}</div>
                </footer>
            </Show>
        </dialog>
    }
}

//! Gives a draft another name and year.

use leptos::html;
use leptos::prelude::*;

use super::shelf::HomeShelf;
use crate::components::dialog::Dialog;
use crate::session::words::t;
use report::draft::{DraftId, PageParts};

/// The dialog in which a draft gets another name and year.
#[component]
pub(super) fn Rename(
    /// The draft to rename.
    id: DraftId,
    /// The draft's present name and year.
    #[prop(into)]
    page: Signal<PageParts>,
    /// Whether the dialog is shown.
    open: RwSignal<bool>,
) -> impl IntoView {
    let shelf = HomeShelf::here();
    let id = StoredValue::new(id);
    let affiliate = NodeRef::<html::Input>::new();
    let year = NodeRef::<html::Input>::new();
    let rename = move || {
        let (Some(affiliate), Some(year)) = (affiliate.get_untracked(), year.get_untracked()) else { return };
        let typed = PageParts { affiliate: affiliate.value(), year: year.value() };
        open.set(false);
        shelf.rename(id.get_value(), typed);
    };
    let element = format!("rename-{}", id.get_value());
    let (name_id, year_id) = (format!("{element}-name"), format!("{element}-year"));
    view! {
        <Dialog
            id=element
            title=t("ui-rename-title")
            open
            actions=move || view! {
                <button type="button" class="cdx-button cdx-button--action-progressive cdx-button--weight-primary" on:click=move |_| rename()>
                    {t("ui-rename-do")}
                </button>
                <button type="button" class="cdx-button" on:click=move |_| open.set(false)>{t("ui-cancel")}</button>
            }
        >
            {
                let page = page.get_untracked();
                view! {
                    <p>{t("ui-rename-text")}</p>
                    <form on:submit=move |event| { event.prevent_default(); rename(); }>
                        <TextField id=name_id.clone() label="ui-affiliate" value=page.affiliate element=affiliate autofocus=true/>
                        <TextField id=year_id.clone() label="ui-year" value=page.year element=year/>
                        <button type="submit" class="off-screen" tabindex="-1" aria-hidden="true"></button>
                    </form>
                }
            }
        </Dialog>
    }
}

#[component]
fn TextField(
    id: String,
    label: &'static str,
    value: String,
    element: NodeRef<html::Input>,
    #[prop(optional)] autofocus: bool,
) -> impl IntoView {
    view! {
        <div class="cdx-field">
            <div class="cdx-label">
                <label class="cdx-label__label" for=id.clone()>
                    <span class="cdx-label__label__text">{t(label)}</span>
                </label>
            </div>
            <div class="cdx-text-input">
                <input class="cdx-text-input__input" id=id node_ref=element value=value dir="auto" autocomplete="off" autofocus=autofocus/>
            </div>
        </div>
    }
}

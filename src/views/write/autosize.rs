//! Makes a text control as high as its text.

use crate::browser::text_control::TextControl;

/// Gives the control of this id the height of its text, if the browser does not do so itself (`field-sizing`).
pub(super) fn fit(id: &str) {
    let Some(control) = TextControl::of_id(id) else { return };
    if grows_by_itself() {
        return;
    }
    let area = control.element();
    let style = web_sys::HtmlElement::style(area);
    let _ = style.set_property("block-size", "auto");
    let border = area.offset_height() - area.client_height();
    let _ = style.set_property("block-size", &format!("{}px", area.scroll_height() + border));
}

fn grows_by_itself() -> bool {
    thread_local! {
        static SUPPORTED: bool = crate::browser::screen::supports("field-sizing", "content");
    }
    SUPPORTED.with(|supported| *supported)
}

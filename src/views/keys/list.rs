//! The list of the app's keyboard shortcuts, and the switch for them.

use leptos::prelude::*;

use crate::browser::typing;
use crate::components::checkbox::Checkbox;
use crate::session::keys::{Combination, Key, Shortcut};
use crate::session::session;
use crate::session::words::t;

/// Draws the switch for the keys and the list of them, by their names on this system.
pub fn list() -> AnyView {
    view! {
        <Switch/>
        <Part title="ui-keys-anywhere" rows=vec![
            row(Shortcut::CopyWikitext, "ui-keys-copy"),
            row(Shortcut::ShowKeys, "ui-keys-show"),
        ]/>
        <Part title="ui-keys-field" rows=vec![
            row(Shortcut::NextQuestion, "ui-keys-next"),
            row(Shortcut::Bold, "ui-keys-bold"),
            row(Shortcut::Link, "ui-keys-link"),
            (vec![t("ui-key-enter")], t("ui-keys-list")),
            (vec![t("ui-key-shift"), t("ui-key-enter")], t("ui-keys-line")),
            (vec![modifier(), "V".to_owned()], t("ui-keys-paste-link")),
            (vec![modifier(), t("ui-key-shift"), "V".to_owned()], t("ui-keys-paste-plain")),
        ]/>
        <Part title="ui-meeting" rows=vec![
            (vec![t("ui-key-page-down")], t("ui-keys-next")),
            (vec![t("ui-key-page-up")], t("ui-keys-previous")),
        ]/>
        <Part title="ui-keys-buttons" rows=vec![(vec![t("ui-key-arrows")], t("ui-keys-between"))]/>
    }
    .into_any()
}

/// A row of the list: the keys that are pressed together, and what they do.
type Row = (Vec<String>, String);

fn row(shortcut: Shortcut, does: &'static str) -> Row {
    let Combination { with_shift, key } = shortcut.combination();
    let key = match key {
        Key::Enter => t("ui-key-enter"),
        Key::Letter(letter) => letter.to_string(),
        Key::Slash => "/".to_owned(),
    };
    let shift = with_shift.then(|| t("ui-key-shift"));
    ([Some(modifier()), shift, Some(key)].into_iter().flatten().collect(), t(does))
}

fn modifier() -> String {
    t(if typing::has_command_key() { "ui-key-command" } else { "ui-key-control" })
}

#[component]
fn Part(title: &'static str, rows: Vec<Row>) -> impl IntoView {
    let rows = rows.into_iter().map(|(pressed, does)| {
        let names = pressed.into_iter().enumerate().map(|(index, name)| {
            let plus = (index > 0).then_some(" + ");
            view! { {plus}<kbd>{name}</kbd> }
        });
        view! {
            <tr>
                <th scope="row" class="keys__pressed"><span dir="ltr" translate="no">{names.collect_view()}</span></th>
                <td>{does}</td>
            </tr>
        }
    });
    view! {
        <table class="keys">
            <caption class="keys__title">{t(title)}</caption>
            <tbody>{rows.collect_view()}</tbody>
        </table>
    }
}

/// The switch that turns the keys off and on.
#[component]
fn Switch() -> impl IntoView {
    let session = session();
    let keys = session.keys;
    let toggle = move |are_on| keys.switch(&session.repository(), are_on);
    view! {
        <Checkbox id="keys-on" checked=Signal::derive(move || keys.are_on()) toggled=toggle>
            <span class="cdx-label__label__text">{t("ui-keys-use")}</span>
        </Checkbox>
        <p role="status" prop:textContent=move || t(if keys.are_on() { "ui-keys-on" } else { "ui-keys-off" })></p>
    }
}

//! Buttons that are one stop for the Tab key, with arrow keys moving between them: a toolbar as WAI-ARIA defines it.

use leptos::context::Provider;
use leptos::ev::KeyboardEvent;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement};

/// A row of buttons that is one stop for the Tab key. Left and Right (reversed in right-to-left languages), Home and
/// End move between the buttons; Tab returns to the one that had the focus last.
///
/// Each button in it takes a [`Stop`]; buttons may come and go.
#[component]
pub fn Toolbar(
    /// The toolbar's name for screen readers.
    #[prop(into)]
    label: String,
    /// The buttons.
    children: Children,
) -> impl IntoView {
    let stops = Stops { all: StoredValue::new(StopNumbers::default()), tabbed: RwSignal::new(None) };
    view! {
        <div class="toolbar" role="toolbar" aria-label=label on:keydown=move |event| go_between(&event)>
            <Provider value=stops>{children()}</Provider>
        </div>
    }
}

/// The buttons of a toolbar. Copies are the same.
#[derive(Clone, Copy)]
struct Stops {
    all: StoredValue<StopNumbers>,
    /// The number of the one button that the Tab key comes to.
    tabbed: RwSignal<Option<u32>>,
}

/// One button's place among those of its toolbar.
#[derive(Clone, Copy)]
pub struct Stop {
    stops: Stops,
    number: u32,
}

impl Stop {
    /// Takes a place in the toolbar around the view that is being made, for as long as that view exists.
    ///
    /// # Panics
    /// Outside a toolbar, which is a mistake in the program.
    pub fn here() -> Self {
        let stops: Stops = expect_context();
        let number = stops.all.try_update_value(StopNumbers::add).unwrap_or_default();
        stops.follow();
        on_cleanup(move || {
            // The whole toolbar may be gone.
            let _ = stops.all.try_update_value(|all| all.remove(number));
            stops.follow();
        });
        Self { stops, number }
    }

    /// Returns the button's `tabindex`. Subscribes to which button the Tab key comes to.
    pub fn tab_index(self) -> &'static str {
        if self.stops.tabbed.get() == Some(self.number) { "0" } else { "-1" }
    }

    /// Notes that the button has the focus.
    pub fn focused(self) {
        let _ = self.stops.all.try_update_value(|all| all.last = Some(self.number));
        self.stops.follow();
    }
}

impl Stops {
    fn follow(self) {
        let tabbed = self.all.try_with_value(StopNumbers::tabbed).flatten();
        if self.tabbed.try_get_untracked().is_some_and(|before| before != tabbed) {
            self.tabbed.set(tabbed);
        }
    }
}

/// The numbers of a toolbar's present buttons, in the order in which they came.
#[derive(Debug, Default)]
struct StopNumbers {
    present: Vec<u32>,
    next: u32,
    last: Option<u32>,
}

impl StopNumbers {
    /// Adds a button and returns its number.
    fn add(&mut self) -> u32 {
        let number = self.next;
        self.next += 1;
        self.present.push(number);
        number
    }

    fn remove(&mut self, number: u32) {
        self.present.retain(|present| *present != number);
    }

    /// Returns the button that the Tab key comes to: the one that had the focus last, while it is there, else the first.
    fn tabbed(&self) -> Option<u32> {
        let last = self.last.filter(|last| self.present.contains(last));
        last.or_else(|| self.present.first().copied())
    }
}

/// Moves the focus within a toolbar by arrow keys, Home and End.
fn go_between(event: &KeyboardEvent) {
    if event.ctrl_key() || event.meta_key() || event.alt_key() || event.shift_key() {
        return;
    }
    let Some(toolbar) = event.current_target().and_then(|target| target.dyn_into::<Element>().ok()) else {
        return;
    };
    let buttons = toolbar.get_elements_by_tag_name("button");
    let active = document().active_element();
    let here = (0..buttons.length()).find(|index| buttons.item(*index) == active).unwrap_or(0);
    let last = buttons.length().saturating_sub(1);
    let Some(to) = target(&event.key(), here, last, document().dir() == "rtl") else { return };
    event.prevent_default();
    if let Some(button) = buttons.item(to).and_then(|button| button.dyn_into::<HtmlElement>().ok()) {
        let _ = button.focus();
    }
}

/// Finds the button that a key leads to from the button `here`, among buttons 0 to `last`, wrapping around at both
/// ends. `None` for any other key.
fn target(key: &str, here: u32, last: u32, is_leftward: bool) -> Option<u32> {
    let forward = if here >= last { 0 } else { here + 1 };
    let back = here.checked_sub(1).unwrap_or(last);
    match key {
        "ArrowRight" => Some(if is_leftward { back } else { forward }),
        "ArrowLeft" => Some(if is_leftward { forward } else { back }),
        "Home" => Some(0),
        "End" => Some(last),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::{StopNumbers, target};

    #[test]
    fn keys_lead_from_button_to_button() {
        let cases = [
            ("ArrowRight", 0, false, Some(1)),
            ("ArrowRight", 3, false, Some(0)),
            ("ArrowLeft", 0, false, Some(3)),
            ("ArrowLeft", 2, false, Some(1)),
            ("ArrowRight", 0, true, Some(3)),
            ("ArrowLeft", 3, true, Some(0)),
            ("Home", 2, false, Some(0)),
            ("End", 1, true, Some(3)),
            ("ArrowDown", 1, false, None),
            ("a", 1, false, None),
        ];
        for (key, here, is_leftward, expected) in cases {
            assert_eq!(target(key, here, 3, is_leftward), expected, "{key} {here} {is_leftward}");
        }
        assert_eq!(target("ArrowRight", 0, 0, false), Some(0));
    }

    #[test]
    fn one_button_is_a_stop_whichever_are_there() {
        let mut all = StopNumbers::default();
        assert_eq!(all.tabbed(), None);
        let [first, second, third] = [all.add(), all.add(), all.add()];
        assert_eq!(all.tabbed(), Some(first));
        all.last = Some(second);
        assert_eq!(all.tabbed(), Some(second));
        all.remove(third);
        assert_eq!(all.tabbed(), Some(second));
        all.remove(second);
        assert_eq!(all.tabbed(), Some(first));
        let fourth = all.add();
        assert_eq!(all.tabbed(), Some(first));
        all.remove(first);
        assert_eq!(all.tabbed(), Some(fourth));
    }
}

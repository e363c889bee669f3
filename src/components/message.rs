//! Codex's message: a box that says something, with an icon of its kind.

use leptos::prelude::*;

/// The kind of a message, which gives it its colour and icon.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum MessageKind {
    /// A notice: something to know.
    Notice,
    /// A warning: something that may go wrong.
    Warning,
    /// An error: something that went wrong.
    Error,
    /// A success: something that was done.
    Success,
}

impl MessageKind {
    /// Returns the classes of a message of this kind in a box of its own.
    fn class(self) -> &'static str {
        match self {
            Self::Notice => "cdx-message cdx-message--block cdx-message--notice",
            Self::Warning => "cdx-message cdx-message--block cdx-message--warning",
            Self::Error => "cdx-message cdx-message--block cdx-message--error",
            Self::Success => "cdx-message cdx-message--block cdx-message--success",
        }
    }
}

/// A message in a box of its own. Attributes given to the component go to the box.
#[component]
pub fn MessageBox(
    /// The kind of the message.
    kind: MessageKind,
    /// The content of the message.
    children: Children,
) -> impl IntoView {
    view! {
        <div class=kind.class()>
            <span class="cdx-message__icon"></span>
            <div class="cdx-message__content">{children()}</div>
        </div>
    }
}

/// A warning in the line below the field that it is about.
#[component]
pub fn InlineWarning(
    /// The words of the warning.
    words: String,
) -> impl IntoView {
    view! {
        <div class="cdx-message cdx-message--inline cdx-message--warning">
            <span class="cdx-message__icon"></span>
            <div class="cdx-message__content" prop:textContent=words></div>
        </div>
    }
}

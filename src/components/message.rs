//! Codex's message: a box that says something, with an icon of its kind.

use leptos::prelude::*;

/// What a message is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum MessageKind {
    /// Something to know.
    Notice,
    /// Something that may go wrong.
    Warning,
    /// Something that went wrong.
    Error,
    /// Something that was done.
    Success,
}

impl MessageKind {
    /// The classes of a message of this kind that stands for itself.
    fn class(self) -> &'static str {
        match self {
            Self::Notice => "cdx-message cdx-message--block cdx-message--notice",
            Self::Warning => "cdx-message cdx-message--block cdx-message--warning",
            Self::Error => "cdx-message cdx-message--block cdx-message--error",
            Self::Success => "cdx-message cdx-message--block cdx-message--success",
        }
    }
}

/// A message that stands for itself. Attributes that are given to it go to the box.
#[component]
pub fn MessageBox(
    /// What it is about.
    kind: MessageKind,
    /// What it says.
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
    /// What it says.
    words: String,
) -> impl IntoView {
    view! {
        <div class="cdx-message cdx-message--inline cdx-message--warning">
            <span class="cdx-message__icon"></span>
            <div class="cdx-message__content" prop:textContent=words></div>
        </div>
    }
}

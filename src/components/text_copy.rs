//! Copies a text to the clipboard; if the browser does not copy, the text is shown selected, for the writer to copy it
//! by hand.

use leptos::html;
use leptos::prelude::*;

use crate::browser::clipboard;
use crate::session::scope::Scope;

/// The result of copying a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TextCopy {
    /// The text is on the clipboard.
    Done,
    /// The browser refused to copy the text.
    Refused,
    /// The browser was asked to copy the text, and does not answer.
    Silent,
}

impl TextCopy {
    /// Returns whether the text is on the clipboard.
    pub fn is_done(self) -> bool {
        self == Self::Done
    }

    /// Returns the key of the message for the result.
    pub fn words(self) -> &'static str {
        match self {
            Self::Done => "ui-text-copied",
            Self::Refused => "ui-text-copy-refused",
            Self::Silent => "ui-text-copy-silent",
        }
    }
}

/// Copies a text. Must be called while a click or a key is handled: browsers allow copying only then.
///
/// Calls `told` with the result, unless the view of `scope` is gone when it comes; after [`TextCopy::Silent`] `told`
/// may be called once more, with the browser's late answer.
pub fn copy_text(scope: Scope, text: String, told: impl Fn(TextCopy) + Clone + 'static) {
    let tell = told.clone();
    let silent = move || {
        scope.try_with(|| tell(TextCopy::Silent));
    };
    let copied = async move { clipboard::copy_or_tell(&text, silent).await.is_ok() };
    scope.spawn(copied, move |is_copied| told(if is_copied { TextCopy::Done } else { TextCopy::Refused }));
}

/// A text to be copied by hand: selected, so that one key or the browser's menu copies it.
#[component]
pub fn TextByHand(
    /// The text.
    text: String,
    /// The field's name for screen readers.
    label: String,
) -> impl IntoView {
    let field = NodeRef::<html::Textarea>::new();
    Effect::new(move || {
        let Some(field) = field.get() else { return };
        // A control's value is set a moment after the control is made.
        request_animation_frame(move || {
            let _ = field.focus();
            field.select();
        });
    });
    view! {
        <div class="cdx-text-area">
            <textarea
                class="cdx-text-area__textarea"
                readonly
                rows="8"
                translate="no"
                dir="auto"
                aria-label=label
                node_ref=field
                prop:value=text
            ></textarea>
        </div>
    }
}

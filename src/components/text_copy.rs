//! A text onto the clipboard; where the browser does not copy, it is shown selected, for the writer to copy it by hand.

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

    /// Returns the key of the message that says so.
    pub fn words(self) -> &'static str {
        match self {
            Self::Done => "ui-text-copied",
            Self::Refused => "ui-text-copy-refused",
            Self::Silent => "ui-text-copy-silent",
        }
    }
}

/// Copies a text. To be called while a click or a key is handled: browsers allow it only then.
///
/// `told` gets what came of it, unless the view of `scope` is gone by then; after [`TextCopy::Silent`] it may get the browser's
/// answer, too.
pub fn copy_text(scope: Scope, text: String, told: impl Fn(TextCopy) + Clone + 'static) {
    let tell = told.clone();
    let silent = move || {
        scope.try_with(|| tell(TextCopy::Silent));
    };
    let copied = async move { clipboard::copy_or_tell(&text, silent).await.is_ok() };
    scope.spawn(copied, move |is_copied| told(if is_copied { TextCopy::Done } else { TextCopy::Refused }));
}

/// A text to be copied by hand: selected, so that one key or the browser's own menu does it.
#[component]
pub fn TextByHand(
    /// The text.
    text: String,
    /// The words that name the field to those who do not see it.
    label: String,
) -> impl IntoView {
    let field = NodeRef::<html::Textarea>::new();
    Effect::new(move || {
        let Some(field) = field.get() else { return };
        // What a control shows is set a moment after it is made.
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

//! A text of the form on the screen, in the reader's language.

use leptos::prelude::*;

use crate::session::form_words::FormWords;

/// Draws a text of the form within a sentence, a link or a heading: in the reader's language alone.
pub fn form_text(words: FormWords) -> AnyView {
    let (lang, dir) = (words.lang(), words.dir());
    view! { <span translate="no" lang=lang dir=dir>{words.shown}</span> }.into_any()
}

/// Draws a text of the form in the reader's language and, where that is not English, the English of the page below it.
pub fn form_text_with_english(words: FormWords) -> AnyView {
    let (lang, dir) = (words.lang(), words.dir());
    let english = words.english.map(|english| {
        view! { " " <span class="form-text__english" translate="no" lang="en" dir="ltr">{english}</span> }
    });
    view! {
        <span translate="no" lang=lang dir=dir>{words.shown}</span>
        {english}
    }
    .into_any()
}

//! What every view is made of, made once for nobody to see.
//!
//! Browsers compile a function of the program when it is first called (V8 since 2022; `docs/speed.md` has what it takes). In
//! the first view that would be a thousand of them in one task. Those that all views have in common are called here
//! instead, in a task of its own.

use leptos::prelude::*;

use crate::browser::clock;

/// Makes a view with a bit of everything, lets it change, and drops it.
pub async fn rehearse() {
    let owner = Owner::new();
    let view = owner.with(|| {
        let is_so = RwSignal::new(false);
        let words = RwSignal::new(String::new());
        let same = Memo::new(move |_| words.get());
        Effect::new(move || {
            same.track();
        });
        let view = view! {
            <div class="a" class:b=is_so aria-label=words aria-hidden=move || same.get()>
                <label for=words.get_untracked()>{words}</label>
                <textarea prop:value=words on:input=move |_| is_so.set(true)></textarea>
                <Show when=move || is_so.get() fallback=move || view! { <b prop:textContent=words></b> }>
                    <ul>{["a", "b"].map(|word| view! { <li>{word}</li> }).collect_view()}</ul>
                </Show>
                {move || is_so.get().then(|| view! { <p>{same}</p> })}
            </div>
        };
        let built = view.into_view().build();
        words.set("a".to_owned());
        is_so.set(true);
        built
    });
    clock::wait(0).await;
    drop(view);
    owner.cleanup();
}

//! What views become. Plans are read as the app reads them.

use proc_macro2::{TokenStream, TokenTree};
use quote::quote;
use syn::LitStr;

use crate::expand;
use crate::marks::Mark;
use crate::plan::Plan;
use crate::steps::Steps;

/// What a view becomes, as Rust without spaces.
fn expanded(view: TokenStream) -> String {
    expand(view).to_string().replace(' ', "")
}

/// The plan of a view that is one element.
fn plan(view: TokenStream) -> String {
    first_text(expand(view)).unwrap()
}

fn first_text(tokens: TokenStream) -> Option<String> {
    tokens.into_iter().find_map(|token| match token {
        TokenTree::Literal(literal) => Some(syn::parse_str::<LitStr>(&literal.to_string()).ok()?.value()),
        TokenTree::Group(group) => first_text(group.stream()),
        _ => None,
    })
}

#[test]
fn what_never_changes_is_one_plan() {
    let plan = plan(quote!(<p class="quiet" hidden>"Two " <b>"words"</b><br/></p>));
    let steps: Vec<_> = Steps::of(&plan).collect();
    assert_eq!(
        steps,
        [
            (Mark::Open, "p"),
            (Mark::Attribute, "class"),
            (Mark::Value, "quiet"),
            (Mark::Attribute, "hidden"),
            (Mark::Value, ""),
            (Mark::Text, "Two "),
            (Mark::Open, "b"),
            (Mark::Text, "words"),
            (Mark::Close, ""),
            (Mark::Open, "br"),
            (Mark::Close, ""),
            (Mark::Close, ""),
        ]
    );
}

#[test]
fn every_kind_of_hole_is_in_the_plan() {
    let plan = plan(quote! {
        <input value=a prop:value=b class:on=c style:width=d on:input=e node_ref=f/>
    });
    let steps: Vec<_> = Steps::of(&plan).collect();
    assert_eq!(
        steps,
        [
            (Mark::Open, "input"),
            (Mark::SetAttribute, "value"),
            (Mark::SetProperty, "value"),
            (Mark::SetClass, "on"),
            (Mark::SetStyle, "width"),
            (Mark::Listener, "input"),
            (Mark::Holder, ""),
            (Mark::Close, ""),
        ]
    );
}

#[test]
fn holes_are_filled_in_the_order_of_the_plan() {
    let content = expanded(quote!(<a href=first on:click=second><b>{third}</b> {fourth}</a>));
    let at = |part: &str| content.find(part).unwrap();
    assert!(at("(first)") < at("click,second)"), "{content}");
    assert!(at("click,second)") < at("{third}") && at("{third}") < at("{fourth}"), "{content}");
}

#[test]
fn an_element_is_held_as_what_it_is() {
    let content = expanded(quote!(<h2 node_ref=heading></h2>));
    assert!(content.contains("node_ref::<::leptos::html::H2>(heading)"), "{content}");
}

#[test]
fn components_get_their_properties_and_children() {
    let content = expanded(quote!(<Part name number=1 + 1/>));
    assert!(content.contains("component_props_builder(&Part).name(name).number(1+1).build()"), "{content}");
    let content = expanded(quote!(<part::Whole><b/></part::Whole>));
    assert!(content.contains("component_props_builder(&part::Whole).children("), "{content}");
    let content = expanded(quote!(<For each=all key=key let:one>{one}</For>));
    assert!(content.contains(".children(move|one|"), "{content}");
}

#[test]
fn several_nodes_are_one_content() {
    let content = expanded(quote!(<b/> "and" {more}));
    assert!(content.contains("crate::ui::dom::Content::Many("), "{content}");
    assert!(expanded(TokenStream::new()).contains("Content::Many(::std::vec![])"));
}

#[test]
fn every_mark_is_read_as_it_was_written() {
    let marks = (0u8..b' ').filter_map(|code| {
        let plan = char::from(code).to_string();
        Steps::of(&plan).next().map(|(mark, _)| (mark, code))
    });
    let marks: Vec<_> = marks.collect();
    assert_eq!(marks.len(), 12);
    for (mark, code) in marks {
        assert_eq!(mark.character(), char::from(code));
    }
}

#[test]
fn a_word_cannot_be_taken_for_a_mark() {
    let at = proc_macro2::Span::call_site();
    for code in 0u8..b' ' {
        let word = format!("a{}b", char::from(code));
        assert!(Plan::default().mark(Mark::Text, &word, at).is_err(), "{word:?}");
    }
}

#[test]
fn what_is_not_understood_is_an_error_that_says_so() {
    for (view, words) in [
        (quote!(<p use:something=1></p>), "`use:` is not known: on, prop, class and style are"),
        (quote!(<p {..spread}></p>), "an attribute is name=value"),
        (quote!(<p prop:innerHTML=text></p>), "would make markup of text: put elements inside"),
        (quote!(<p prop:outerHTML=text></p>), "would make markup of text: put elements inside"),
        (quote!(<p inner_html=text></p>), "would make markup of text: put elements inside"),
        (quote!(<p title="two\nlines"></p>), "has no line break and no other control character"),
        (quote!(<p on:click></p>), "`on:click` needs a value"),
        (quote!(<Part {..spread}/>), "a property is name=value, or a name alone"),
        (quote!(<!-- "a comment" -->), "only elements, components, quoted texts and blocks"),
        (quote!(<p>unquoted words</p>), "only elements, components, quoted texts and blocks"),
        (quote!(<p><b></p>), "close tag"),
    ] {
        let content = expand(view.clone()).to_string();
        assert!(content.contains("compile_error !"), "{view}: {content}");
        assert!(content.contains(words), "{view}: {content}");
    }
}

//! A cell of the wiki's page as an answer's tree, so that it can be compared with the tree it was written from.

use report::answer::{Answer, Builder, ListKind, Run, Style};

use crate::html::{Element, Node};

/// The tree that a cell shows.
///
/// # Errors
/// An element that no answer writes: something was let through that should not have been.
pub fn shown(cell: &Element) -> Result<Answer, String> {
    let mut builder = Builder::new();
    children(cell, Style::NONE, &mut builder)?;
    Ok(builder.finish())
}

fn children(element: &Element, style: Style, builder: &mut Builder) -> Result<(), String> {
    for node in &element.children {
        match node {
            Node::Text(text) => builder.text(text, style),
            Node::Element(element) => self::element(element, style, builder)?,
        }
    }
    Ok(())
}

fn element(element: &Element, style: Style, builder: &mut Builder) -> Result<(), String> {
    match element.name.as_str() {
        "br" => builder.line_break(),
        "b" => children(element, Style { bold: true, ..style }, builder)?,
        "i" => children(element, Style { italic: true, ..style }, builder)?,
        "p" => {
            builder.end_block();
            children(element, style, builder)?;
            builder.end_block();
        }
        "ul" => list(element, ListKind::Bulleted, builder)?,
        "ol" => list(element, ListKind::Numbered, builder)?,
        "li" => {
            builder.open_item();
            children(element, style, builder)?;
            builder.close_item();
        }
        "a" => link(element, style, builder)?,
        other => return Err(format!("a <{other}> on the page")),
    }
    Ok(())
}

fn list(element: &Element, kind: ListKind, builder: &mut Builder) -> Result<(), String> {
    builder.open_list(kind);
    children(element, Style::NONE, builder)?;
    builder.close_list();
    Ok(())
}

fn link(element: &Element, style: Style, builder: &mut Builder) -> Result<(), String> {
    let mut label = Vec::new();
    runs(element, style, &mut label)?;
    let class = element.attribute("class").unwrap_or_default();
    let href = element.attribute("href").unwrap_or_default();
    if class.split(' ').any(|class| class == "external") {
        builder.external_link(href, label);
    } else {
        let title = element.attribute("title").unwrap_or(href).trim_end_matches(" (page does not exist)");
        let fragment = href.split_once('#').map(|(_, fragment)| format!("#{fragment}")).unwrap_or_default();
        let page = if href.starts_with('#') { "" } else { title };
        builder.page_link(&format!("{page}{fragment}"), label);
    }
    Ok(())
}

fn runs(element: &Element, style: Style, label: &mut Vec<Run>) -> Result<(), String> {
    for node in &element.children {
        match node {
            Node::Text(text) => label.push(Run { text: text.clone(), style }),
            Node::Element(inner) => match inner.name.as_str() {
                "b" => runs(inner, Style { bold: true, ..style }, label)?,
                "i" => runs(inner, Style { italic: true, ..style }, label)?,
                other => return Err(format!("a <{other}> in a link")),
            },
        }
    }
    Ok(())
}

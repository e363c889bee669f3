//! What a text is taken for.

use super::*;

#[test]
fn a_text_is_recognized_by_its_looks() {
    let form = Form::latest();
    let cases = [
        ("", Kind::PageText),
        ("What is the affiliate name? X", Kind::PageText),
        ("| What is the affiliate name? | X |", Kind::PageText),
        ("I <b>like</b> {braces} and {{templates}}", Kind::PageText),
        ("1 < 2 <td", Kind::PageText),
        ("{ \"format\": \"x\" }", Kind::File),
        ("\u{feff}{\n\"a\":1", Kind::File),
        ("{}", Kind::File),
        ("[ {\"a\"", Kind::File),
        ("[[a]] b", Kind::PageText),
        ("{|\n|}", Kind::Table),
        ("Text\n:{| class=x\n|}", Kind::Table),
        ("{{Affiliate Health Criteria Form\n|name=X}}", Kind::Call),
        ("Text {{ template:affiliate_Health Criteria Form }}", Kind::Call),
        ("{|\n| {{Affiliate Health Criteria Form}}\n|}", Kind::Call),
        ("{{Renamed form\n|name=X}}", Kind::Call),
        ("<!-- note -->\n{{Affiliate Health Criteria Form}}", Kind::Call),
        ("<noinclude>x</noinclude>\n{|\n|}", Kind::Table),
        ("<!DOCTYPE html>\n<p>{{Affiliate Health Criteria Form}}", Kind::Html),
        ("  <TABLE><tr><td>", Kind::Html),
        ("<meta charset=utf-8><b>x</b>", Kind::Html),
        ("<!--StartFragment--><tr><td>a</td></tr>", Kind::Html),
        ("<h2>a</h2><p>b</p>", Kind::Html),
        ("=== What is the affiliate name? ===\n{{Affiliate Health Criteria Form}}", Kind::Edition),
        (" === What is the affiliate name? ===", Kind::PageText),
        ("=== Something else ===", Kind::PageText),
    ];
    for (text, kind) in cases {
        assert_eq!(recognize(form, text), kind, "{text}");
    }
}

#[test]
fn a_file_brings_whole_drafts() {
    let form = Form::latest();
    let file = draft::file::write(&[]).unwrap();
    let import = read(form, &ParameterNames::of(form), &file, None, &nfc);
    assert_eq!(import, Ok(Import::Drafts(Vec::new())));
    let cut = file.get(..file.len() - 1).unwrap();
    assert!(matches!(read(form, &ParameterNames::of(form), cut, None, &nfc), Err(ImportError::File(_))));
}

#[test]
fn kinds_have_names() {
    for kind in Kind::ALL {
        assert_eq!(Kind::of_name(kind.name()), Some(kind));
    }
    assert_eq!(Kind::of_name("pdf"), None);
}

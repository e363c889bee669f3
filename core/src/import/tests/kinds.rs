//! The kind that a text is recognized as.

use super::*;
use crate::draft;

#[test]
fn a_text_is_recognized_by_its_looks() {
    let form = Form::latest();
    let cases = [
        ("", SourceKind::PageText),
        ("What is the affiliate name? X", SourceKind::PageText),
        ("| What is the affiliate name? | X |", SourceKind::PageText),
        ("I <b>like</b> {braces} and {{templates}}", SourceKind::PageText),
        ("1 < 2 <td", SourceKind::PageText),
        ("{ \"format\": \"x\" }", SourceKind::File),
        ("\u{feff}{\n\"a\":1", SourceKind::File),
        ("{}", SourceKind::File),
        ("[ {\"a\"", SourceKind::File),
        ("[[a]] b", SourceKind::PageText),
        ("{|\n|}", SourceKind::Table),
        ("Text\n:{| class=x\n|}", SourceKind::Table),
        ("{{Affiliate Health Criteria Form\n|name=X}}", SourceKind::Call),
        ("Text {{ template:affiliate_Health Criteria Form }}", SourceKind::Call),
        ("{|\n| {{Affiliate Health Criteria Form}}\n|}", SourceKind::Call),
        ("{{Renamed form\n|name=X}}", SourceKind::Call),
        ("<!-- note -->\n{{Affiliate Health Criteria Form}}", SourceKind::Call),
        ("<noinclude>x</noinclude>\n{|\n|}", SourceKind::Table),
        ("<!DOCTYPE html>\n<p>{{Affiliate Health Criteria Form}}", SourceKind::Html),
        ("  <TABLE><tr><td>", SourceKind::Html),
        ("<meta charset=utf-8><b>x</b>", SourceKind::Html),
        ("<!--StartFragment--><tr><td>a</td></tr>", SourceKind::Html),
        ("<h2>a</h2><p>b</p>", SourceKind::Html),
        ("=== What is the affiliate name? ===\n{{Affiliate Health Criteria Form}}", SourceKind::Edition),
        (" === What is the affiliate name? ===", SourceKind::PageText),
        ("=== Something else ===", SourceKind::PageText),
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
    for kind in SourceKind::ALL {
        assert_eq!(SourceKind::of_name(kind.name()), Some(kind));
    }
    assert_eq!(SourceKind::of_name("pdf"), None);
}

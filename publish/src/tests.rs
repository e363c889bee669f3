//! The whole, on a small folder as Trunk makes one.

use serde_json::json;

use super::*;

const PAGE_BUILT: &str = "<!DOCTYPE html>\n<head>\n\t<meta charset=\"utf-8\">\n\t\n\
    \t<link rel=\"stylesheet\" href=\"./app.css\"/>\n\
    \t<script src=\"start.js\" data-module=\"./app.js\" data-wasm=\"./app_bg.wasm\" data-offline=\"offline.js\"></script></head>\n<body>\n</body>\n";

fn built(wasm: &str) -> Files {
    let mut files = Files::default();
    for (name, text) in [
        ("index.html", PAGE_BUILT),
        ("app.css", "a{background:url(\"logo.svg\")}"),
        ("app.js", "new URL('app_bg.wasm', import.meta.url);export{run as default};"),
        ("app_bg.wasm", wasm),
        ("i18n/de.json", "{}"),
        ("i18n/de.late.json", "[]"),
        ("late.wasm", "late"),
        ("logo.svg", "<svg/>"),
        ("names.json", "{}"),
        ("offline.js", "export default function () {}"),
        ("start.js", "start()"),
        ("sw.js", "const FILES=[];\nconst VERSION=\"\";\n"),
        ("toolinfo.json", "{\"name\":\"tool\"}"),
    ] {
        files.add(name, text);
    }
    files
}

fn arguments(url: Option<&str>) -> Arguments {
    let forbidden = vec!["/home/me".to_owned()];
    Arguments { from: "a".into(), to: "b".into(), url: url.map(str::to_owned), wiki: None, forbidden }
}

fn text(files: &Files, name: &str) -> String {
    String::from_utf8_lossy(files.bytes(name).unwrap()).into_owned()
}

/// The names of the published files, in order, with hashes as `#`.
fn shapes(files: &Files) -> Vec<String> {
    let shape =
        |name: &str| match name.rsplit_once('-').and_then(|(stem, end)| Some((stem, end.split_once('.')?))) {
            Some((stem, (hash, end))) if hash.len() == 16 => format!("{stem}-#.{end}"),
            _ => name.to_owned(),
        };
    let mut shapes: Vec<String> = files.iter().map(|(name, _)| shape(name)).collect();
    shapes.sort();
    shapes
}

#[test]
fn every_file_has_its_place() {
    let files = published(built("wasm"), &arguments(Some("https://tool.example/"))).unwrap();
    let expected = [
        "_headers",
        "affiliate-report-builder.html",
        "affiliate-report-builder.html.br",
        "affiliate-report-builder.html.gz",
        "app-#.js",
        "app_bg-#.wasm",
        "i18n/de-#.json",
        "i18n/de.late-#.json",
        "index.html",
        "index.html.br",
        "index.html.gz",
        "late-#.wasm",
        "logo-#.svg",
        "names-#.json",
        "offline-#.js",
        "sw.js",
        "sw.js.br",
        "sw.js.gz",
        "toolinfo.json",
    ];
    assert_eq!(shapes(&files), expected);
    let toolinfo: serde_json::Value = serde_json::from_str(&text(&files, "toolinfo.json")).unwrap();
    let expected =
        json!({ "name": "tool", "url": "https://tool.example/", "available_ui_languages": ["en", "de"] });
    assert_eq!(toolinfo, expected);
    assert!(published(built("wasm"), &arguments(None)).unwrap().bytes("toolinfo.json").is_err());
}

#[test]
fn every_reference_leads_to_a_file() {
    let files = published(built("wasm"), &arguments(None)).unwrap();
    let page = text(&files, "index.html");
    let addresses = ["url(\"", "data-module=\"./", "data-wasm=\"./", "data-offline=\"", "data-at=\""]
        .iter()
        .flat_map(|before| page.split(before).skip(1))
        .filter_map(|rest| rest.split('"').next());
    let addresses: Vec<&str> = addresses.collect();
    assert_eq!(addresses.len(), 8, "{page}");
    assert!(addresses.iter().all(|address| files.bytes(address).is_ok()), "{addresses:?}");
    let worker = text(&files, "sw.js");
    // The words of other languages are kept once they are asked for.
    let is_kept = |address: &&str| worker.contains(&format!("[\"{address}\",\"sha256-"));
    assert!(addresses.iter().all(|address| is_kept(address) != address.starts_with("i18n/")), "{worker}");
}

#[test]
fn another_program_is_another_version_under_other_names() {
    let one = published(built("wasm"), &arguments(None)).unwrap();
    let same = published(built("wasm"), &arguments(None)).unwrap();
    let other = published(built("wasm2"), &arguments(None)).unwrap();
    let names = |files: &Files| files.iter().map(|(name, _)| name.to_owned()).collect::<Vec<_>>();
    assert!(one.iter().eq(same.iter()));
    let (before, after) = (names(&one), names(&other));
    let changed: Vec<&String> = after.iter().filter(|name| !before.contains(name)).collect();
    assert_eq!(changed.len(), 2, "the program and the script around it: {changed:?}");
    assert_ne!(text(&one, "sw.js"), text(&other, "sw.js"));
}

#[test]
fn a_path_of_the_machine_stops_it() {
    let problem =
        published(built("wasm /home/me/x"), &arguments(None)).err().map(|problem| problem.to_string());
    assert!(problem.is_some_and(|text| text.contains("_bg-") && text.contains("`/home/me`")));
}

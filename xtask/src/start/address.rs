//! From the address in a request to a file's path below a folder. Whatever is not plainly such a path is nothing.

use std::path::PathBuf;

/// The path, relative to the served folder, that a request's target names; a folder's stands for its `index.html`.
///
/// `None` for whatever leads out of the folder, to hidden files, or is no path at all.
pub fn path(target: &str) -> Option<PathBuf> {
    let path = target.split(['?', '#']).next()?.strip_prefix('/')?;
    let path = percent_decode(path)?;
    if path.contains(['\\', '\0']) {
        return None;
    }
    let mut file = PathBuf::new();
    let mut parts = path.split('/').peekable();
    while let Some(part) = parts.next() {
        match part {
            "" if parts.peek().is_none() => file.push("index.html"),
            "" => return None,
            hidden if hidden.starts_with('.') => return None,
            part => file.push(part),
        }
    }
    Some(file)
}

fn percent_decode(text: &str) -> Option<String> {
    let mut bytes = Vec::with_capacity(text.len());
    let mut parts = text.split('%');
    bytes.extend(parts.next()?.bytes());
    for part in parts {
        let code = part.get(..2).filter(|code| code.bytes().all(|byte| byte.is_ascii_hexdigit()))?;
        bytes.push(u8::from_str_radix(code, 16).ok()?);
        bytes.extend(part.get(2..)?.bytes());
    }
    String::from_utf8(bytes).ok()
}

/// The `Content-Type` of a file by the end of its name. A wasm of another type is not compiled while it streams.
pub fn content_type(name: &str) -> &'static str {
    match name.rsplit_once('.').map(|(_, end)| end).unwrap_or_default() {
        "html" => "text/html; charset=utf-8",
        "js" | "mjs" => "text/javascript; charset=utf-8",
        "wasm" => "application/wasm",
        "css" => "text/css; charset=utf-8",
        "json" => "application/json",
        "webmanifest" => "application/manifest+json",
        "svg" => "image/svg+xml",
        "png" => "image/png",
        "ico" => "image/x-icon",
        "txt" => "text/plain; charset=utf-8",
        _ => "application/octet-stream",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn finds_files_below_the_folder_and_nowhere_else() {
        let good = [
            ("/", "index.html"),
            ("/?a=/b", "index.html"),
            ("/a/", "a/index.html"),
            ("/a/b.js?v=1", "a/b.js"),
            ("/%C3%A9%20.css", "é .css"),
            ("/a%2Fb", "a/b"),
        ];
        for (target, file) in good {
            assert_eq!(path(target), Some(PathBuf::from(file)), "{target}");
        }
        let bad = [
            "",
            "a",
            "//",
            "//etc/passwd",
            "/../a",
            "/a/../b",
            "/%2e%2e/a",
            "/.git/config",
            "/a\\b",
            "/%00",
            "/%",
            "/%4",
            "/%zz",
            "/%+1",
            "/%ff",
            "http://a/",
            "*",
            "/a//b",
        ];
        for target in bad {
            assert_eq!(path(target), None, "{target}");
        }
    }

    #[test]
    fn knows_what_a_file_is() {
        assert_eq!(content_type("app-1a2b_bg.wasm"), "application/wasm");
        assert_eq!(content_type("a.min.js"), "text/javascript; charset=utf-8");
        assert_eq!(content_type("LICENSE"), "application/octet-stream");
    }
}

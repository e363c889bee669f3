//! A small web server for a folder of files, for this machine alone.
//!
//! It is plain on purpose: what works here works on any static host. A missing file is a 404, never another page. A
//! file's copy in brotli is handed out where there is one and the browser takes it.

use std::io::Cursor;
use std::net::TcpListener;
use std::path::{Component, Path, PathBuf};
use std::thread;

use anyhow::anyhow;
use fs_err as fs;
use percent_encoding::percent_decode_str;
use tiny_http::{Header, Method, Request, Response, Server};

/// The number of requests that are answered at once: as many as a browser makes.
const WORKERS: usize = 6;

/// Serves a folder's files at a path, such as `/tool`, or at the top if that is empty, until the command is ended.
pub fn serve(folder: &Path, path: &str, listener: TcpListener) -> anyhow::Result<()> {
    let server = Server::from_listener(listener, None).map_err(|error| anyhow!("no server: {error}"))?;
    let work = || {
        for request in server.incoming_requests() {
            let answer = match request.method() {
                Method::Get | Method::Head => {
                    found(folder, path, &request).unwrap_or_else(|| problem(404, "Not Found"))
                }
                _ => problem(405, "Method Not Allowed"),
            };
            // A browser that goes away in the middle needs no answer.
            let _ = request.respond(answer);
        }
    };
    thread::scope(|scope| {
        for _ in 0..WORKERS {
            scope.spawn(work);
        }
    });
    Ok(())
}

/// Answers with the file that a request names. `None` if there is no such file.
fn found(folder: &Path, path: &str, request: &Request) -> Option<Response<Cursor<Vec<u8>>>> {
    let file = file(folder, path, request.url())?;
    let brotli = fs::read(file.with_added_extension("br")).ok().filter(|_| takes_brotli(request));
    let encoding = brotli.as_ref().map(|_| "Content-Encoding: br".to_owned());
    let body = brotli.or_else(|| fs::read(&file).ok())?;
    // A wasm of another type is not compiled while it streams.
    let kind = mime_guess::from_path(&file).first_or_octet_stream();
    let headers = [
        format!("Content-Type: {kind}"),
        "Cache-Control: no-cache".to_owned(),
        "Vary: Accept-Encoding".to_owned(),
        "X-Content-Type-Options: nosniff".to_owned(),
    ];
    let mut answer = Response::from_data(body).with_chunked_threshold(usize::MAX);
    for header in headers.iter().chain(&encoding).filter_map(|header| header.parse::<Header>().ok()) {
        answer.add_header(header);
    }
    Some(answer)
}

/// Finds the file that a request's target names; a folder's name stands for its `index.html`. `None` for a target outside the
/// folder.
fn file(folder: &Path, path: &str, target: &str) -> Option<PathBuf> {
    let name = target.strip_prefix(path)?.strip_prefix('/')?.split(['?', '#']).next()?;
    let name = percent_decode_str(name).decode_utf8().ok()?;
    let inside = Path::new(&*name).components().all(|part| matches!(part, Component::Normal(_)));
    let file = folder.join(&*name);
    inside.then(|| if file.is_dir() { file.join("index.html") } else { file })
}

/// Returns whether a request accepts brotli. Browsers give it no weight; one of zero would be a refusal.
fn takes_brotli(request: &Request) -> bool {
    let mut encodings = request.headers().iter().filter(|header| header.field.equiv("Accept-Encoding"));
    encodings.any(|header| header.value.as_str().split(',').any(|value| value.trim() == "br"))
}

fn problem(status: u16, words: &str) -> Response<Cursor<Vec<u8>>> {
    Response::from_string(format!("{status} {words}\n")).with_status_code(status)
}

#[cfg(test)]
mod tests {
    use std::io::{Read, Write};
    use std::net::TcpStream;

    use super::*;

    fn ask(port: u16, request: &str) -> String {
        let mut stream = TcpStream::connect(("127.0.0.1", port)).unwrap();
        stream.write_all(request.as_bytes()).unwrap();
        let mut answer = String::new();
        stream.read_to_string(&mut answer).unwrap();
        answer
    }

    #[test]
    fn serves_files_and_nothing_else() {
        let folder = std::env::temp_dir().join(format!("xtask-serve-test-{}", std::process::id()));
        fs::create_dir_all(folder.join("pages")).unwrap();
        fs::write(folder.join("pages/index.html"), "<p>hello").unwrap();
        fs::write(folder.join("pages/a.wasm"), "wasm").unwrap();
        fs::write(folder.join("pages/a.wasm.br"), "br").unwrap();
        fs::write(folder.join("pages/é .css"), "a{}").unwrap();
        fs::write(folder.join("secret"), "secret").unwrap();
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let port = listener.local_addr().unwrap().port();
        let pages = folder.join("pages");
        thread::spawn(move || serve(&pages, "/tool", listener));

        let page = ask(port, "GET /tool/ HTTP/1.1\r\nConnection: close\r\nHost: x\r\n\r\n");
        assert!(page.starts_with("HTTP/1.1 200 OK\r\n") && page.ends_with("\r\n\r\n<p>hello"), "{page}");
        let wasm = ask(port, "HEAD /tool/a.wasm HTTP/1.1\r\nConnection: close\r\n\r\n");
        assert!(
            wasm.contains("Content-Type: application/wasm\r\n") && wasm.contains("Content-Length: 4\r\n"),
            "{wasm}"
        );
        assert!(wasm.ends_with("\r\n\r\n"), "{wasm}");
        let short =
            ask(port, "GET /tool/a.wasm HTTP/1.1\r\nConnection: close\r\naccept-encoding: gzip, br\r\n\r\n");
        assert!(
            short.contains("application/wasm\r\n")
                && short.contains("Content-Encoding: br\r\n")
                && short.ends_with("\r\n\r\nbr"),
            "{short}"
        );
        let long = ask(
            port,
            "GET /tool/a.wasm HTTP/1.1\r\nConnection: close\r\nAccept-Encoding: gzip, br;q=0\r\n\r\n",
        );
        assert!(long.ends_with("\r\n\r\nwasm") && !long.contains("Content-Encoding"), "{long}");
        let style = ask(port, "GET /tool/%C3%A9%20.css?v=1 HTTP/1.1\r\nConnection: close\r\n\r\n");
        assert!(style.contains("Content-Type: text/css\r\n") && style.ends_with("\r\n\r\na{}"), "{style}");
        for missing in [
            "/tool/nothing",
            "/tool/../secret",
            "/tool/%2e%2e/secret",
            "/tool//etc/passwd",
            "/tool/%ff",
            "/tool",
            "/toolindex.html",
            "/",
            "/a.wasm",
            "",
        ] {
            let answer = ask(port, &format!("GET {missing} HTTP/1.1\r\nConnection: close\r\n\r\n"));
            assert!(answer.starts_with("HTTP/1.1 404 Not Found\r\n"), "{missing}: {answer}");
        }
        assert!(ask(port, "POST / HTTP/1.1\r\nConnection: close\r\n\r\n").starts_with("HTTP/1.1 405 "));
        fs::remove_dir_all(&folder).unwrap();
    }
}

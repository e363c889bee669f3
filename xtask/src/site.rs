//! A small web server for a folder of files, for this machine alone.
//!
//! It is plain on purpose: what works here works on any static host. A missing file is a 404, never another page. A
//! file's copy in brotli is handed out where there is one and the browser takes it.

use std::io::Cursor;
use std::net::TcpListener;
use std::path::{Component, Path, PathBuf};
use std::sync::Arc;
use std::thread;

use anyhow::anyhow;
use fs_err as fs;
use percent_encoding::percent_decode_str;
use tiny_http::{Header, Method, Request, Response, Server};

/// The number of requests that are answered at once: as many as a browser makes.
const WORKERS: usize = 6;

/// A folder of files, and the path it is served at.
pub struct Site {
    folder: PathBuf,
    path: &'static str,
}

impl Site {
    /// Begins with a folder and the path that it is served at, such as `/tool`; the top if that is empty.
    pub fn new(folder: &Path, path: &'static str) -> Self {
        Self { folder: folder.to_owned(), path }
    }

    /// Answers requests until the command is ended.
    pub fn serve(self, listener: TcpListener) -> anyhow::Result<()> {
        let server = Server::from_listener(listener, None).map_err(|error| anyhow!("no server: {error}"))?;
        let (site, server) = (Arc::new(self), Arc::new(server));
        let workers: Vec<_> = (0..WORKERS)
            .map(|_| {
                let (site, server) = (Arc::clone(&site), Arc::clone(&server));
                thread::spawn(move || {
                    for request in server.incoming_requests() {
                        let answer = site.answer(&request);
                        // A browser that goes away in the middle needs no answer.
                        let _ = request.respond(answer);
                    }
                })
            })
            .collect();
        workers.into_iter().try_for_each(|worker| worker.join().map_err(|_| anyhow!("the server broke")))
    }

    fn answer(&self, request: &Request) -> Response<Cursor<Vec<u8>>> {
        if !matches!(request.method(), Method::Get | Method::Head) {
            return problem(405, "Method Not Allowed");
        }
        let Some(file) = self.file(request.url()) else { return problem(404, "Not Found") };
        let brotli = fs::read(file.with_added_extension("br")).ok().filter(|_| takes_brotli(request));
        let encoding = brotli.as_ref().map(|_| "Content-Encoding: br".to_owned());
        let Some(body) = brotli.or_else(|| fs::read(&file).ok()) else { return problem(404, "Not Found") };
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
        answer
    }

    /// Finds the file that a request's target names; a folder's name stands for its `index.html`. `None` for a target outside the
    /// folder.
    fn file(&self, target: &str) -> Option<PathBuf> {
        let path = target.strip_prefix(self.path)?.strip_prefix('/')?.split(['?', '#']).next()?;
        let path = percent_decode_str(path).decode_utf8().ok()?;
        let inside = Path::new(&*path).components().all(|part| matches!(part, Component::Normal(_)));
        let file = self.folder.join(&*path);
        inside.then(|| if file.is_dir() { file.join("index.html") } else { file })
    }
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
        let site = Site::new(&folder.join("pages"), "/tool");
        thread::spawn(move || site.serve(listener));

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

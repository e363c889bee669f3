//! A small web server for a folder of files, for this machine alone.
//!
//! It is plain on purpose: what works here works on any static host. A missing file is a 404, never another page. A
//! file's copy in brotli is handed out where there is one and the browser takes it.

use std::io::Cursor;
use std::net::TcpListener;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::thread;

use anyhow::anyhow;
use fs_err as fs;
use tiny_http::{Header, Method, Request, Response, Server};

use super::address;

/// How many requests are answered at once: as many as a browser makes.
const WORKERS: usize = 6;

/// A folder of files, and the path it is served at.
pub struct Site {
    folder: PathBuf,
    path: &'static str,
}

impl Site {
    /// The folder at this path, such as `/tool`; at the top if it is empty.
    pub fn new(folder: &Path, path: &'static str) -> anyhow::Result<Self> {
        Ok(Self { folder: fs::canonicalize(folder)?, path })
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
        let Some(path) = request.url().strip_prefix(self.path).and_then(address::path) else {
            return problem(404, "Not Found");
        };
        let name = path.to_string_lossy();
        let brotli = self.read(Path::new(&format!("{name}.br"))).filter(|_| takes_brotli(request));
        let encoding = brotli.as_ref().map(|_| header("Content-Encoding", "br"));
        let Some(body) = brotli.or_else(|| self.read(&path)) else { return problem(404, "Not Found") };
        let answer = Response::from_data(body).with_chunked_threshold(usize::MAX);
        [
            header("Content-Type", address::content_type(&name)),
            header("Cache-Control", "no-cache"),
            header("Vary", "Accept-Encoding"),
            header("X-Content-Type-Options", "nosniff"),
        ]
        .into_iter()
        .chain([encoding].into_iter().flatten())
        .fold(answer, |answer, header| match header {
            Some(header) => answer.with_header(header),
            None => answer,
        })
    }

    /// The file's bytes, if it is one of the folder's: a link inside the folder may lead out of it.
    fn read(&self, path: &Path) -> Option<Vec<u8>> {
        let real = fs::canonicalize(self.folder.join(path)).ok()?;
        if real.starts_with(&self.folder) { fs::read(real).ok() } else { None }
    }
}

/// Whether brotli is accepted. Browsers give it no weight; one of zero would be a refusal.
fn takes_brotli(request: &Request) -> bool {
    let mut encodings = request.headers().iter().filter(|header| header.field.equiv("Accept-Encoding"));
    encodings.any(|header| header.value.as_str().split(',').any(|value| value.trim() == "br"))
}

fn header(name: &str, value: &str) -> Option<Header> {
    Header::from_bytes(name, value).ok()
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
        fs::write(folder.join("secret"), "secret").unwrap();
        std::os::unix::fs::symlink("../secret", folder.join("pages/link")).unwrap();
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let port = listener.local_addr().unwrap().port();
        let site = Site::new(&folder.join("pages"), "/tool").unwrap();
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
        for missing in
            ["/tool/nothing", "/tool/link", "/tool/../secret", "/tool", "/toolindex.html", "/", "/a.wasm", ""]
        {
            let answer = ask(port, &format!("GET {missing} HTTP/1.1\r\nConnection: close\r\n\r\n"));
            assert!(answer.starts_with("HTTP/1.1 404 Not Found\r\n"), "{missing}: {answer}");
        }
        assert!(ask(port, "POST / HTTP/1.1\r\nConnection: close\r\n\r\n").starts_with("HTTP/1.1 405 "));
        fs::remove_dir_all(&folder).unwrap();
    }
}

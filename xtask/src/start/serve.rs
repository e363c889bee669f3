//! A small web server for a folder of files, for this machine alone.
//!
//! It is plain on purpose: what works here works on any static host. A missing file is a 404, never another page.

use std::io::{BufRead, BufReader, Read, Write};
use std::net::{TcpListener, TcpStream};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::Duration;
use std::{fs, thread};

use super::address;

/// More than any browser sends before the body.
const REQUEST_LIMIT: u64 = 64 * 1024;
/// How long a silent browser is waited for.
const PATIENCE: Duration = Duration::from_secs(10);

/// A folder of files, and the path it is served at.
pub struct Site {
    folder: PathBuf,
    path: &'static str,
}

impl Site {
    /// The folder at this path, such as `/tool`; at the top if it is empty.
    ///
    /// # Errors
    /// When the folder is not there.
    pub fn new(folder: &Path, path: &'static str) -> Result<Self, String> {
        let folder = fs::canonicalize(folder).map_err(|error| format!("{}: {error}", folder.display()))?;
        Ok(Self { folder, path })
    }

    /// Answers requests until the command is ended.
    pub fn serve(self, listener: &TcpListener) {
        let site = Arc::new(self);
        for stream in listener.incoming() {
            // A connection that fails is the browser's to repeat.
            let Ok(stream) = stream else { continue };
            let site = Arc::clone(&site);
            thread::spawn(move || answer(&stream, &site));
        }
    }

    fn file(&self, target: &str) -> Answer {
        let Some(path) = target.strip_prefix(self.path).and_then(address::path) else {
            return problem("404 Not Found");
        };
        // A link inside the folder may lead out of it.
        let real = fs::canonicalize(self.folder.join(&path)).ok();
        match real.filter(|real| real.starts_with(&self.folder)).and_then(|real| fs::read(real).ok()) {
            Some(body) => Answer {
                status: "200 OK",
                content_type: address::content_type(&path.to_string_lossy()),
                body,
            },
            None => problem("404 Not Found"),
        }
    }
}

/// An answer's head and body.
struct Answer {
    status: &'static str,
    content_type: &'static str,
    body: Vec<u8>,
}

/// Answers one request. A browser that goes away in the middle needs no answer, so that a failure is no matter.
fn answer(stream: &TcpStream, site: &Site) -> std::io::Result<()> {
    stream.set_read_timeout(Some(PATIENCE))?;
    stream.set_write_timeout(Some(PATIENCE))?;
    let first = request(stream)?;
    let mut words = first.split_whitespace();
    let (method, target) = (words.next().unwrap_or_default(), words.next().unwrap_or_default());
    let answer = match method {
        "GET" | "HEAD" => site.file(target),
        _ => problem("405 Method Not Allowed"),
    };
    write(stream, &answer, method != "HEAD")
}

/// A request's first line. The others say nothing that matters here, but a connection that is closed before they are
/// read counts as broken.
fn request(stream: &TcpStream) -> std::io::Result<String> {
    let mut lines = BufReader::new(stream.take(REQUEST_LIMIT));
    let mut first = String::new();
    lines.read_line(&mut first)?;
    let mut line = String::new();
    while lines.read_line(&mut line)? > 0 && line.trim_end() != "" {
        line.clear();
    }
    Ok(first)
}

fn write(mut stream: &TcpStream, answer: &Answer, with_body: bool) -> std::io::Result<()> {
    let Answer { status, content_type, body } = answer;
    let length = body.len();
    write!(
        stream,
        "HTTP/1.1 {status}\r\nContent-Type: {content_type}\r\nContent-Length: {length}\r\n\
         Cache-Control: no-cache\r\nX-Content-Type-Options: nosniff\r\nConnection: close\r\n\r\n"
    )?;
    if with_body { stream.write_all(body) } else { Ok(()) }
}

fn problem(status: &'static str) -> Answer {
    Answer { status, content_type: "text/plain; charset=utf-8", body: format!("{status}\n").into_bytes() }
}

#[cfg(test)]
mod tests {
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
        fs::write(folder.join("secret"), "secret").unwrap();
        std::os::unix::fs::symlink("../secret", folder.join("pages/link")).unwrap();
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let port = listener.local_addr().unwrap().port();
        let site = Site::new(&folder.join("pages"), "/tool").unwrap();
        thread::spawn(move || site.serve(&listener));

        let page = ask(port, "GET /tool/ HTTP/1.1\r\nHost: x\r\n\r\n");
        assert!(page.starts_with("HTTP/1.1 200 OK\r\n") && page.ends_with("\r\n\r\n<p>hello"), "{page}");
        let wasm = ask(port, "HEAD /tool/a.wasm HTTP/1.1\r\n\r\n");
        assert!(wasm.contains("Content-Type: application/wasm\r\nContent-Length: 4\r\n"), "{wasm}");
        assert!(wasm.ends_with("\r\n\r\n"), "{wasm}");
        for missing in
            ["/tool/nothing", "/tool/link", "/tool/../secret", "/tool", "/toolindex.html", "/", "/a.wasm", ""]
        {
            let answer = ask(port, &format!("GET {missing} HTTP/1.1\r\n\r\n"));
            assert!(answer.starts_with("HTTP/1.1 404 Not Found\r\n"), "{missing}: {answer}");
        }
        assert!(ask(port, "POST / HTTP/1.1\r\n\r\n").starts_with("HTTP/1.1 405 "));
        fs::remove_dir_all(&folder).unwrap();
    }
}

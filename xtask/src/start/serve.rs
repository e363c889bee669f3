//! A small web server for a folder of files, for this machine alone.
//!
//! It is plain on purpose: what works here works on any static host. A missing file is a 404, never another page. A
//! file's copy in brotli is handed out where there is one and the browser takes it.

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

    fn file(&self, request: &Request) -> Answer {
        let Some(path) = request.target.strip_prefix(self.path).and_then(address::path) else {
            return problem("404 Not Found");
        };
        let name = path.to_string_lossy();
        let brotli = self.read(Path::new(&format!("{name}.br"))).filter(|_| request.takes_brotli);
        let encoding = brotli.as_ref().map(|_| "br");
        match brotli.or_else(|| self.read(&path)) {
            Some(body) => {
                Answer { status: "200 OK", content_type: address::content_type(&name), encoding, body }
            }
            None => problem("404 Not Found"),
        }
    }

    /// The file's bytes, if it is one of the folder's: a link inside the folder may lead out of it.
    fn read(&self, path: &Path) -> Option<Vec<u8>> {
        let real = fs::canonicalize(self.folder.join(path)).ok()?;
        if real.starts_with(&self.folder) { fs::read(real).ok() } else { None }
    }
}

/// What of a request matters here.
struct Request {
    method: String,
    target: String,
    takes_brotli: bool,
}

/// An answer's head and body.
struct Answer {
    status: &'static str,
    content_type: &'static str,
    encoding: Option<&'static str>,
    body: Vec<u8>,
}

/// Answers one request. A browser that goes away in the middle needs no answer, so that a failure is no matter.
fn answer(stream: &TcpStream, site: &Site) -> std::io::Result<()> {
    stream.set_read_timeout(Some(PATIENCE))?;
    stream.set_write_timeout(Some(PATIENCE))?;
    let request = read(stream)?;
    let answer = match request.method.as_str() {
        "GET" | "HEAD" => site.file(&request),
        _ => problem("405 Method Not Allowed"),
    };
    write(stream, &answer, request.method != "HEAD")
}

/// A request, read to the end of its head: a connection that is closed before that counts as broken.
fn read(stream: &TcpStream) -> std::io::Result<Request> {
    let mut lines = BufReader::new(stream.take(REQUEST_LIMIT));
    let mut line = String::new();
    lines.read_line(&mut line)?;
    let mut words = line.split_whitespace().map(str::to_owned);
    let (method, target) = (words.next().unwrap_or_default(), words.next().unwrap_or_default());
    let mut takes_brotli = false;
    loop {
        line.clear();
        if lines.read_line(&mut line)? == 0 || line.trim_end().is_empty() {
            return Ok(Request { method, target, takes_brotli });
        }
        takes_brotli |= accepts_brotli(&line);
    }
}

/// Whether a header says that brotli is accepted. Browsers give it no weight; one of zero would be a refusal.
fn accepts_brotli(header: &str) -> bool {
    let Some((name, values)) = header.split_once(':') else { return false };
    name.eq_ignore_ascii_case("accept-encoding") && values.split(',').any(|value| value.trim() == "br")
}

fn write(mut stream: &TcpStream, answer: &Answer, with_body: bool) -> std::io::Result<()> {
    let Answer { status, content_type, encoding, body } = answer;
    let length = body.len();
    let encoding = encoding.map(|name| format!("Content-Encoding: {name}\r\n")).unwrap_or_default();
    write!(
        stream,
        "HTTP/1.1 {status}\r\nContent-Type: {content_type}\r\n{encoding}Content-Length: {length}\r\n\
         Cache-Control: no-cache\r\nVary: Accept-Encoding\r\nX-Content-Type-Options: nosniff\r\n\
         Connection: close\r\n\r\n"
    )?;
    if with_body { stream.write_all(body) } else { Ok(()) }
}

fn problem(status: &'static str) -> Answer {
    let body = format!("{status}\n").into_bytes();
    Answer { status, content_type: "text/plain; charset=utf-8", encoding: None, body }
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
        fs::write(folder.join("pages/a.wasm.br"), "br").unwrap();
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
        let short = ask(port, "GET /tool/a.wasm HTTP/1.1\r\naccept-encoding: gzip, br\r\n\r\n");
        assert!(
            short.contains("application/wasm\r\nContent-Encoding: br\r\nContent-Length: 2\r\n"),
            "{short}"
        );
        let long = ask(port, "GET /tool/a.wasm HTTP/1.1\r\nAccept-Encoding: gzip, br;q=0\r\n\r\n");
        assert!(long.ends_with("\r\n\r\nwasm") && !long.contains("Content-Encoding"), "{long}");
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

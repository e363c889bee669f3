//! Whoever is asked besides the server of the tests: a proxy that lets nothing through and takes down every request.
//!
//! Whatever in the browser asks, a page, a worker, or the browser itself: it all comes here, but for this machine's own
//! addresses.

use std::collections::BTreeSet;
use std::io::{BufRead, BufReader, ErrorKind, Read, Write};
use std::net::TcpStream;
use std::sync::{Arc, Mutex, PoisonError};
use std::thread;
use std::time::Duration;

use crate::network;

/// More than a browser needs to say whom it asks.
const LIMIT: u64 = 8 * 1024;
/// How long a silent browser is waited for.
const PATIENCE: Duration = Duration::from_secs(10);
const REFUSED: &[u8] = b"HTTP/1.1 502 Bad Gateway\r\nContent-Length: 0\r\nConnection: close\r\n\r\n";

/// The proxy. It is there until the command ends.
pub struct Elsewhere {
    /// Its address, as browsers take it.
    pub address: String,
    seen: Arc<Mutex<BTreeSet<String>>>,
}

impl Elsewhere {
    /// Starts it.
    pub fn watch() -> anyhow::Result<Self> {
        let listener = network::listen(0)?;
        let address = format!("http://127.0.0.1:{}", network::port(&listener)?);
        let seen = Arc::new(Mutex::new(BTreeSet::new()));
        let seen_there = Arc::clone(&seen);
        thread::spawn(move || {
            for stream in listener.incoming().flatten() {
                let seen = Arc::clone(&seen_there);
                thread::spawn(move || {
                    // Who goes away before saying whom to ask has asked nobody.
                    let Ok(asked) = asked(&stream) else { return };
                    seen.lock().unwrap_or_else(PoisonError::into_inner).insert(asked);
                    // It counts, whether the answer arrives or not.
                    let _ = (&stream).write_all(REFUSED);
                });
            }
        });
        Ok(Self { address, seen })
    }

    /// Whom the browser has asked so far, as `GET http://…` or `CONNECT host:port`.
    pub fn asked(&self) -> Vec<String> {
        self.seen.lock().unwrap_or_else(PoisonError::into_inner).iter().cloned().collect()
    }
}

/// What a request asks for; reads it to the end of its head.
fn asked(stream: &TcpStream) -> std::io::Result<String> {
    stream.set_read_timeout(Some(PATIENCE))?;
    let mut lines = BufReader::new(stream.take(LIMIT));
    let (mut first, mut line) = (String::new(), String::new());
    if lines.read_line(&mut first)? == 0 {
        return Err(ErrorKind::UnexpectedEof.into());
    }
    while lines.read_line(&mut line)? > 0 && !line.trim_end().is_empty() {
        line.clear();
    }
    Ok(first.split_whitespace().take(2).collect::<Vec<_>>().join(" "))
}

#[cfg(test)]
mod tests {
    use std::net::Shutdown;

    use super::*;

    #[test]
    fn takes_down_whoever_is_asked() {
        let elsewhere = Elsewhere::watch().unwrap();
        assert!(elsewhere.asked().is_empty());
        for request in [
            "GET http://a.example/x HTTP/1.1\r\nHost: a.example\r\n\r\n",
            "CONNECT b.example:443 HTTP/1.1\r\n\r\n",
        ] {
            let mut stream = TcpStream::connect(elsewhere.address.trim_start_matches("http://")).unwrap();
            stream.write_all(request.as_bytes()).unwrap();
            let mut answer = String::new();
            stream.read_to_string(&mut answer).unwrap();
            assert!(answer.starts_with("HTTP/1.1 502 "), "{answer}");
        }
        let mut silent = TcpStream::connect(elsewhere.address.trim_start_matches("http://")).unwrap();
        silent.shutdown(Shutdown::Write).unwrap();
        assert_eq!(silent.read_to_string(&mut String::new()).unwrap(), 0);
        assert_eq!(elsewhere.asked(), ["CONNECT b.example:443", "GET http://a.example/x"]);
    }
}

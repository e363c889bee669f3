//! Whoever is asked besides the server of the tests: a proxy that lets nothing through and takes down every request.
//!
//! Whatever in the browser asks, a page, a worker, or the browser itself: it all comes here, but for this machine's own
//! addresses.

use std::collections::BTreeSet;
use std::sync::mpsc::{Receiver, channel};
use std::thread;

use anyhow::anyhow;
use tiny_http::{Response, Server};

use crate::network;

/// A proxy that notes every request and lets none through. It runs until the command ends.
pub struct Elsewhere {
    /// The proxy's address, as browsers take it.
    pub address: String,
    seen: Receiver<String>,
}

impl Elsewhere {
    /// Starts the proxy.
    pub fn watch() -> anyhow::Result<Self> {
        let (listener, port) = network::listen(0)?;
        let address = format!("http://127.0.0.1:{port}");
        let server = Server::from_listener(listener, None).map_err(|error| anyhow!("no proxy: {error}"))?;
        let (sender, seen) = channel();
        thread::spawn(move || {
            for request in server.incoming_requests() {
                let asked = format!("{} {}", request.method(), request.url());
                // It counts, whether the answer arrives or not; once the command ends nobody counts any more.
                let _ = sender.send(asked);
                let _ = request.respond(Response::empty(502));
            }
        });
        Ok(Self { address, seen })
    }

    /// Returns the requests that the browser has made since this was last called, as `GET http://…` or `CONNECT host:port`.
    pub fn asked(&self) -> BTreeSet<String> {
        self.seen.try_iter().collect()
    }
}

#[cfg(test)]
mod tests {
    use std::io::{Read, Write};
    use std::net::{Shutdown, TcpStream};

    use super::*;

    #[test]
    fn takes_down_whoever_is_asked() {
        let elsewhere = Elsewhere::watch().unwrap();
        assert!(elsewhere.asked().is_empty());
        for request in [
            "GET http://a.example/x HTTP/1.1\r\nConnection: close\r\n\r\n",
            "CONNECT b.example:443 HTTP/1.1\r\nConnection: close\r\n\r\n",
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
        let asked = ["CONNECT b.example:443", "GET http://a.example/x"].map(str::to_owned);
        assert_eq!(elsewhere.asked(), asked.into());
    }
}

//! Ports of this machine.

use std::net::{Ipv4Addr, TcpListener, TcpStream};
use std::thread;
use std::time::Duration;

/// A listener on this machine alone, at the preferred port if it is free, else at any that is.
///
/// # Errors
/// When no port is free.
pub fn listen(preferred: u16) -> Result<TcpListener, String> {
    TcpListener::bind((Ipv4Addr::LOCALHOST, preferred))
        .or_else(|_| TcpListener::bind((Ipv4Addr::LOCALHOST, 0)))
        .map_err(|error| format!("no port of this machine can be listened to: {error}"))
}

/// A free port: the preferred one if it is. Another program may take it before it is used.
///
/// # Errors
/// When no port is free.
pub fn free_port(preferred: u16) -> Result<u16, String> {
    port(&listen(preferred)?)
}

/// The port a listener has.
///
/// # Errors
/// When the system does not tell.
pub fn port(listener: &TcpListener) -> Result<u16, String> {
    listener.local_addr().map(|address| address.port()).map_err(|error| error.to_string())
}

/// Waits until somebody listens to a port.
///
/// # Errors
/// When nobody does for ten seconds.
pub fn wait_for(port: u16) -> Result<(), String> {
    for _ in 0..100 {
        if TcpStream::connect((Ipv4Addr::LOCALHOST, port)).is_ok() {
            return Ok(());
        }
        thread::sleep(Duration::from_millis(100));
    }
    Err(format!("nobody answers at port {port}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn falls_back_to_another_port() {
        let first = listen(0).unwrap();
        let taken = port(&first).unwrap();
        assert_ne!(free_port(taken).unwrap(), taken);
    }
}

//! Ports of this machine.

use anyhow::{Context as _, anyhow};
use std::net::{Ipv4Addr, TcpListener, TcpStream};
use std::thread;
use std::time::Duration;

/// Opens a listener on this machine alone, at the preferred port if it is free, else at any that is.
pub fn listen(preferred: u16) -> anyhow::Result<TcpListener> {
    TcpListener::bind((Ipv4Addr::LOCALHOST, preferred))
        .or_else(|_| TcpListener::bind((Ipv4Addr::LOCALHOST, 0)))
        .context("no port of this machine can be listened to")
}

/// Finds a free port: the preferred one if it is free. Another program may take the port before it is used.
pub fn free_port(preferred: u16) -> anyhow::Result<u16> {
    port(&listen(preferred)?)
}

/// Returns the port of a listener.
pub fn port(listener: &TcpListener) -> anyhow::Result<u16> {
    Ok(listener.local_addr()?.port())
}

/// Waits until somebody listens to a port.
pub fn wait_for(port: u16) -> anyhow::Result<()> {
    for _ in 0..100 {
        if TcpStream::connect((Ipv4Addr::LOCALHOST, port)).is_ok() {
            return Ok(());
        }
        thread::sleep(Duration::from_millis(100));
    }
    Err(anyhow!("nobody answers at port {port}"))
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

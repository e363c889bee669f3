//! Ports of this machine.

use anyhow::Context as _;
use std::net::{Ipv4Addr, TcpListener};

/// Opens a listener on this machine alone, at the preferred port if it is free, else at any that is, and returns it with its port.
pub fn listen(preferred: u16) -> anyhow::Result<(TcpListener, u16)> {
    let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, preferred))
        .or_else(|_| TcpListener::bind((Ipv4Addr::LOCALHOST, 0)))
        .context("no port of this machine can be listened to")?;
    let port = listener.local_addr()?.port();
    Ok((listener, port))
}

/// Finds a free port: the preferred one if it is free. Another program may take the port before it is used.
pub fn free_port(preferred: u16) -> anyhow::Result<u16> {
    Ok(listen(preferred)?.1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn falls_back_to_another_port() {
        let (_first, taken) = listen(0).unwrap();
        assert_ne!(free_port(taken).unwrap(), taken);
    }
}

//! `cargo xtask start`: the app, built and served on this machine.

use crate::project::Project;
use crate::{app, network, site};

/// The port on which the app is served, if it is free.
const USUAL_PORT: u16 = 8080;

/// Builds the app if anything has changed, serves it until the command is ended, and opens nothing.
pub fn start(project: &Project) -> anyhow::Result<()> {
    let pages = app::build(project)?;
    let (listener, port) = network::listen(USUAL_PORT)?;
    println!("Affiliate Report Builder: http://127.0.0.1:{port}/ (until Ctrl-C)");
    site::serve(&pages, "", listener)
}

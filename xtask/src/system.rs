//! Packages of the operating system: installed by apt as root on Debian, asked for elsewhere.

use anyhow::ensure;
use std::path::Path;
use std::process::Command;

use crate::command;

/// Makes sure that these Debian packages are installed, unless `instead` says that what they bring is there.
///
/// Elsewhere than on Debian and its children nothing can be known about packages: only if `instead` is false the list is asked for.
pub fn ensure(purpose: &str, packages: &[&str], instead: impl FnOnce() -> bool) -> anyhow::Result<()> {
    let missing: Vec<&str> = packages.iter().copied().filter(|package| !is_installed(package)).collect();
    if missing.is_empty() || instead() {
        return Ok(());
    }
    let list = missing.join(" ");
    ensure!(is_debian(), "{purpose} needs what Debian's packages {list} bring; install the like of them");
    ensure!(is_root(), "{purpose} needs packages that are not installed:\n  sudo apt-get install {list}");
    println!("installing for {purpose}: {list}");
    command::run(apt_get().arg("update"))?;
    let mut install = apt_get();
    install.args(["install", "--yes", "--no-install-recommends"]).args(&missing);
    command::run(&mut install)
}

fn apt_get() -> Command {
    let mut command = Command::new("apt-get");
    command.env("DEBIAN_FRONTEND", "noninteractive").arg("--quiet");
    command
}

fn is_debian() -> bool {
    Path::new("/etc/debian_version").exists() && which::which("apt-get").is_ok()
}

fn is_installed(package: &str) -> bool {
    let state = command::output(Command::new("dpkg-query").args(["-W", "-f=${db:Status-Status}", package]));
    state.is_ok_and(|state| state == "installed")
}

fn is_root() -> bool {
    command::output(Command::new("id").arg("-u")).is_ok_and(|id| id == "0")
}

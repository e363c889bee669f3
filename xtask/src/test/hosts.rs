//! The step that follows docs/hosting.md as it is written, and tries the result on three servers.

use anyhow::Context as _;
use fs_err as fs;
use std::net::{Ipv4Addr, TcpStream};
use std::path::PathBuf;
use std::process::Command;

use super::Context;
use crate::kept::Kept;
use crate::{browser, command, network, system};

const INSTRUCTIONS: &str = "docs/hosting.md";
/// The name in the instructions of the folder that a host shows.
const SHOWN: &str = "/var/www/html";
/// The path of the app in the folder that a host shows, by the instructions.
const PATH: &str = "/tool/";
/// The Debian packages of the servers.
const PACKAGES: [&str; 5] =
    ["python3", "nginx-light", "libnginx-mod-http-brotli-static", "lighttpd", "lighttpd-mod-deflate"];

/// Follows the instructions, and proves that they lead to an app that works.
pub fn hosts(context: &Context) -> anyhow::Result<()> {
    let (project, chromium) = (context.project, context.browser(browser::chromium)?);
    let programs = || ["python3", "nginx", "lighttpd"].iter().all(|program| which::which(program).is_ok());
    context.needed("server to try", system::ensure("the test of hosts", &PACKAGES, programs))?;
    let folder = std::env::temp_dir().join(format!("affiliate-report-builder-hosts-{}", std::process::id()));
    let (shown, text) = (folder.join("www"), fs::read_to_string(project.root.join(INSTRUCTIONS))?);
    let place = Place { folder, shown, text };
    fs::create_dir_all(&place.shown)?;
    let mut shell = project.command("sh");
    command::run(shell.env("WWW", &place.shown).args(["-eu", "-c", block(&place.text, "sh")?]))?;
    let mut runner = browser::playwright(project, "hosts", &chromium, "about:blank");
    try_servers(&place, &mut runner)
        .with_context(|| format!("what the servers said is in {}", place.folder.display()))?;
    Ok(fs::remove_dir_all(&place.folder)?)
}

/// The paths and the text that servers are started with.
struct Place {
    /// The folder for the servers' own files.
    folder: PathBuf,
    /// The folder that the servers show.
    shown: PathBuf,
    /// The text of the instructions.
    text: String,
}

/// Starts the servers, and runs what tries the app on each of them.
fn try_servers(place: &Place, runner: &mut Command) -> anyhow::Result<()> {
    let (mut servers, mut addresses) = (Vec::new(), Vec::new());
    for host in [python, nginx, lighttpd] {
        let port = network::free_port(0)?;
        let command = host(place, port)?;
        let name = command.get_program().display();
        let mut server = Kept::start(&command, place.folder.join(format!("{name}.log")), None)?;
        let answers = || TcpStream::connect((Ipv4Addr::LOCALHOST, port)).is_ok();
        server.wait_until(answers).with_context(|| name.to_string())?;
        addresses.push(format!("\"{name}\":\"http://127.0.0.1:{port}{PATH}\""));
        // Each is ended when it goes out of scope.
        servers.push(server);
    }
    command::run_repeating_errors(runner.env("HOSTS", format!("{{{}}}", addresses.join(","))))
}

fn python(place: &Place, port: u16) -> anyhow::Result<Command> {
    let mut python = Command::new("python3");
    python.args(["-m", "http.server", "--bind", "127.0.0.1", "--directory"]);
    python.arg(&place.shown).arg(port.to_string());
    Ok(python)
}

/// Starts nginx with the example inside the least that it needs.
fn nginx(place: &Place, port: u16) -> anyhow::Result<Command> {
    let example = block(&place.text, "nginx")?.replace(SHOWN, &place.shown.display().to_string());
    let own = place.folder.display();
    let settings = format!(
        "daemon off;\npid {own}/nginx.pid;\nerror_log stderr;\ninclude /etc/nginx/modules-enabled/*.conf;\n\
         events {{}}\nhttp {{\ninclude /etc/nginx/mime.types;\naccess_log off;\n\
         server {{\nlisten 127.0.0.1:{port};\n{example}\n}}\n}}\n"
    );
    with_settings("nginx", &["-c"], place, &settings)
}

/// Starts lighttpd with the example behind the settings that Debian's own begin with.
fn lighttpd(place: &Place, port: u16) -> anyhow::Result<Command> {
    let example = block(&place.text, "lighttpd")?;
    let shown = place.shown.display();
    let settings = format!(
        "server.document-root = \"{shown}\"\nserver.bind = \"127.0.0.1\"\nserver.port = {port}\n\
         index-file.names = ( \"index.html\" )\ninclude_shell \"/usr/share/lighttpd/create-mime.conf.pl\"\n{example}\n"
    );
    with_settings("lighttpd", &["-D", "-f"], place, &settings)
}

fn with_settings(program: &str, flags: &[&str], place: &Place, settings: &str) -> anyhow::Result<Command> {
    let file = place.folder.join(format!("{program}.conf"));
    fs::write(&file, settings)?;
    let mut command = Command::new(program);
    command.args(flags).arg(file);
    Ok(command)
}

/// Finds the first block of this kind in a text in Markdown.
fn block<'a>(text: &'a str, kind: &str) -> anyhow::Result<&'a str> {
    let fence = format!("```{kind}\n");
    let inside = text.split_once(&fence).and_then(|(_, rest)| rest.split_once("\n```"));
    inside.map(|(block, _)| block).with_context(|| format!("{INSTRUCTIONS} has no block of {kind}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn finds_the_blocks_of_the_instructions() {
        assert_eq!(block("a\n```sh\nb\nc\n```\n```nginx\nd\n```\n", "nginx").unwrap(), "d");
        assert!(block("```sh\nb\n```", "nginx").is_err());
    }
}

//! The step that follows docs/hosting.md as it is written, and tries the result on three servers.

use anyhow::Context as _;
use fs_err as fs;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};

use super::Context;
use crate::project::Project;
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
    let (project, chromium) = (context.project, context.chromium()?);
    let servers = || ["python3", "nginx", "lighttpd"].iter().all(|program| command::exists(program));
    context.needed("server to try", system::ensure("the test of hosts", &PACKAGES, servers))?;
    let folder = std::env::temp_dir().join(format!("affiliate-report-builder-hosts-{}", std::process::id()));
    let shown = folder.join("www");
    fs::create_dir_all(&shown)?;
    let text = fs::read_to_string(project.root.join(INSTRUCTIONS))?;
    let mut shell = project.command("sh");
    command::run(shell.env("WWW", &shown).args(["-eu", "-c", block(&text, "sh")?]))?;
    try_servers(project, &chromium, &Place { folder: &folder, shown: &shown, text: &text })
        .with_context(|| format!("what the servers said is in {}", folder.display()))?;
    Ok(fs::remove_dir_all(&folder)?)
}

/// The paths and the text that servers are started with.
struct Place<'a> {
    /// The folder for the servers' own files.
    folder: &'a Path,
    /// The folder that the servers show.
    shown: &'a Path,
    /// The text of the instructions.
    text: &'a str,
}

fn try_servers(project: &Project, chromium: &Path, place: &Place) -> anyhow::Result<()> {
    let (python, nginx, lighttpd) = (network::free_port(0)?, network::free_port(0)?, network::free_port(0)?);
    // Each is ended when it goes out of scope.
    let _servers =
        [start_python(place, python)?, start_nginx(place, nginx)?, start_lighttpd(place, lighttpd)?];
    for port in [python, nginx, lighttpd] {
        network::wait_for(port)?;
    }
    let address = |name: &str, port: u16| format!("\"{name}\":\"http://127.0.0.1:{port}{PATH}\"");
    let hosts = [address("python", python), address("nginx", nginx), address("lighttpd", lighttpd)].join(",");
    let mut runner = browser::playwright(project, "hosts", chromium, "about:blank");
    command::run_repeating_errors(runner.env("HOSTS", format!("{{{hosts}}}")))
}

fn start_python(place: &Place, port: u16) -> anyhow::Result<Server> {
    let mut python = Command::new("python3");
    python.args(["-m", "http.server", "--bind", "127.0.0.1", "--directory"]);
    Server::start(python.arg(place.shown).arg(port.to_string()), place)
}

/// Starts nginx, with the example inside the least that it needs.
fn start_nginx(place: &Place, port: u16) -> anyhow::Result<Server> {
    let example = block(place.text, "nginx")?.replace(SHOWN, &place.shown.display().to_string());
    let own = place.folder.display();
    let settings = format!(
        "daemon off;\npid {own}/nginx.pid;\nerror_log stderr;\ninclude /etc/nginx/modules-enabled/*.conf;\n\
         events {{}}\nhttp {{\ninclude /etc/nginx/mime.types;\naccess_log off;\n\
         server {{\nlisten 127.0.0.1:{port};\n{example}\n}}\n}}\n"
    );
    let file = settled(place, "nginx.conf", &settings)?;
    Server::start(Command::new("nginx").arg("-c").arg(file), place)
}

/// Starts lighttpd, with the example behind the settings that Debian's own begin with.
fn start_lighttpd(place: &Place, port: u16) -> anyhow::Result<Server> {
    let example = block(place.text, "lighttpd")?;
    let shown = place.shown.display();
    let settings = format!(
        "server.document-root = \"{shown}\"\nserver.bind = \"127.0.0.1\"\nserver.port = {port}\n\
         index-file.names = ( \"index.html\" )\ninclude_shell \"/usr/share/lighttpd/create-mime.conf.pl\"\n{example}\n"
    );
    let file = settled(place, "lighttpd.conf", &settings)?;
    Server::start(Command::new("lighttpd").arg("-D").arg("-f").arg(file), place)
}

fn settled(place: &Place, name: &str, settings: &str) -> anyhow::Result<PathBuf> {
    let file = place.folder.join(name);
    fs::write(&file, settings)?;
    Ok(file)
}

/// Finds the first block of this kind in a text in Markdown.
fn block<'a>(text: &'a str, kind: &str) -> anyhow::Result<&'a str> {
    let fence = format!("```{kind}\n");
    let inside = text.split_once(&fence).and_then(|(_, rest)| rest.split_once("\n```"));
    inside.map(|(block, _)| block).with_context(|| format!("{INSTRUCTIONS} has no block of {kind}"))
}

/// A server that runs until it is dropped.
struct Server(Child);

impl Server {
    /// Starts a server. Its output goes into a file of its name, which stays if the step fails.
    fn start(command: &mut Command, place: &Place) -> anyhow::Result<Self> {
        let name = command.get_program().to_string_lossy().into_owned();
        let log = place.folder.join(format!("{name}.log"));
        let log = std::fs::File::from(fs::File::create(&log)?);
        let child = command.stdin(Stdio::null()).stdout(Stdio::null()).stderr(log).spawn();
        child.map(Self).with_context(|| format!("{name} could not be started"))
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        // nginx and lighttpd are asked to end, as they may have processes of their own.
        let id = self.0.id().to_string();
        // One that is gone already need not be ended.
        let _ = Command::new("kill").arg(id).status();
        let _ = self.0.wait();
    }
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

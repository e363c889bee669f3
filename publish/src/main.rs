//! Makes the folder that is published out of the folder that Trunk has built.
//!
//! `publish FROM TO [--url ADDRESS] [--wiki LINE] [--forbid TEXT]…`; `cargo xtask dist` calls it. What is published depends on nothing
//! but the files in FROM and the arguments: the same in, the same out, byte by byte.
//!
//! Every file but the page and its worker gets a name that changes exactly when its bytes do (`names`). The page gets its
//! style and its start script inside, and its content security policy (`page`, `inline`, `policy`), the worker the list of
//! what it keeps (`worker`), hosts what they can use (`headers`, `toolinfo`), and what is text gets compressed copies beside
//! it (`compress`). Beside all that lies the same in one file (`one_file`). A file that holds a path of the machine it was
//! built on is refused (`machine`).

mod arguments;
mod compress;
mod digest;
mod element;
mod files;
mod head;
mod headers;
mod inline;
mod late;
mod machine;
mod names;
mod one_file;
mod page;
mod policy;
mod references;
mod replace;
mod stand_in;
mod toolinfo;
mod worker;

use arguments::Arguments;
use files::Files;
use names::Named;
use stand_in::StandIn;

/// The page, which is asked for by its folder's address.
const PAGE: &str = "index.html";
/// The service worker, which is always looked for at the same address.
const WORKER: &str = "sw.js";
/// The file with what Toolhub wants to know of the tool.
const TOOLINFO: &str = "toolinfo.json";

fn main() -> anyhow::Result<()> {
    let arguments = Arguments::parse(std::env::args_os().skip(1))?;
    let built = Files::read(&arguments.from)?;
    published(built, &arguments)?.write(&arguments.to)
}

/// Makes the published files out of those that were built.
fn published(mut built: Files, arguments: &Arguments) -> anyhow::Result<Files> {
    let page = page::without_empty_lines(&built.take_text(PAGE)?);
    let worker = built.take_text(WORKER)?;
    let toolinfo = built.take_text(TOOLINFO)?;
    let one_file = one_file::edition(&page, &built)?;
    let mut named = names::by_content(built)?;
    let page = page::published(&page, &mut named, arguments.wiki.as_ref())?;
    let Named { mut files, names } = named;
    files.add(PAGE, page);
    files.add(head::ONE_FILE, one_file);
    files.add(WORKER, worker::published(&worker, &files)?);
    if let Some(url) = &arguments.url {
        files.add(TOOLINFO, toolinfo::completed(&toolinfo, url, &names)?);
    }
    let headers = headers::for_hosts(&names, arguments.wiki.as_ref().map_or(policy::META, StandIn::origin));
    files.add(headers::FILE, headers);
    machine::absent(&files, &arguments.forbidden)?;
    compress::beside(&mut files)?;
    Ok(files)
}

#[cfg(test)]
mod tests;

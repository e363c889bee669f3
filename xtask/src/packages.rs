//! npm's packages that only some commands need: installed into the cache, once for each lock file.

use fs_err as fs;
use std::collections::hash_map::DefaultHasher;
use std::hash::{Hash, Hasher};
use std::path::PathBuf;
use std::process::Command;

use crate::project::Project;
use crate::{command, system};

/// The files that say what is installed, exactly.
const FILES: [&str; 2] = ["package.json", "package-lock.json"];

/// Makes sure that what the `package-lock.json` in this folder of the clone lists is there; gives the folder with
/// `node_modules`.
pub fn ensure(project: &Project, folder: &str) -> anyhow::Result<PathBuf> {
    system::ensure("fetching packages", &["nodejs", "npm"], || command::exists("npm"))?;
    let source = project.root.join(folder);
    let mut hasher = DefaultHasher::new();
    let mut files = Vec::new();
    for name in FILES {
        let path = source.join(name);
        let content = fs::read(&path)?;
        content.hash(&mut hasher);
        files.push((name, content));
    }
    let name = format!("{}-{:016x}", folder.replace('/', "-"), hasher.finish());
    project.cache.filled(&name, |place| {
        for (name, content) in &files {
            fs::write(place.join(name), content)?;
        }
        println!("installing npm's packages for {folder}");
        let mut npm = Command::new("npm");
        npm.current_dir(place).args([
            "ci",
            "--ignore-scripts",
            "--no-audit",
            "--no-fund",
            "--prefer-offline",
        ]);
        command::run(npm.arg("--cache").arg(project.cache.folder("npm")))
    })
}

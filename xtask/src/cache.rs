//! The folder outside the clone where tools, the wiki and, in CI, build results stay.
//!
//! `$AFFILIATE_REPORT_BUILDER_CACHE`, else `affiliate-report-builder` in `$XDG_CACHE_HOME` or `~/.cache`. Everything
//! in it is named by its version and can be deleted at any time.

use anyhow::{Context as _, anyhow};
use std::env;
use std::hash::{DefaultHasher, Hash, Hasher};
use std::path::{Path, PathBuf};

use fs_err as fs;

/// The folder outside the clone in which tools, the wiki and build results stay.
pub struct Cache(PathBuf);

impl Cache {
    /// Finds the folder of the cache by the environment; it need not exist.
    pub fn find() -> anyhow::Result<Self> {
        let set = |name: &str| env::var_os(name).filter(|value| !value.is_empty()).map(PathBuf::from);
        set("AFFILIATE_REPORT_BUILDER_CACHE")
            .or_else(|| {
                let caches = set("XDG_CACHE_HOME").or_else(|| Some(set("HOME")?.join(".cache")))?;
                Some(caches.join("affiliate-report-builder"))
            })
            .and_then(|folder| std::path::absolute(folder).ok())
            .map(Self)
            .context("set AFFILIATE_REPORT_BUILDER_CACHE to a folder that tools can be kept in")
    }

    /// Returns the path of a folder in the cache; it need not exist.
    pub fn folder(&self, name: &str) -> PathBuf {
        self.0.join(name)
    }

    /// Fills a folder in the cache, all or nothing: `fill` gets an empty folder that takes the name once it is done. Where
    /// another command has filled the folder meanwhile, its work is kept. Nothing happens if the folder is filled already.
    pub fn filled(
        &self,
        name: &str,
        fill: impl FnOnce(&Path) -> anyhow::Result<()>,
    ) -> anyhow::Result<PathBuf> {
        let place = self.folder(name);
        if place.is_dir() {
            return Ok(place);
        }
        let unfinished = self.folder(&format!("{name}.unfinished-{}", std::process::id()));
        fs::create_dir_all(&unfinished)?;
        let filled = fill(&unfinished);
        if filled.is_err() || (fs::rename(&unfinished, &place).is_err() && place.is_dir()) {
            fs::remove_dir_all(&unfinished)?;
        }
        filled?;
        if place.is_dir() { Ok(place) } else { Err(anyhow!("{} could not be made", place.display())) }
    }
}

/// Returns 16 hexadecimal digits that change with what something was made from, for a name or a mark.
pub fn hashed(sources: impl Hash) -> String {
    let mut hasher = DefaultHasher::new();
    sources.hash(&mut hasher);
    format!("{:016x}", hasher.finish())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn fills_a_place_once_and_wholly() {
        let folder = env::temp_dir().join(format!("xtask-cache-test-{}", std::process::id()));
        let cache = Cache(folder.clone());
        assert!(cache.filled("thing", |_| Err(anyhow!("no"))).is_err());
        assert!(!cache.folder("thing").exists());
        let place = cache.filled("thing", |place| Ok(fs::write(place.join("a"), "1")?)).unwrap();
        assert_eq!(fs::read_to_string(place.join("a")).unwrap(), "1");
        let again = cache.filled("thing", |_| panic!("it is there")).unwrap();
        assert_eq!(again, place);
        assert_eq!(fs::read_dir(&folder).unwrap().count(), 1);
        fs::remove_dir_all(&folder).unwrap();
    }
}

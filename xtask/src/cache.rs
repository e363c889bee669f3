//! The folder outside the clone where tools, the wiki and, in CI, build results stay.
//!
//! `$AFFILIATE_REPORT_BUILDER_CACHE`, else `affiliate-report-builder` in `$XDG_CACHE_HOME` or `~/.cache`. Everything
//! in it is named by its version and can be deleted at any time.

use anyhow::Context as _;
use std::env;
use std::hash::{DefaultHasher, Hash, Hasher};
use std::path::{Path, PathBuf};

use fs_err as fs;

/// Finds the folder of the cache by the environment; it need not exist.
pub fn find() -> anyhow::Result<PathBuf> {
    let set = |name: &str| env::var_os(name).filter(|value| !value.is_empty()).map(PathBuf::from);
    set("AFFILIATE_REPORT_BUILDER_CACHE")
        .or_else(|| {
            let caches = set("XDG_CACHE_HOME").or_else(|| Some(set("HOME")?.join(".cache")))?;
            Some(caches.join("affiliate-report-builder"))
        })
        .and_then(|folder| std::path::absolute(folder).ok())
        .context("set AFFILIATE_REPORT_BUILDER_CACHE to a folder that tools can be kept in")
}

/// Fills a folder, all or nothing: `fill` gets an empty folder that takes the name once it is done. Where another command has
/// filled the folder meanwhile, its work is kept. Nothing happens if the folder is filled already.
pub fn filled(place: PathBuf, fill: impl FnOnce(&Path) -> anyhow::Result<()>) -> anyhow::Result<PathBuf> {
    if place.is_dir() {
        return Ok(place);
    }
    let unfinished = place.with_added_extension(format!("unfinished-{}", std::process::id()));
    fs::create_dir_all(&unfinished)?;
    let filled = fill(&unfinished).and_then(|()| Ok(fs::rename(&unfinished, &place)?));
    if filled.is_err() {
        fs::remove_dir_all(&unfinished)?;
    }
    if place.is_dir() { Ok(place) } else { filled.map(|()| place) }
}

/// Returns 16 hexadecimal digits that change with what something was made from, for a name or a mark.
pub fn hashed(sources: impl Hash) -> String {
    let mut hasher = DefaultHasher::new();
    sources.hash(&mut hasher);
    format!("{:016x}", hasher.finish())
}

#[cfg(test)]
mod tests {
    use anyhow::anyhow;

    use super::*;

    #[test]
    fn fills_a_place_once_and_wholly() {
        let folder = env::temp_dir().join(format!("xtask-cache-test-{}", std::process::id()));
        let thing = folder.join("thing-1.0");
        assert!(filled(thing.clone(), |_| Err(anyhow!("no"))).is_err());
        assert!(!thing.exists());
        let place = filled(thing.clone(), |place| Ok(fs::write(place.join("a"), "1")?)).unwrap();
        assert_eq!(place, thing);
        assert_eq!(fs::read_to_string(place.join("a")).unwrap(), "1");
        assert_eq!(filled(thing.clone(), |_| panic!("it is there")).unwrap(), thing);
        let other = folder.join("other");
        let meanwhile = |place: &Path| {
            fs::write(place.join("a"), "mine")?;
            fs::create_dir(&other)?;
            Ok(fs::write(other.join("a"), "theirs")?)
        };
        filled(other.clone(), meanwhile).unwrap();
        assert_eq!(fs::read_to_string(other.join("a")).unwrap(), "theirs");
        assert_eq!(fs::read_dir(&folder).unwrap().count(), 2);
        fs::remove_dir_all(&folder).unwrap();
    }
}

//! The cut itself.

use std::path::{Path, PathBuf};

use anyhow::{anyhow, bail};
use fs_err as fs;
use wasm_split_cli_support::{Options, transform};

/// Cuts this program in two, writes the late part to the path `late`, and returns the path of the first part.
///
/// # Errors
/// When a file cannot be read or written, or the program is not to be cut in exactly two.
pub fn cut(program: &Path, late: &Path) -> anyhow::Result<PathBuf> {
    let whole = fs::read(program)?;
    let folder = late.with_extension("parts");
    let first = folder.join("first.wasm");
    let mut options = Options::new(&whole);
    options.output_dir = &folder;
    options.main_out_path = &first;
    let parts = transform(options).map_err(|report| anyhow!("the program cannot be cut: {report:#}"))?;
    let [one] = parts.split_modules.as_slice() else {
        let count = parts.split_modules.len() + 1;
        bail!(
            "the program has {count} parts instead of two; was it compiled with `--cfg split` and `--emit-relocs`?"
        );
    };
    fs::copy(one, late)?;
    Ok(first)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Cuts a program of these bytes, in a folder of its own.
    fn cut_bytes(name: &str, bytes: &[u8]) -> anyhow::Result<PathBuf> {
        let folder = std::env::temp_dir().join(format!("split-{name}-{}", std::process::id()));
        fs::create_dir_all(&folder).unwrap();
        let program = folder.join("program.wasm");
        fs::write(&program, bytes).unwrap();
        let result = cut(&program, &folder.join("late.wasm"));
        assert!(!folder.join("late.wasm").exists());
        fs::remove_dir_all(&folder).unwrap();
        result
    }

    #[test]
    fn what_cannot_be_cut_is_refused() {
        let said = |result: anyhow::Result<PathBuf>| format!("{:#}", result.unwrap_err());
        let missing = said(cut(Path::new("no such folder/program.wasm"), Path::new("late.wasm")));
        assert!(missing.contains("no such folder/program.wasm"), "{missing}");
        let page = said(cut_bytes("page", b"<!DOCTYPE html>"));
        assert!(page.starts_with("the program cannot be cut: "), "{page}");
        let nothing = said(cut_bytes("nothing", b"\0asm\x01\0\0\0"));
        assert!(nothing.starts_with("the program "), "{nothing}");
    }
}

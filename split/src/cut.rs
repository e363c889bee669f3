//! The cut itself.

use std::fs;
use std::path::{Path, PathBuf};

use wasm_split_cli_support::{Options, transform};

use crate::problem::Problem;

/// Cuts this program, puts what comes late where `late` says, and gives the file of the first part.
///
/// # Errors
/// When a file cannot be read or written, or the program is not to be cut in exactly two.
pub fn cut(program: &Path, late: &Path) -> Result<PathBuf, Problem> {
    let explain = |path: &Path| {
        let path = path.to_owned();
        |error| Problem::Io(path, error)
    };
    let whole = fs::read(program).map_err(explain(program))?;
    let folder = late.with_extension("parts");
    let first = folder.join("first.wasm");
    let mut options = Options::new(&whole);
    options.output_dir = &folder;
    options.main_out_path = &first;
    let parts = transform(options).map_err(|report| Problem::NotCut(format!("{report:#}")))?;
    match parts.split_modules.as_slice() {
        [one] => fs::copy(one, late).map_err(explain(one))?,
        all => return Err(Problem::NotTwo(all.len() + 1)),
    };
    Ok(first)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Cuts a program of these bytes, in a folder of its own.
    fn cut_bytes(name: &str, bytes: &[u8]) -> Result<PathBuf, Problem> {
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
        assert!(matches!(
            cut(Path::new("no such folder/program.wasm"), Path::new("late.wasm")),
            Err(Problem::Io(..))
        ));
        assert!(matches!(cut_bytes("page", b"<!DOCTYPE html>"), Err(Problem::NotCut(_))));
        assert!(matches!(
            cut_bytes("nothing", b"\0asm\x01\0\0\0"),
            Err(Problem::NotCut(_) | Problem::NotTwo(1))
        ));
    }
}

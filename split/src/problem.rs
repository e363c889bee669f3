//! What can be wrong.

use std::fmt;
use std::io;
use std::path::PathBuf;

/// Why nothing was bound.
#[derive(Debug)]
pub enum Problem {
    /// The environment has not this variable.
    NotSaid(&'static str),
    /// A file cannot be read or written, or the real wasm-bindgen not be started.
    Io(PathBuf, io::Error),
    /// The splitter does not understand the program; in its words.
    NotCut(String),
    /// The program falls into so many parts.
    NotTwo(usize),
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NotSaid(name) => write!(f, "{name} is not set"),
            Self::Io(path, error) => write!(f, "{}: {error}", path.display()),
            Self::NotCut(why) => write!(f, "the program cannot be cut: {why}"),
            Self::NotTwo(parts) => write!(
                f,
                "the program has {parts} parts instead of two; was it compiled with `--cfg split` and `--emit-relocs`?"
            ),
        }
    }
}

//! Why nothing can be published.

use std::fmt;
use std::io;
use std::path::PathBuf;

/// What is wrong with what was built, or with how this was called.
#[derive(Debug)]
pub enum Problem {
    /// The command line is not as it should be; says how it should be.
    Usage(&'static str),
    /// A file or folder cannot be read or written.
    Io(PathBuf, io::Error),
    /// A file's name is no plain text.
    Name(PathBuf),
    /// A file that has to be there is not.
    Missing(String),
    /// A file that should be text is not.
    NotText(String),
    /// Files refer to each other in a circle, so that none can be named by its content.
    Circle(Vec<String>),
    /// In this file, this text should stand exactly once, and stands that often.
    NotOnce {
        /// The file.
        file: &'static str,
        /// What has to be in it.
        text: &'static str,
        /// How often it is.
        found: usize,
    },
    /// A script or style sheet that should stand in the page holds this, which would end it there.
    NotInPage(&'static str),
    /// This file is not the JSON it should be.
    Json(&'static str, serde_json::Error),
    /// This file holds this text, which only the machine it was built on knows.
    Machine {
        /// The file.
        file: String,
        /// What it should not hold.
        text: String,
    },
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Usage(usage) => f.write_str(usage),
            Self::Io(path, error) => write!(f, "{}: {error}", path.display()),
            Self::Name(path) => write!(f, "{}: the name is no plain text", path.display()),
            Self::Missing(file) => write!(f, "{file} was not built"),
            Self::NotText(file) => write!(f, "{file} is not UTF-8"),
            Self::Circle(files) => {
                write!(
                    f,
                    "no file of these can be named first, they refer to each other: {}",
                    files.join(", ")
                )
            }
            Self::NotOnce { file, text, found } => {
                write!(f, "`{text}` has to be in {file} once, and is there {found} times")
            }
            Self::NotInPage(text) => {
                write!(f, "a script or style with `{text}` in it cannot stand in the page")
            }
            Self::Json(file, error) => write!(f, "{file}: {error}"),
            Self::Machine { file, text } => {
                write!(f, "{file} holds `{text}`, which is a path of this machine")
            }
        }
    }
}

/// The text with `old`, which has to be in it exactly once, made `new`.
pub fn replaced_once(
    text: &str,
    file: &'static str,
    old: &'static str,
    new: &str,
) -> Result<String, Problem> {
    match text.matches(old).count() {
        1 => Ok(text.replacen(old, new, 1)),
        found => Err(Problem::NotOnce { file, text: old, found }),
    }
}

//! A test binary whose cases are tests of their own: each row of a table and each file has a name, can be asked for by it,
//! and fails alone. The binary has `harness = false`, and functions are listed in `tests!` (one that is not is dead code,
//! which clippy refuses).

use std::collections::BTreeMap;
use std::process::ExitCode;

pub use libtest_mimic::Trial;

/// Tests out of functions without arguments, named by their path in the crate as the standard harness does.
macro_rules! tests {
    ($($name:ident),* $(,)?) => {
        vec![$($crate::trials::function(concat!(module_path!(), "::", stringify!($name)), $name)),*]
    };
}
pub(crate) use tests;

/// A test that fails where the function panics. `path` begins with the crate's name.
pub fn function(path: &str, run: fn()) -> Trial {
    let name = path.split_once("::").map_or(path, |(_, name)| name);
    Trial::test(name, move || {
        run();
        Ok(())
    })
}

/// Names for the cases of one table, made of their own words.
pub struct Names {
    table: String,
    given: BTreeMap<String, usize>,
}

impl Names {
    /// Names that begin with the table's.
    pub fn of(table: impl Into<String>) -> Self {
        Self { table: table.into(), given: BTreeMap::new() }
    }

    /// A name on one line, of printable characters, that no other case of the table has: `table::what: words`. Of long words
    /// the first 60 characters are in it; the second case of a name gets ` (2)`.
    pub fn name(&mut self, what: &str, words: &str) -> String {
        const MOST: usize = 60;
        let mut shown = String::new();
        for character in words.chars().take(MOST) {
            match character {
                '"' | '\'' => shown.push(character),
                _ => shown.extend(character.escape_debug()),
            }
        }
        if words.chars().nth(MOST).is_some() {
            shown.push('…');
        }
        let name = format!("{}::{what}: {shown}", self.table).trim_end().to_owned();
        let count = self.given.entry(name.clone()).or_default();
        *count += 1;
        if *count == 1 { name } else { format!("{name} ({count})") }
    }
}

/// A test of each case of a table, which fails where `check` panics. `what_and_words` names it.
#[allow(dead_code, reason = "not every table is checked by a function")]
pub fn each<C: Send + 'static>(
    table: &str,
    cases: impl IntoIterator<Item = C>,
    what_and_words: impl Fn(&C) -> (String, String),
    check: fn(&C),
) -> Vec<Trial> {
    let mut names = Names::of(table);
    let test = |case: C| {
        let (what, words) = what_and_words(&case);
        Trial::test(names.name(&what, &words), move || {
            check(&case);
            Ok(())
        })
    };
    cases.into_iter().map(test).collect()
}

/// Runs the tests that the command line asks for. Without a filter only failures are named, as there are hundreds of cases.
pub fn run(tests: impl IntoIterator<Item = Vec<Trial>>) -> ExitCode {
    let mut arguments = libtest_mimic::Arguments::from_args();
    arguments.quiet |= arguments.filter.is_none() && arguments.format.is_none();
    libtest_mimic::run(&arguments, tests.into_iter().flatten().collect()).exit_code()
}

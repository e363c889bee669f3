//! `cargo xtask bytes`: what a first visit transfers, file by file, and what takes the bytes in the WebAssembly.

mod budget;
mod names;
mod owner;
mod visit;
mod wasm;

use fs_err as fs;
use std::collections::BTreeMap;

use crate::project::Project;
use crate::{app, browser};

use visit::Visit;

/// Owners with less are shown together.
const SHOWN: u64 = 2000;

/// Shows both tables.
pub fn bytes(project: &Project) -> anyhow::Result<()> {
    let visit = first_visit(project)?;
    println!("{visit}");
    let named = names::build(project)?;
    let code = fs::read(&named)?;
    println!("{}", by_owner(&wasm::parts(&code)?));
    Ok(())
}

/// Shows the table of files.
pub fn within_budget(project: &Project) -> anyhow::Result<()> {
    let visit = first_visit(project)?;
    println!("{visit}");
    visit.within(&budget::BUDGET)
}

fn first_visit(project: &Project) -> anyhow::Result<Visit> {
    let pages = app::build(project)?;
    Visit::make(project, &pages, &browser::chromium()?)
}

/// A table of who has how many bytes of a WebAssembly, before compression.
fn by_owner(parts: &[wasm::Part]) -> String {
    let mut owners: BTreeMap<String, u64> = BTreeMap::new();
    for part in parts {
        *owners.entry(owner::of(&part.name)).or_default() += part.bytes;
    }
    let whole: u64 = owners.values().sum();
    let mut rows: Vec<(String, u64)> = owners.into_iter().collect();
    rows.sort_by(|(one, few), (other, many)| many.cmp(few).then_with(|| one.cmp(other)));
    let (shown, rest): (Vec<_>, Vec<_>) = rows.into_iter().partition(|(_, bytes)| *bytes >= SHOWN);
    let others = (!rest.is_empty()).then(|| ("others".to_owned(), rest.iter().map(|(_, bytes)| bytes).sum()));
    let mut table = String::from("  bytes      %  of the WebAssembly, not compressed\n");
    for (name, bytes) in shown.into_iter().chain(others).chain([("together".to_owned(), whole)]) {
        let share = bytes * 1000 / whole.max(1);
        table.push_str(&format!("{bytes:7}  {:3}.{}  {name}\n", share / 10, share % 10));
    }
    table
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sums_up_what_each_owner_has() {
        let part = |name: &str, bytes| wasm::Part { name: name.to_owned(), bytes };
        let parts = [
            part("core::fmt::write", 1000),
            part("core::str::from_utf8", 2000),
            part("a::b", 10),
            part(wasm::DATA, 6990),
        ];
        let table = by_owner(&parts);
        let rows: Vec<&str> = table.lines().skip(1).collect();
        assert_eq!(
            rows,
            [
                "   6990   69.9  data",
                "   3000   30.0  core",
                "     10    0.1  others",
                "  10000  100.0  together"
            ]
        );
    }
}

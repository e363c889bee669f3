//! Whose code a function is, by its name.

/// Code that was made to take a value of a type apart belongs to that type.
const DROP: &str = "core::ptr::drop_in_place<";
/// This project's crates. Their modules are told apart.
const OWN: [&str; 2] = ["affiliate_report_builder", "report"];
/// How deep: `affiliate_report_builder::views::write`.
const DEPTH: usize = 3;

/// How long the hash is that tells two crates of one name apart: `core[c5930c85a12de822]::fmt::write`.
const HASH: usize = 16;

/// The crate of a function of this (demangled) name, and of our own functions the module.
///
/// `<A as B>::c` is A's, or B's where A is a type of no crate; what has no path at all is its own owner.
pub fn of(name: &str) -> String {
    let name = without_hashes(name);
    let name = name.strip_prefix(DROP).unwrap_or(&name);
    let Some(path) = paths(name).find(|path| path.contains("::")) else { return name.to_owned() };
    let depth = if path.split("::").next().is_some_and(|name| OWN.contains(&name)) { DEPTH } else { 1 };
    let segments: Vec<&str> = path.split("::").collect();
    // The last name of a path is the function's own, or a type's; modules are written small.
    let modules = segments.iter().take(segments.len().saturating_sub(1)).take(depth);
    let modules = modules.take_while(|name| !name.starts_with(char::is_uppercase));
    modules.copied().collect::<Vec<_>>().join("::")
}

/// The name without the hashes behind crates.
fn without_hashes(name: &str) -> String {
    let mut parts = name.split('[');
    let first = parts.next().unwrap_or_default().to_owned();
    parts.fold(first, |whole, part| match part.split_once(']') {
        Some((hash, rest)) if hash.len() == HASH && hash.bytes().all(|byte| byte.is_ascii_hexdigit()) => {
            whole + rest
        }
        _ => whole + "[" + part,
    })
}

/// The stretches of a name that may be paths.
fn paths(name: &str) -> impl Iterator<Item = &str> {
    name.split(|character: char| !(character.is_alphanumeric() || matches!(character, '_' | ':')))
        .map(|path| path.trim_matches(':'))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn finds_the_crate_or_our_module() {
        for (name, owner) in [
            ("core::fmt::write::h0123456789abcdef", "core"),
            ("<alloc::string::String as core::fmt::Write>::write_str", "alloc"),
            ("<&mut T as core::fmt::Write>::write_str", "core"),
            ("core::ptr::drop_in_place<leptos::prelude::View>", "leptos"),
            ("core::ptr::drop_in_place<alloc::vec::Vec<web_sys::Element>>", "alloc"),
            (
                "affiliate_report_builder::views::write::field::Field::{{closure}}",
                "affiliate_report_builder::views::write",
            ),
            ("<report::answer::Answer as core::fmt::Debug>::fmt", "report::answer"),
            ("report::import::Importer::read", "report::import"),
            ("reporter::import::Importer::read", "reporter"),
            ("affiliate_report_builder::main", "affiliate_report_builder"),
            ("core[c5930c85a12de822]::num::format_exact", "core"),
            ("<dlmalloc[e24a27700634d609]::Dlmalloc<S>>::malloc", "dlmalloc"),
            ("<[u8] as alloc::slice::Join>::join", "alloc"),
            ("memcpy", "memcpy"),
            ("data", "data"),
        ] {
            assert_eq!(of(name), owner, "{name}");
        }
    }
}

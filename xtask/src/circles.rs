//! Source files that import each other in a circle. A `mod.rs` and its own children are none.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use anyhow::Context as _;
use fs_err as fs;
use petgraph::algo::tarjan_scc;
use petgraph::graphmap::DiGraphMap;
use syn::visit::{self, Visit};
use syn::{Attribute, ItemMod, ItemUse, Macro, UseTree, Visibility};

use crate::folder;

/// The folders in which the crates have their sources.
const CRATES: [&str; 5] = ["core/src", "src", "publish/src", "xtask/src", "split/src"];

type Names = Vec<String>;
/// The modules of a crate by their paths in it.
type Modules<'a> = BTreeMap<Names, Module<'a>>;

/// A module: its file, what it imports under which name, and every path in it.
#[derive(Default)]
struct Module<'a> {
    file: &'a str,
    imports: BTreeMap<String, Names>,
    paths: Vec<Names>,
}

/// Finds every circle of the project, each as text: a line for each tie in it, `file -> file: names`.
///
/// # Errors
/// When a file cannot be read, or is no Rust.
pub fn circles(root: &Path) -> anyhow::Result<Vec<String>> {
    let mut found = Vec::new();
    for name in CRATES {
        let sources = folder::files(&root.join(name), |entry| {
            !["tests", "tests.rs"].iter().any(|tests| entry.file_name() == *tests)
        })?;
        let mut files = BTreeMap::new();
        for path in sources.iter().filter(|path| path.extension().is_some_and(|end| end == "rs")) {
            let file = format!("{name}/{}", path.display());
            let text = fs::read_to_string(root.join(&file))?;
            files.insert(file, text);
        }
        found.extend(circles_among(&files)?);
    }
    Ok(found)
}

/// Finds the circles among the files of one crate, whose names begin with the folder `…src/`.
fn circles_among(files: &BTreeMap<String, String>) -> anyhow::Result<Vec<String>> {
    let mut modules = Modules::new();
    for (file, text) in files {
        let parsed = syn::parse_file(text).with_context(|| file.clone())?;
        let mut reader = Reader { file, at: module_of(file), modules: &mut modules };
        reader.module();
        reader.visit_file(&parsed);
    }
    // The names that tie one file to another, by the two files.
    let mut ties = BTreeMap::<(&str, &str), BTreeSet<String>>::new();
    for (at, module) in &modules {
        for (target, name) in module.paths.iter().filter_map(|path| resolve(&modules, at, path, 9)) {
            let (from, to) = (module.file, modules[&target].file);
            if from != to && !is_child(from, to) && !is_child(to, from) {
                ties.entry((from, to)).or_default().insert(name);
            }
        }
    }
    let graph = DiGraphMap::<&str, ()>::from_edges(ties.keys().copied());
    let circles = tarjan_scc(&graph).into_iter().filter(|files| files.len() > 1).map(|circle| {
        let inside = ties.iter().filter(|((from, to), _)| circle.contains(from) && circle.contains(to));
        let lines = inside.map(|((from, to), names)| {
            format!("{from} -> {to}: {}\n", names.iter().cloned().collect::<Vec<_>>().join(", "))
        });
        lines.collect()
    });
    let mut circles: Vec<String> = circles.collect();
    circles.sort();
    Ok(circles)
}

/// Returns whether a file's module lies in the module of another file.
fn is_child(parent: &str, child: &str) -> bool {
    module_of(child).split_last().is_some_and(|(_, rest)| rest == module_of(parent))
}

/// Returns the path of a file's module in its crate.
fn module_of(file: &str) -> Names {
    let inside = file.split_once("src/").map_or(file, |(_, inside)| inside).trim_end_matches(".rs");
    let mut path: Names = inside.split('/').map(str::to_owned).collect();
    path.pop_if(|name| matches!(name.as_str(), "mod" | "lib" | "main"));
    path
}

/// Finds the module that defines what a path names, as seen from the module `at`, and the name. What comes from outside the crate
/// counts as defined where it is imported. `None` if the path names a module, which ties to nothing in it, or is passed on by
/// more than `depth` imports.
fn resolve(modules: &Modules, at: &[String], path: &[String], depth: u8) -> Option<(Names, String)> {
    let (name, rest) = path.split_first()?;
    let inner = [at, std::slice::from_ref(name)].concat();
    match name.as_str() {
        "crate" => resolve(modules, &[], rest, depth),
        "self" => resolve(modules, at, rest, depth),
        "super" => resolve(modules, at.split_last()?.1, rest, depth),
        _ if modules.contains_key(&inner) => resolve(modules, &inner, rest, depth),
        _ => match modules.get(at)?.imports.get(name) {
            Some(import) => resolve(modules, at, &[import, rest].concat(), depth.checked_sub(1)?),
            None => Some((at.to_vec(), name.clone())),
        },
    }
}

/// A visitor that notes what the modules of one file import and name.
struct Reader<'a, 'b> {
    file: &'a str,
    at: Names,
    modules: &'b mut Modules<'a>,
}

impl<'a> Reader<'a, '_> {
    fn module(&mut self) -> &mut Module<'a> {
        let module = self.modules.entry(self.at.clone()).or_default();
        module.file = self.file;
        module
    }

    /// Notes what a `use` imports. A `pub use` passes a name on: that ties nothing, as whoever uses the name is tied to the file
    /// that defines it.
    fn import(&mut self, before: &[String], tree: &UseTree, passes_on: bool) {
        let with = |name: &dyn ToString| [before, &[name.to_string()]].concat();
        let (path, name) = match tree {
            UseTree::Path(path) => return self.import(&with(&path.ident), &path.tree, passes_on),
            UseTree::Group(group) => {
                return group.items.iter().for_each(|tree| self.import(before, tree, passes_on));
            }
            UseTree::Glob(_) => return self.module().paths.push(with(&"*")),
            UseTree::Name(name) if name.ident == "self" => {
                (before.to_vec(), before.last().cloned().unwrap_or_default())
            }
            UseTree::Name(name) => (with(&name.ident), name.ident.to_string()),
            UseTree::Rename(rename) => (with(&rename.ident), rename.rename.to_string()),
        };
        if !passes_on {
            self.module().paths.push(path.clone());
        }
        self.module().imports.insert(name, path);
    }
}

fn is_test(attributes: &[Attribute]) -> bool {
    let asks = |list: &syn::MetaList| list.tokens.to_string() == "test";
    attributes.iter().any(|one| one.path().is_ident("cfg") && one.meta.require_list().is_ok_and(asks))
}

impl Visit<'_> for Reader<'_, '_> {
    fn visit_item_mod(&mut self, item: &ItemMod) {
        if item.content.is_some() && !is_test(&item.attrs) {
            self.at.push(item.ident.to_string());
            self.module();
            visit::visit_item_mod(self, item);
            self.at.pop();
        }
    }

    fn visit_item_use(&mut self, item: &ItemUse) {
        if !is_test(&item.attrs) {
            self.import(&[], &item.tree, !matches!(item.vis, Visibility::Inherited));
        }
    }

    fn visit_path(&mut self, path: &syn::Path) {
        if path.leading_colon.is_none() && path.segments.len() > 1 {
            let names = path.segments.iter().map(|segment| segment.ident.to_string()).collect();
            self.module().paths.push(names);
        }
        visit::visit_path(self, path);
    }

    /// Notes the paths in what a macro is given, such as `view!`.
    fn visit_macro(&mut self, item: &Macro) {
        self.visit_path(&item.path);
        let text = item.tokens.to_string().replace(" :: ", "::");
        let pieces =
            text.split(|character: char| !(character.is_alphanumeric() || matches!(character, '_' | ':')));
        for piece in pieces.filter(|piece| piece.contains("::") && !piece.starts_with(':')) {
            self.module().paths.push(piece.split("::").map(str::to_owned).collect());
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(files: &[(&str, &str)]) -> Vec<String> {
        let files = files.iter().map(|(file, text)| (format!("src/{file}"), (*text).to_owned()));
        circles_among(&files.collect()).unwrap()
    }

    #[test]
    fn a_circle_is_found_with_what_ties_it() {
        let files = [
            ("main.rs", "mod a; mod b;"),
            ("a.rs", "use crate::b::{B, c as d}; pub struct A;"),
            ("b.rs", "pub struct B(super::a::A); pub fn c() {}"),
        ];
        assert_eq!(found(&files), ["src/a.rs -> src/b.rs: B, c\nsrc/b.rs -> src/a.rs: A\n"]);
    }

    #[test]
    fn a_name_is_where_it_is_defined() {
        let files = [
            ("main.rs", "mod x; mod y;"),
            ("x/mod.rs", "mod a; mod b; pub use a::A;"),
            ("x/a.rs", "pub struct A; pub fn f() { crate::y::g() }"),
            ("x/b.rs", "pub struct B;"),
            ("y.rs", "use crate::x; pub fn g() -> x::A { x::A }"),
        ];
        assert_eq!(found(&files), ["src/x/a.rs -> src/y.rs: g\nsrc/y.rs -> src/x/a.rs: A\n"]);
    }

    #[test]
    fn a_module_and_its_children_and_tests_are_no_circle() {
        let files = [
            ("main.rs", "mod x; mod y;"),
            ("x/mod.rs", "mod a; pub use a::A; pub struct X(A);"),
            ("x/a.rs", "use super::X; pub struct A(Box<X>);"),
            ("y.rs", "pub struct Y; #[cfg(test)] mod tests { use crate::z::Z; }"),
            ("z.rs", "use crate::y::Y; pub struct Z(Y);"),
        ];
        assert_eq!(found(&files), Vec::<String>::new());
    }
}

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
/// The names that tie one file to another, by the two files.
type Ties = BTreeMap<(String, String), BTreeSet<String>>;

/// A module: its file, what it imports under which name, and every path in it.
#[derive(Default)]
struct Module {
    file: String,
    imports: BTreeMap<String, Names>,
    paths: Vec<Names>,
}

/// Finds every circle of the project, each as text: a line for each tie in it, `file -> file: names`.
///
/// # Errors
/// When a file cannot be read, or is no Rust.
pub fn circles(root: &Path) -> anyhow::Result<Vec<String>> {
    let mut found = Vec::new();
    for name in CRATES.iter().filter(|name| root.join(name).is_dir()) {
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
    let mut modules = BTreeMap::new();
    for (file, text) in files {
        let parsed = syn::parse_file(text).with_context(|| file.clone())?;
        let mut reader = Reader { file, at: module_of(file), modules: &mut modules };
        reader.module();
        reader.visit_file(&parsed);
    }
    let ties = ties(&modules);
    let edges = ties.keys().map(|(from, to)| (from.as_str(), to.as_str()));
    let graph: DiGraphMap<&str, ()> = DiGraphMap::from_edges(edges);
    let mut circles = Vec::new();
    for circle in tarjan_scc(&graph).iter().filter(|files| files.len() > 1) {
        let is_inside = |file: &String| circle.contains(&file.as_str());
        let inside = ties.iter().filter(|((from, to), _)| is_inside(from) && is_inside(to));
        let lines = inside.map(|((from, to), names)| {
            format!("{from} -> {to}: {}\n", names.iter().cloned().collect::<Vec<_>>().join(", "))
        });
        circles.push(lines.collect());
    }
    circles.sort();
    Ok(circles)
}

/// Returns the path of a file's module in its crate.
fn module_of(file: &str) -> Names {
    let inside = file.split_once("src/").map_or(file, |(_, inside)| inside).trim_end_matches(".rs");
    let mut path: Names = inside.split('/').map(str::to_owned).collect();
    if matches!(path.last().map(String::as_str), Some("mod" | "lib" | "main")) {
        path.pop();
    }
    path
}

fn ties(modules: &BTreeMap<Names, Module>) -> Ties {
    let mut ties = Ties::new();
    for (at, module) in modules {
        for path in &module.paths {
            let Some((target, name)) = resolve(modules, at, path, 9) else { continue };
            let (from, to) = (&module.file, &modules[&target].file);
            let (one, other) = (module_of(from), module_of(to));
            let is_child =
                |parent: &Names, child: &Names| child.split_last().is_some_and(|(_, rest)| rest == *parent);
            if from != to && !is_child(&one, &other) && !is_child(&other, &one) {
                ties.entry((from.clone(), to.clone())).or_default().insert(name);
            }
        }
    }
    ties
}

/// Finds the module that defines what a path names, as seen from the module `at`, and the name. What comes from outside the crate
/// counts as defined where it is imported. `None` if the path names a module, which ties to nothing in it, or is passed on by
/// more than `depth` imports.
fn resolve(
    modules: &BTreeMap<Names, Module>,
    at: &[String],
    path: &[String],
    depth: u8,
) -> Option<(Names, String)> {
    let (mut module, rest) = match path.split_first()? {
        (first, rest) if first == "crate" => (Names::new(), rest),
        (first, rest) if first == "self" => (at.to_vec(), rest),
        _ => (at.to_vec(), path),
    };
    for (place, name) in rest.iter().enumerate() {
        let inner = [module.as_slice(), std::slice::from_ref(name)].concat();
        if name == "super" {
            module.pop()?;
        } else if modules.contains_key(&inner) {
            module = inner;
        } else if let Some(import) = modules.get(&module)?.imports.get(name) {
            let path = [import, rest.get(place + 1..).unwrap_or_default()].concat();
            return resolve(modules, &module, &path, depth.checked_sub(1)?);
        } else {
            return Some((module, name.clone()));
        }
    }
    None
}

/// A visitor that notes what the modules of one file import and name.
struct Reader<'a> {
    file: &'a str,
    at: Names,
    modules: &'a mut BTreeMap<Names, Module>,
}

impl Reader<'_> {
    fn module(&mut self) -> &mut Module {
        let module = self.modules.entry(self.at.clone()).or_default();
        self.file.clone_into(&mut module.file);
        module
    }

    /// Notes what a `use` imports. A `pub use` passes a name on: that ties nothing, as whoever uses the name is tied to the file
    /// that defines it.
    fn import(&mut self, before: &Names, tree: &UseTree, passes_on: bool) {
        let with = |name: &dyn ToString| [before.as_slice(), &[name.to_string()]].concat();
        let (path, name) = match tree {
            UseTree::Path(path) => return self.import(&with(&path.ident), &path.tree, passes_on),
            UseTree::Group(group) => {
                return group.items.iter().for_each(|tree| self.import(before, tree, passes_on));
            }
            UseTree::Glob(_) => return self.module().paths.push(with(&"*")),
            UseTree::Name(name) if name.ident == "self" => {
                (before.clone(), before.last().cloned().unwrap_or_default())
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

impl Visit<'_> for Reader<'_> {
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
            self.import(&Names::new(), &item.tree, !matches!(item.vis, Visibility::Inherited));
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

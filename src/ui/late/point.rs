//! Where the program is cut.
//!
//! The splitter (the crate `wasm_split_cli_support`, called by `split/`) looks for an import and an export of these names, puts
//! what is reached from the export alone into the module `late`, and makes a call of the import one of the export. It reads
//! no types, so both have to have the same.
//!
//! `wasm_split_helpers`' macro (0.2) writes the same two functions and a loader, which does not fit here. It makes each call
//! asynchronous, and a view that is there must be shown at once. It imports a second script, which does
//! `fetch( new URL( './….wasm', import.meta.url ) )`: that script would have to be named by its content and let in by the policy,
//! it cannot ask past the browser's cache after a failure, and in the one-file edition there is nothing to fetch.

use super::parts::{PARTS, Parts};

/// The parts. In a release, they have to be loaded before: [`crate::browser::late::load`].
#[cfg(not(split))]
pub(super) fn parts() -> &'static Parts {
    &PARTS
}

#[cfg(split)]
pub(super) use cut::parts;

#[cfg(split)]
#[allow(unsafe_code, reason = "a name that is not Rust's own is what the splitter finds the place by")]
mod cut {
    use super::{PARTS, Parts};

    /// See [`parts`].
    #[unsafe(no_mangle)]
    pub extern "C" fn __wasm_split_00late00_export_00000000000000000000000000000000_parts() -> &'static Parts
    {
        &PARTS
    }

    #[link(wasm_import_module = "__wasm_split_placeholder__")]
    #[allow(improper_ctypes, reason = "both sides are of one program, and a reference is a number")]
    unsafe extern "C" {
        safe fn __wasm_split_00late00_import_00000000000000000000000000000000_parts() -> &'static Parts;
    }

    /// The parts, once they are loaded. Before, the call ends the program.
    pub fn parts() -> &'static Parts {
        __wasm_split_00late00_import_00000000000000000000000000000000_parts()
    }
}

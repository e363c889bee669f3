#!/bin/sh
# Calls rustc (cargo gives its path and arguments) with the paths of this machine replaced: each line of REMAP_PATHS is
# FROM=TO. Arguments that cargo knows of would count for what it builds, and for the names of symbols; these do not.
set -f
# Leptos' helper stamps itself with a digest of the path of its manifest, to tell it from other versions of itself.
if [ "${CARGO_PKG_NAME:-}" = wasm_split_helpers ]; then
	export CARGO_MANIFEST_PATH="$CARGO_PKG_NAME-$CARGO_PKG_VERSION/Cargo.toml"
fi
IFS='
'
for pair in $REMAP_PATHS; do
	set -- "$@" "--remap-path-prefix=$pair"
done
exec "$@"

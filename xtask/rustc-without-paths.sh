#!/bin/sh
# Calls rustc (cargo gives its path and arguments) for what is published. Arguments that cargo knows of would count for what
# it builds, and for the names of symbols; these do not.
#
# The paths of this machine are replaced: each line of REMAP_PATHS is FROM=TO.
set -f
# Leptos' helper stamps itself with a digest of the path of its manifest, to tell it from other versions of itself.
if [ "${CARGO_PKG_NAME:-}" = wasm_split_helpers ]; then
	export CARGO_MANIFEST_PATH="$CARGO_PKG_NAME-$CARGO_PKG_VERSION/Cargo.toml"
fi
# The program itself is to be cut in two (see split/): that takes the places and names of everything in it. The core has the English
# words of the first part then.
case "${CARGO_PKG_NAME:-}" in
	affiliate-report-builder) set -- "$@" --cfg split -C link-arg=--emit-relocs -C strip=debuginfo ;;
	report) set -- "$@" --cfg split ;;
esac
IFS='
'
for pair in $REMAP_PATHS; do
	set -- "$@" "--remap-path-prefix=$pair"
done
exec "$@"

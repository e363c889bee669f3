#!/bin/sh
# Calls rustc (cargo gives its path and arguments) with the paths of this machine replaced: each line of REMAP_PATHS is
# FROM=TO. Arguments that cargo knows of would count for what it builds, and for the names of symbols; these do not.
set -f
IFS='
'
for pair in $REMAP_PATHS; do
	set -- "$@" "--remap-path-prefix=$pair"
done
exec "$@"

#!/usr/bin/env bash
# tools/keep_corpus.sh NAME [FOLDER…]: replaces fuzz/corpus/NAME by the smallest inputs of it, of
# build/fuzz/corpus/NAME and of the folders that together reach all that any of them reaches.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
name=$1
shift
kept=fuzz/corpus/$name
fresh=$(mktemp -d)
trap 'rm -rf "$fresh"' EXIT
mkdir -p "$kept" "build/fuzz/corpus/$name"
"build/fuzz/fuzz/fuzz_$name" -merge=1 -max_len=4096 "$fresh" "$kept" "build/fuzz/corpus/$name" "$@"
rm -rf "$kept"
cp -r "$fresh" "$kept"
echo "$kept: $(find "$kept" -type f | wc -l) files, $(find "$kept" -type f -printf '%s\n' | awk '{n += $1} END {print n + 0}') bytes"

#!/bin/sh
# with_pkg_config.sh PREFIX LIBDIR SOURCE OUTPUT COMPILER...: builds and runs SOURCE with pkg-config's flags.
set -eu
export PKG_CONFIG_PATH="$1/$2/pkgconfig"
source=$3
output=$4
shift 4
cflags=$(pkg-config --cflags parley)
libs=$(pkg-config --libs parley)
# pkg-config escapes blanks in paths for the shell.
eval "set -- \"\$@\" $cflags"
eval "set -- \"\$@\" '$source' -o '$output' $libs"
"$@"
"$output"

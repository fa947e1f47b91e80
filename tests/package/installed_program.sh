#!/bin/sh
# installed_program.sh PREFIX: the program runs from there, and its manual and completions came along.
set -eu
"$1/bin/parley" --version
for page in man/man1/parley.1 bash-completion/completions/parley zsh/site-functions/_parley \
  fish/vendor_completions.d/parley.fish; do
  if [ ! -s "$1/share/$page" ]; then
    echo "share/$page is missing or empty" >&2
    exit 1
  fi
done

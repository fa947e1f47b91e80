# shellcheck shell=bash
# The checks of ./test --full. Sourced after house.sh, never run. A check is a function check_NAME
# that succeeds, fails, or calls skip with the reason.

# run_tests PRESET [CTEST ARGUMENT…]
run_tests() {
  local preset=$1
  shift
  ctest --preset "$preset" --parallel "$(nproc)" "$@" >&2
}

skip() {
  skipped=$*
}

# Without a clone (a source archive) every file counts, except what was built.
project_files() {
  if git rev-parse --is-inside-work-tree >/dev/null 2>&1; then
    git ls-files -z -- "$@"
  else
    local patterns=() each
    for each in "$@"; do patterns+=(-o -path "./$each"); done
    find . -path ./build -prune -o -path ./out -prune -o -type f \( "${patterns[@]:1}" \) -print0
  fi
}

check_format() {
  project_files '*.cpp' '*.hpp' | xargs -0 clang-format-19 --dry-run --Werror
}

check_scripts() {
  project_files run test .ci/run '*.sh' | xargs -0 shellcheck -x
}

check_spelling() {
  project_files '*.md' '*.cpp' '*.hpp' '*.cmake' '*.sh' run test | xargs -0 codespell --ignore-words tools/spelling.txt
}

# Each source of ours with all headers of ours that it includes, directly or not: a line a source.
sources_with_headers() {
  project_files 'src/*.[ch]pp' 'apps/*.[ch]pp' | xargs -0 grep -H '^#include "' | awk -F '[:"]' '
    function folder(file) { sub("[^/]*$", "", file); return file }
    function follow(file, words, count, i) {
      if (file in seen) return
      seen[file]
      printf " %s", file
      count = split(includes[file], words, " ")
      for (i = 1; i <= count; ++i) follow(words[i])
    }
    { includes[$1] = includes[$1] " " ($3 ~ "^parley/" ? "src/" : folder($1)) $3 }
    END { for (file in includes) if (file ~ "[.]cpp$") { split("", seen); follow(file); print "" } }'
}

# A file that passed is not looked at again while it, the headers it includes and the checks are what
# they were: build/tidy/passed/ holds a name for each.
check_tidy() {
  cmake --preset tidy >/dev/null && cmake --build build/tidy --target parley_commit >/dev/null || return
  mkdir -p build/tidy/passed
  # shellcheck disable=SC2016 # the inner shell's variables
  sources_with_headers | xargs -P "$(nproc)" -L 1 bash -c '
    passed=build/tidy/passed/$(cat "$@" .clang-tidy CMakePresets.json 2>/dev/null | sha256sum | cut -d " " -f 1)
    [ -e "$passed" ] || { clang-tidy-19 -p build/tidy --quiet "$1" && touch "$passed"; }' tidy
}

# The packaging tests look at no memory, so a sanitizer has nothing to say about them.
check_address_sanitizer() {
  build asan all_tests || return
  run_tests asan -LE package
}

# The tests of the rooms that work in threads.
check_thread_sanitizer() {
  local rooms
  mapfile -t rooms < <(grep -rl for_each_index src/parley | cut -d/ -f3 | sort -u)
  build tsan "${rooms[@]/#/test_}" || return
  TSAN_OPTIONS="suppressions=$PWD/tools/tsan.txt" run_tests tsan -L "^($(IFS='|' && echo "${rooms[*]}"))\$"
}

# fuzz_for SECONDS NAME: new inputs go to the first folder; the others are only read. Inputs are short,
# since a long one takes longer and shows nothing that a short one does not.
fuzz_for() {
  mkdir -p "build/fuzz/corpus/$2"
  "build/fuzz/fuzz/fuzz_$2" -max_total_time="$1" -max_len=4096 -timeout=10 -rss_limit_mb=2048 \
    -print_final_stats=1 -artifact_prefix="build/fuzz/found-$2-" "build/fuzz/corpus/$2" "fuzz/corpus/$2" \
    >"build/fuzz/$2.log" 2>&1 && grep -E 'exec_per_sec|new_units' "build/fuzz/$2.log" && return
  tail -n 60 "build/fuzz/$2.log"
  return 1
}

check_fuzzing() {
  build fuzz fuzz_targets || return
  export -f fuzz_for
  # shellcheck disable=SC2016 # the inner shell's variable
  find fuzz/corpus -mindepth 1 -maxdepth 1 -type d -printf '%f\0' |
    xargs -0 -n 1 -P "$(nproc)" bash -c 'fuzz_for 60 "$0"'
}

# The page's template is built from web/ and kept in data/, so that nobody needs Node to build Parley.
check_page() {
  if ! command -v npm >/dev/null; then
    skip "npm is missing (apt-get install nodejs npm)"
    return
  fi
  (cd web && npm ci --loglevel=error && npm test --silent && npm run build --silent -- --outDir ../build/page) || return
  cmp build/page/page.html data/page/page.html
}

check_end_to_end() {
  rm -rf out
  ./run && [ -s out/brief.html ] && [ -s out/brief.md ]
}

# After end_to_end, whose program it kills at 100 instants.
check_kills() {
  tests/program/kills.sh build/release/bin/parley 100
}

# After end_to_end, with whose program it makes the briefs: on the shipped cases, and straight from reports.
check_browser() {
  if ! command -v npm >/dev/null || [ ! -x "${CHROMIUM:-/usr/bin/chromium}" ]; then
    skip "npm or Chromium is missing (apt-get install chromium nodejs npm)"
    return
  fi
  local out=build/browser each briefs=
  rm -rf "$out"
  for each in cases/*/; do
    build/release/bin/parley brief "$each" --quick --quiet --out "$out/$(basename "$each")" || return
  done
  build/release/bin/parley brief tests/record/gold/harbour-{wire,gazette}.txt --quick --quiet --out "$out/reports" || return
  for each in "$out"/*/brief.html; do briefs+=${briefs:+:}$PWD/$each; done
  (cd tests/browser && npm ci --loglevel=error && PARLEY_BRIEFS=$briefs npm test --silent)
}

# Runs them all, the quick ones first; one that fails does not stop the others.
full_checks() {
  local name failed=0 skipped began
  for name in format scripts spelling tidy address_sanitizer thread_sanitizer fuzzing page end_to_end kills browser; do
    say "--- ${name//_/ }"
    skipped=
    began=$SECONDS
    if ! "check_$name" >&2; then
      say "--- ${name//_/ }: FAILED"
      failed=1
    elif [ -n "$skipped" ]; then
      say "--- ${name//_/ }: SKIPPED, as $skipped"
    else
      say "--- ${name//_/ }: passed in $(as_time $((SECONDS - began)))"
    fi
  done
  return "$failed"
}

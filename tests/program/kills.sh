#!/usr/bin/env bash
# kills.sh PROGRAM [KILLS]: kills `parley brief` at many instants and looks whether the files are the old set or
# the new one; then two runs at once, and a disk that fills up.
set -euo pipefail
program=$(realpath "$1")
kills=${2:-100}
reports=$(realpath "$(dirname "${BASH_SOURCE[0]}")/files/dam")
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"

# pandoc would take most of the time, and none of it is spent on writing.
brief=(env PATH=/nowhere "$program" brief "$reports/wire.txt" "$reports/post.txt" --quick --quiet)

# What a reader of the folder sees.
seen() {
  (cd "$1" && find . -name '.parley-*' -prune -o -type f -print0 | sort -z | xargs -0 sha256sum)
}

give_up() {
  printf '%s\n' "$*" >&2
  exit 1
}

"${brief[@]}" --seed 1 --out old
began=$(date +%s%N)
"${brief[@]}" --seed 2 --out new
took=$((($(date +%s%N) - began) / 1000000))
old=$(seen old)
new=$(seen new)
[ "$old" != "$new" ] || give_up "the two runs make the same set"

count_old=0 count_new=0 count_half=0
for ((i = 0; i < kills; ++i)); do
  rm -rf out
  cp -a old out
  "${brief[@]}" --seed 2 --out out 2>/dev/null &
  # Every other one in the last third, where the files are written.
  if ((i % 2)); then wait_for=$((RANDOM * took / 32768)); else wait_for=$((took * 2 / 3 + RANDOM * took / 65536)); fi
  sleep "$((wait_for / 1000)).$(printf '%03d' $((wait_for % 1000)))"
  kill -9 $! 2>/dev/null || true
  wait $! 2>/dev/null || true
  case $(seen out) in
    "$old") count_old=$((count_old + 1)) ;;
    "$new") count_new=$((count_new + 1)) ;;
    *)
      [ -s out/.parley-staged/journal.json ] || give_up "killed after $wait_for ms: a mixture without a name"
      count_half=$((count_half + 1))
      said=$("${brief[@]}" --seed 2 --out out 2>&1)
      [[ $said == *'a run was ended'* ]] || give_up "killed after $wait_for ms: the next run does not say so"
      ;;
  esac
  if ((i % 10 == 0)); then
    "${brief[@]}" --seed 2 --out out 2>/dev/null || give_up "killed after $wait_for ms: the next run fails"
    [ "$(seen out)" = "$new" ] || give_up "killed after $wait_for ms: the next run gives no whole set"
    if [ -e out/.parley-staged ] || [ -e out/.parley-lock ]; then give_up "the next run leaves something behind"; fi
  fi
done
printf '%s kills within %s ms: %s old sets, %s new ones, %s named half\n' "$kills" "$took" "$count_old" "$count_new" "$count_half"

for ((i = 0; i < 5; ++i)); do
  rm -rf out
  "${brief[@]}" --seed 1 --out out &
  first=$!
  "${brief[@]}" --seed 2 --out out &
  if ! wait $! || ! wait $first; then give_up "two runs at once do not end one after the other"; fi
  case $(seen out) in "$old" | "$new") ;; *) give_up "two runs at once give a mixture" ;; esac
done
printf 'two runs at once: one whole set\n'

# A limit on the size of files stands for a full disk, from the first file to the largest.
for ((blocks = 0; blocks <= 256; blocks += blocks < 16 ? 1 : 40)); do
  rm -rf out
  cp -a old out
  status=0
  (ulimit -f "$blocks" && "${brief[@]}" --seed 2 --out out) 2>/dev/null || status=$?
  if [ "$status" = 0 ]; then
    [ "$(seen out)" = "$new" ] || give_up "at $blocks blocks: status 0 without the whole set"
  else
    [ "$status" = 4 ] || give_up "at $blocks blocks: status $status"
    diff -r old out >&2 || give_up "at $blocks blocks: the old set is not as it was"
  fi
done
printf 'a disk that fills up: the old set, and nothing beside it\n'

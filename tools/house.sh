# shellcheck shell=bash
# What ./run and ./test share: the packages of packages.txt and the build. Sourced, never run;
# the working folder is the project's. Everything said goes to standard error, so that standard
# output stays the program's own.

say() { printf '%s\n' "$*" >&2; }

# Says every half minute how far a log has come, as long as this script runs.
tell_progress() {
  local last
  # The pipes that this script was given are not kept open by a sleep.
  while sleep 30 >/dev/null 2>&1 && kill -0 $$ 2>/dev/null; do
    last=$(tail -n 1 "$1" | cut -c 1-70)
    say "  at work: ${last:-nothing said yet}"
  done
}

# quietly LOG COMMAND…: on a terminal the command is seen at work; elsewhere its output goes to LOG,
# of which a line is seen every half minute, and is shown when it fails.
quietly() {
  local log=$1 watcher status=0
  shift
  if [ -t 2 ] && [ -z "${HOUSE_QUIET:-}" ]; then
    "$@" >&2
    return
  fi
  mkdir -p "$(dirname "$log")"
  : >"$log"
  tell_progress "$log" &
  watcher=$!
  "$@" >"$log" 2>&1 || status=$?
  { kill "$watcher" && wait "$watcher"; } 2>/dev/null || true
  [ "$status" -eq 0 ] && return
  tail -n 60 "$log" >&2
  say "The whole output is in $log"
  return "$status"
}

# packages_in SECTION…: the names that packages.txt lists there.
packages_in() {
  awk -v sections=" $* " '
    /^# section: / { wanted = index(sections, " " $3 " ") }
    /^[a-z0-9]/ && wanted { print $1 }' packages.txt
}

missing_packages() {
  packages_in "$@" | grep -vxFf <(dpkg-query -W -f='${db:Status-Status} ${Package}\n' | sed -n 's/^installed //p')
}

# install_missing SECTION…: makes sure that these packages are there, or says what to type and ends.
install_missing() {
  if ! command -v dpkg-query >/dev/null; then
    say "This is not a Debian system, so nothing is installed. Parley needs: $(packages_in "$@" | xargs)"
    return
  fi
  local -a missing as_root=()
  mapfile -t missing < <(missing_packages "$@")
  [ ${#missing[@]} -gt 0 ] || return 0

  local install=(apt-get install -y --no-install-recommends -o DPkg::Lock::Timeout=300 "${missing[@]}")
  local by_hand="apt-get update && apt-get install -y --no-install-recommends ${missing[*]}"
  if [ "$(id -u)" -ne 0 ]; then
    # Without a terminal nobody can type a password.
    if ! command -v sudo >/dev/null || { [ ! -t 0 ] && ! sudo -n true 2>/dev/null; }; then
      say "Some Debian packages are missing and only root may install them. As root, give this command:"
      say "  $by_hand"
      say "Then start $0 again."
      exit 4
    fi
    as_root=(sudo)
  fi
  say "Installing ${#missing[@]} Debian packages that are missing: ${missing[*]}"
  as_root+=(env DEBIAN_FRONTEND=noninteractive)
  if ! quietly build/packages-update.log "${as_root[@]}" apt-get update ||
    ! quietly build/packages-install.log "${as_root[@]}" "${install[@]}" </dev/null; then
    say "The packages could not be installed. As root, give this command and then start $0 again:"
    say "  $by_hand"
    exit 4
  fi
}

# build PRESET [TARGET…]: configures when needed and builds into build/PRESET.
build() {
  local preset=$1
  shift
  local folder=build/$preset fresh=()
  if { [ -e build ] && [ ! -w build ]; } || { [ -e "$folder" ] && [ ! -w "$folder" ]; }; then
    say "$PWD/build belongs to another user. Remove it, then start $0 again:"
    say "  sudo rm -r '$PWD/build'"
    return 4
  fi
  # A folder that was moved since must be configured anew.
  if [ -f "$folder/CMakeCache.txt" ] && ! grep -qxF "CMAKE_HOME_DIRECTORY:INTERNAL=$PWD" "$folder/CMakeCache.txt"; then
    fresh=(--fresh)
  fi
  if ! quietly "$folder/configure.log" cmake --preset "$preset" "${fresh[@]}" ||
    ! quietly "$folder/build.log" cmake --build --preset "$preset" ${1:+--target "$@"}; then
    say "Building the preset '$preset' failed."
    return 4
  fi
}

# as_time SECONDS: "2 min 5 s".
as_time() {
  if [ "$1" -ge 60 ]; then printf '%d min %d s' $(($1 / 60)) $(($1 % 60)); else printf '%d s' "$1"; fi
}

# shellcheck shell=bash
# Sourced by tests/run and examples/kursk/run: installs what is missing and builds into build/.
#
#   claimtrail_setup GROUP…   Debian packages of these groups of tests/packages.txt, sudo only when not root;
#                             not those whose program is there already, wherever it came from
#   claimtrail_build TARGET…  configures and builds; quiet when there is nothing to do

claimtrail_root="$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)"
claimtrail_build_dir="${CLAIMTRAIL_BUILD_DIR:-$claimtrail_root/build}"

claimtrail_setup() {
  local group package program missing=() sudo=()
  for group in "$@"; do
    while read -r _ package program; do
      if [ -n "$program" ] && command -v "$program" >/dev/null; then continue; fi
      dpkg-query -W -f='${Status}' "$package" 2>/dev/null | grep -q 'ok installed' || missing+=("$package")
    done < <(grep "^$group " "$claimtrail_root/tests/packages.txt")
  done
  ((${#missing[@]})) || return 0
  echo "Installing ${#missing[@]} Debian packages: ${missing[*]}"
  [ "$(id -u)" -eq 0 ] || sudo=(sudo)
  local log
  log="$(mktemp)"
  if ! { "${sudo[@]}" apt-get update -qq &&
    "${sudo[@]}" env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "${missing[@]}"; } >"$log" 2>&1; then
    cat "$log" >&2
    echo "The packages could not be installed; what apt-get said stands above." >&2
    rm -f "$log"
    return 1
  fi
  rm -f "$log"
}

claimtrail_build() {
  local log jobs
  jobs="$(nproc)"
  log="$(mktemp)"
  mkdir -p "$claimtrail_build_dir"
  if [ ! -f "$claimtrail_build_dir/build.ninja" ]; then
    echo "Configuring $claimtrail_build_dir"
    cmake -S "$claimtrail_root" -B "$claimtrail_build_dir" -G Ninja -DCMAKE_BUILD_TYPE=Release >"$log" 2>&1 || {
      cat "$log" >&2
      rm -f "$log"
      return 1
    }
  fi
  if ! ninja -C "$claimtrail_build_dir" -n "$@" 2>/dev/null | grep -q 'no work to do'; then
    echo "Building $* (a few minutes the first time)"
  fi
  if ! ninja -C "$claimtrail_build_dir" -j "$jobs" "$@" >"$log" 2>&1; then
    grep -vE '^\[[0-9]+/[0-9]+\]' "$log" | tail -n 60 >&2
    rm -f "$log"
    return 1
  fi
  rm -f "$log"
}

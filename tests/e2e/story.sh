# shellcheck shell=bash
# Sourced by the stories: a fresh directory, a newsstand with the Kursk newsroom, and small checks.

set -euo pipefail
story_dir="$(mktemp -d)"
newsstand_pid=
trap 'story_end' EXIT

story_end() {
  [ -z "$newsstand_pid" ] || kill "$newsstand_pid" 2>/dev/null || true
  rm -rf "$story_dir"
}

claimtrail() { "$CLAIMTRAIL_PROGRAM" --config "$story_dir/claimtrail.yaml" "$@"; }

fail() {
  echo "FAILED: $*" >&2
  exit 1
}

# expect_exit CODE COMMAND…
expect_exit() {
  local wanted="$1" got=0
  shift
  "$@" >"$story_dir/out" 2>"$story_dir/err" || got=$?
  [ "$got" -eq "$wanted" ] || fail "exit $got, not $wanted: $* — $(cat "$story_dir/out" "$story_dir/err")"
}

start_newsstand() {
  echo first >"$story_dir/edition"
  "$NEWSSTAND_PROGRAM" "$SOURCE_DIR/examples/kursk/newsroom" --parent $$ --port-file "$story_dir/port" \
    --edition-file "$story_dir/edition" --access-log "$story_dir/access.log" &
  newsstand_pid=$!
  for _ in {1..100}; do
    [ -s "$story_dir/port" ] && break
    sleep 0.1
  done
  local base
  base="http://127.0.0.1:$(cat "$story_dir/port")"
  sed "s|{{BASE}}|$base|g" "$SOURCE_DIR/examples/kursk/claimtrail.yaml.in" >"$story_dir/claimtrail.yaml"
}

#!/usr/bin/env bash
# The first of the README's two commands, run as it stands, on the build that is being tested.
set -euo pipefail
cd "$SOURCE_DIR"
out="$(mktemp)"
trap 'rm -f "$out"' EXIT
./examples/kursk/run >"$out" 2>&1 || {
  cat "$out"
  exit 1
}
for rule in figure-conflict attribution-conflict attribution-dropped denied unattributed-figure quote-altered silent-edit; do
  grep -q "$rule" "$out" || {
    echo "the example does not show $rule:"
    cat "$out"
    exit 1
  }
done
[ -s build/kursk/report.html ]
grep -q 'Where to look next' "$out"

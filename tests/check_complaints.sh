#!/usr/bin/env bash
# Checks that a test names every complaint of tests/complaints.tsv in its comment. Prints those that none
# names, and fails when there is one or the table is empty.
set -euo pipefail
cd "$(dirname "$0")"

named="$(grep -rhE '^ *//.*#[0-9]+' --include='*.cpp' --include='*.h' --include='*.mjs' .)"
status=0 count=0
while IFS=$'\t' read -r issue complaint; do
  case "$issue" in '' | '#'*) continue ;; esac
  count=$((count + 1))
  if ! grep -qE "#${issue##*#}([^0-9]|$)" <<<"$named"; then
    printf 'no test names %s: %s\n' "$issue" "$complaint"
    status=1
  fi
done <complaints.tsv
if [ "$count" -eq 0 ]; then
  printf 'tests/complaints.tsv lists nothing\n'
  status=1
fi
exit "$status"

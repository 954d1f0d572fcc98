#!/usr/bin/env bash
# Checks the arrows of the architecture from the includes: who may see whom. Prints each include that
# points the wrong way as file:line, and fails when there is one.
set -euo pipefail
cd "$(dirname "$0")/.."

status=0
# forbid FOLDER WHAT…: no file below FOLDER includes a header below any WHAT.
forbid() {
  local folder="$1" found
  shift
  local pattern
  pattern="$(printf '|%s' "$@")"
  found="$(grep -rnE "^#include \"(${pattern:1})/" --include='*.h' --include='*.cpp' "$folder" || true)"
  if [ -n "$found" ]; then
    printf '%s may not include %s:\n%s\n' "$folder" "$*" "$found"
    status=1
  fi
}

forbid core sources rules cli tests examples
forbid sources rules cli tests examples
forbid rules sources cli tests examples
forbid cli tests examples
forbid core/model core/text core/syntax core/attribution core/quantity core/dates core/linking core/trail core/store core/diagnostics
forbid core/diagnostics core/model core/text core/syntax core/attribution core/quantity core/dates core/linking core/trail core/store
forbid core/text core/syntax core/attribution core/quantity core/dates core/linking core/trail core/store
forbid core/syntax core/attribution core/quantity core/dates core/linking core/trail core/store
forbid core/quantity core/syntax core/attribution core/linking core/trail core/store
forbid core/dates core/syntax core/attribution core/linking core/trail core/store
forbid core/attribution core/linking core/trail core/store
forbid core/store core/syntax core/attribution core/quantity core/dates core/linking core/trail
forbid core/linking core/syntax core/attribution core/trail core/store/sqlite
forbid core/trail core/syntax core/attribution core/store/sqlite
forbid core/analysis.cpp core/linking core/trail core/store
forbid rules/world rules/language rules/reader rules/compiler rules/evaluator rules/authoring
forbid rules/language rules/reader rules/compiler rules/evaluator rules/authoring
forbid rules/reader rules/compiler rules/evaluator rules/authoring
forbid rules/compiler rules/evaluator rules/authoring
forbid rules/evaluator rules/authoring

# SQL and pragmas live in one folder.
sql="$(grep -rnE '"(SELECT|INSERT|UPDATE|DELETE|CREATE TABLE|PRAGMA) ' --include='*.cpp' --include='*.h' core sources rules cli |
  grep -v '^core/store/sqlite/' || true)"
if [ -n "$sql" ]; then
  printf 'SQL outside core/store/sqlite:\n%s\n' "$sql"
  status=1
fi

# Third-party types stay in .cpp files; tl::expected is the one that contracts speak in.
foreign="$(grep -rnE '#include <(Poco|SQLiteCpp|yaml-cpp|curl|libxml|unicode|rapidjson|gmp|openssl|zstd|date/|CLI/|kainjow|uchardet|libpsl)' \
  --include='*.h' core sources rules cli || true)"
if [ -n "$foreign" ]; then
  printf 'Third-party headers in headers:\n%s\n' "$foreign"
  status=1
fi
exit "$status"

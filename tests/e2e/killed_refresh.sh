#!/usr/bin/env bash
# A refresh killed at any moment leaves a database that opens, verifies, and that the next run completes.
source "$(dirname "$0")/story.sh"
start_newsstand

for delay in 0.02 0.05 0.1 0.2 0.3 0.5; do
  "$CLAIMTRAIL_PROGRAM" --config "$story_dir/claimtrail.yaml" refresh >/dev/null 2>&1 &
  victim=$!
  sleep "$delay"
  kill -9 "$victim" 2>/dev/null || true
  wait "$victim" 2>/dev/null || true
  [ ! -e "$story_dir/claimtrail.db" ] || expect_exit 0 claimtrail verify
done

expect_exit 0 claimtrail refresh
[ "$(claimtrail reports --json | wc -l)" -eq 12 ] || fail "after the last run: $(claimtrail reports --json | wc -l) reports, not 12"
expect_exit 0 claimtrail verify

# The same newsroom, never interrupted, gives the same claims and flags.
cp "$story_dir/claimtrail.yaml" "$story_dir/calm.yaml"
sed -i 's/claimtrail.db/calm.db/' "$story_dir/calm.yaml"
"$CLAIMTRAIL_PROGRAM" --config "$story_dir/calm.yaml" refresh
ids() { "$CLAIMTRAIL_PROGRAM" --config "$1" claims --json | grep -o '^{"id":"[^"]*"' | sort; }
flags() { "$CLAIMTRAIL_PROGRAM" --config "$1" flags --json | grep -o '"rule":"[^"]*"' | sort; }
diff <(ids "$story_dir/claimtrail.yaml") <(ids "$story_dir/calm.yaml") || fail "other claims than an uninterrupted run"
diff <(flags "$story_dir/claimtrail.yaml") <(flags "$story_dir/calm.yaml") || fail "other flags than an uninterrupted run"

#!/usr/bin/env bash
# The real cron daemon runs the line that `cron install` writes, and a due source is fetched by it. What the
# user's crontab held before stands there again afterwards.
source "$(dirname "$0")/story.sh"

command -v cron >/dev/null && command -v crontab >/dev/null || {
  echo "cron is not installed: ./tests/run installs it"
  exit 77
}

saved="$story_dir/crontab.before"
crontab -l >"$saved" 2>/dev/null || : >"$saved"
daemon_pid=
restore() {
  if [ -s "$saved" ]; then crontab "$saved"; else crontab -r 2>/dev/null || true; fi
  [ -z "$daemon_pid" ] || kill "$daemon_pid" 2>/dev/null || true
  story_end
}
trap restore EXIT

start_newsstand
printf '# a line of the user\n' | crontab -

claimtrail cron print | grep -q 'refresh --due' || fail "cron print shows no refresh --due"
claimtrail cron install --every 1m
claimtrail cron install --every 1m
[ "$(crontab -l | grep -c 'refresh --due')" -eq 1 ] || fail "installing twice makes one line: $(crontab -l)"
crontab -l | grep -q '# a line of the user' || fail "the user's own line is gone"
claimtrail cron status | grep -qi 'installed' || fail "cron status does not say that it is installed"

if ! pgrep -x cron >/dev/null; then
  cron -f &
  daemon_pid=$!
fi

# A job starts at the next full minute; every source is due at once, having never been fetched.
for _ in {1..130}; do
  sleep 1
  [ "$(claimtrail reports --json 2>/dev/null | wc -l)" -ge 12 ] && break
done
count="$(claimtrail reports --json | wc -l)"
[ "$count" -ge 12 ] || fail "cron brought $count reports, not 12"
[ -n "$(claimtrail flags --json)" ] || fail "cron's refresh raised no flag"

claimtrail cron remove
crontab -l | grep -q 'refresh --due' && fail "cron remove left its line"
crontab -l | grep -q '# a line of the user' || fail "cron remove took the user's own line"
echo "cron fetched $count reports"

#!/usr/bin/env bash
# retrain.sh PROGRAM WEIGHTS: trains anew and fails unless the result is WEIGHTS, byte for byte. Skips
# where the development data is absent.
set -euo pipefail
program="$1" weights="$2"
shared="${CLAIMTRAIL_SHARED:-$(cd "$(dirname "$0")/../../../.." && pwd)/shared}"
exec "$program" --treebanks "$shared/data/treebanks" --compare "$weights"

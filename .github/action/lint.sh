#!/usr/bin/env bash
# Checks the paths, with a note beside each line found, and writes SARIF where it is asked for.
# In: BULLETIN, BULLETIN_LANG, BULLETIN_PATHS (one a line), BULLETIN_MAX_WARNINGS, BULLETIN_SHARD,
#     BULLETIN_BASELINE, BULLETIN_SARIF
set -euo pipefail

paths=()
while IFS= read -r path; do [ -z "$path" ] || paths+=("$path"); done <<< "$BULLETIN_PATHS"
options=(--lang "$BULLETIN_LANG" lint)
[ -z "$BULLETIN_SHARD" ] || options+=(--shard "$BULLETIN_SHARD")
[ -z "$BULLETIN_BASELINE" ] || options+=(--baseline "$BULLETIN_BASELINE")

if [ -n "$BULLETIN_SARIF" ]; then
  # Errors are told below; a report of them is no failure, anything else is.
  node "$BULLETIN" "${options[@]}" --format sarif --output-file "$BULLETIN_SARIF" -- "${paths[@]}" || {
    code=$?
    [ $code = 1 ] || exit $code
  }
fi
[ -z "$BULLETIN_MAX_WARNINGS" ] || options+=(--max-warnings "$BULLETIN_MAX_WARNINGS")
node "$BULLETIN" "${options[@]}" --format github -- "${paths[@]}"

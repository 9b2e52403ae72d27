#!/usr/bin/env bash
# Builds every issue under the paths into one folder. A part of an archive may hold no issue, and the folder nothing.
# In:  BULLETIN, BULLETIN_LANG, BULLETIN_PATHS (one a line), BULLETIN_EDITIONS, BULLETIN_SHARD,
#      RUNNER_TEMP, GITHUB_OUTPUT
# Out: folder=… in GITHUB_OUTPUT
set -euo pipefail

paths=()
while IFS= read -r path; do [ -z "$path" ] || paths+=("$path"); done <<< "$BULLETIN_PATHS"
folder="$RUNNER_TEMP/bulletin-editions"
options=(--lang "$BULLETIN_LANG" build --all --edition "$BULLETIN_EDITIONS" --out "$folder")
[ -z "$BULLETIN_SHARD" ] || options+=(--shard "$BULLETIN_SHARD")

mkdir -p "$folder"
node "$BULLETIN" "${options[@]}" -- "${paths[@]}"
echo "folder=$folder" >> "$GITHUB_OUTPUT"

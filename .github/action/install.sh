#!/usr/bin/env bash
# Makes the command ready: a version from npm, or the checkout that the action itself came with.
# In:  BULLETIN_VERSION, BULLETIN_CHECKOUT, RUNNER_TEMP, GITHUB_OUTPUT
# Out: command=… in GITHUB_OUTPUT, the path of bin/bulletin.js
set -euo pipefail

if [ -n "$BULLETIN_VERSION" ]; then
  folder="$RUNNER_TEMP/bulletin"
  mkdir -p "$folder"
  npm install --prefix "$folder" --no-audit --no-fund --ignore-scripts "bulletin-compiler@$BULLETIN_VERSION"
  command="$folder/node_modules/bulletin-compiler/bin/bulletin.js"
else
  cd "$BULLETIN_CHECKOUT"
  [ -f dist/cli.js ] || npm ci --no-audit --no-fund
  command="$BULLETIN_CHECKOUT/bin/bulletin.js"
fi
node "$command" --version
echo "command=$command" >> "$GITHUB_OUTPUT"

#!/usr/bin/env bash
# Makes the command of the checkout that the action came with ready: its version is that of the action.
# In:  BULLETIN_CHECKOUT, GITHUB_OUTPUT
# Out: command=… in GITHUB_OUTPUT, the path of bin/bulletin.js
set -euo pipefail

cd "$BULLETIN_CHECKOUT"
[ -f dist/cli.cjs ] || npm ci --no-audit --no-fund
command="$BULLETIN_CHECKOUT/bin/bulletin.js"
node "$command" --version
echo "command=$command" >> "$GITHUB_OUTPUT"

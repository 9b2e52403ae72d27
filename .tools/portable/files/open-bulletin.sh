#!/bin/sh
# Opens a bulletin in the browser: the folder that is given, or the one that start.mjs asks for.
here=$(dirname -- "$(readlink -f -- "$0")")
exec "$here/app/node/bin/node" "$here/app/start.mjs" "$@"

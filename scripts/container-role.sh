#!/bin/sh
# The entry point of the image: runs the role named by the first argument.
set -eu

run() { exec node --enable-source-maps "$@"; }

case "${1:-}" in
  intake | review | headquarters | delivery | evidence)
    role=$1
    shift
    run "dist/apps/$role/src/main.js" "$@"
    ;;
  witness | monitor)
    role=$1
    shift
    run "dist/apps/evidence/src/$role/main.js" "$@"
    ;;
  migrate)
    # The schema, then the organs and people of KYOGI_CABINET; both do nothing when nothing changed.
    node --enable-source-maps dist/libs/platform/src/migrate-main.js
    run dist/libs/identity/src/load-cabinet-main.js
    ;;
  *)
    echo "Name a role: intake, review, headquarters, delivery, evidence, witness, monitor or migrate." >&2
    exit 64
    ;;
esac

#!/bin/sh
# Starts the demo on data of its own, lets a browser walk the whole journey, and reports the server's memory.
set -eu
cd "$(dirname "$0")/.."
HOME_DIR=$PWD

if [ ! -d e2e/node_modules ] || [ e2e/package-lock.json -nt e2e/node_modules/.package-lock.json ]; then
    (cd e2e && PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD=1 npm ci --no-audit --no-fund --loglevel=error)
fi

WORK=$(mktemp -d)
PORT=$(node -e 'const s=require("net").createServer();s.listen(0,"127.0.0.1",()=>{console.log(s.address().port);s.close()})')
export TANSHI_PORT="$PORT" TANSHI_DATA="$WORK/data" TANSHI_KEY_FILE="$WORK/keys/master.json"

./tanshi make-batch --people 12 --seed 20261226 --faults photo-too-small,id-checksum "$WORK/batch.zip" >/dev/null

./tanshi demo >"$WORK/server.log" 2>&1 &
SERVER=$!
stop() {
    kill "$SERVER" 2>/dev/null || true
    wait "$SERVER" 2>/dev/null || true
    rm -rf "$WORK"
}
trap stop EXIT INT TERM

tries=0
until node -e "fetch('http://127.0.0.1:$PORT/api/session').then(r=>process.exit(r.ok?0:1),()=>process.exit(1))"; do
    tries=$((tries + 1))
    kill -0 "$SERVER" 2>/dev/null || { cat "$WORK/server.log"; echo "the demo did not start" >&2; exit 1; }
    [ "$tries" -lt 300 ] || { cat "$WORK/server.log"; echo "the demo was not ready in time" >&2; exit 1; }
    sleep 1
done

status=0
(cd e2e && TANSHI_URL="http://127.0.0.1:$PORT" TANSHI_BATCH="$WORK/batch.zip" TANSHI_HOME="$HOME_DIR" npx playwright test "$@") || status=$?
[ "$status" = 0 ] || tail -n 60 "$WORK/server.log"
sed -n 's/^VmRSS:[[:space:]]*\([0-9]*\).*/server memory after the journey: \1 KiB/p' "/proc/$SERVER/status" 2>/dev/null || true
exit "$status"

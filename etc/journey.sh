#!/bin/sh
# Starts the demo on data of its own, lets a browser walk the whole journey, with ROOMS=on then the rooms on what it has
# left, and reports the server's memory.
# The journey kills the application once; it is started again on the same data, as a service manager would.
# With LIVE=on a dozen candidates go as far as the ticket, and then the exam hour is walked with its invigilator
# (e2e/exam-live), with TANSHI_OFFLINE_SECONDS as long a cut as one likes.
set -eu
cd "$(dirname "$0")/.."
HOME_DIR=$PWD

if [ ! -d e2e/node_modules ] || [ e2e/package-lock.json -nt e2e/node_modules/.package-lock.json ]; then
    (cd e2e && PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD=1 npm ci --no-audit --no-fund --loglevel=error)
fi

node web/node_modules/typescript/bin/tsc -p e2e

WORK=$(mktemp -d)
PORT=$(node -e 'const s=require("net").createServer();s.listen(0,"127.0.0.1",()=>{console.log(s.address().port);s.close()})')
export TANSHI_PORT="$PORT" TANSHI_DATA="$WORK/data" TANSHI_KEY_FILE="$WORK/keys/master.json" TANSHI_DATABASE_URL=''
# It starts twice only, which preparing quick starts would not repay.
export TANSHI_AOT=off
# Nobody wants to wait minutes for a candidate to study.
export TANSHI_DEMO_FASTER=20
# Nor the seconds in which a decision can be taken back.
export TANSHI_REVIEW_UNDO_SECONDS=0
PID_FILE="$WORK/server.pid"

PEOPLE=12
if [ "${LIVE:-off}" = on ]; then
    PEOPLE=15
    export TANSHI_STUDENTS=12
fi

# A fault for a person each; the rest go on to the exam.
./tanshi make-batch --people "$PEOPLE" --seed 20261226 --faults photo-too-small,id-checksum,orphan-photo "$WORK/batch.zip" >/dev/null

supervise() {
    while [ ! -e "$WORK/stop" ]; do
        ./tanshi demo >>"$WORK/server.log" 2>&1 &
        echo $! >"$PID_FILE"
        wait $! || true
    done
}
supervise &
SUPERVISOR=$!
stop() {
    touch "$WORK/stop"
    kill "$(cat "$PID_FILE")" 2>/dev/null || true
    wait "$SUPERVISOR" 2>/dev/null || true
    rm -rf "$WORK"
}
trap stop EXIT INT TERM

tries=0
until node -e "fetch('http://127.0.0.1:$PORT/api/session').then(r=>process.exit(r.ok?0:1),()=>process.exit(1))"; do
    tries=$((tries + 1))
    [ "$tries" -lt 180 ] || { cat "$WORK/server.log"; echo "the demo was not ready in time" >&2; exit 1; }
    sleep 1
done

status=0
TANSHI_HOME=$HOME_DIR
rm -f e2e/.output-*.json
walk() {
    (cd e2e && TANSHI_URL="http://127.0.0.1:$PORT" TANSHI_BATCH="$WORK/batch.zip" TANSHI_HOME="$TANSHI_HOME" \
        TANSHI_PID_FILE="$PID_FILE" npx --no-install playwright test "$@")
}
if [ "${LIVE:-off}" = on ]; then
    # Of the journey with more people no picture is wanted.
    TANSHI_HOME=$WORK
    walk --project=journey 1-enrolment 2-learning || status=$?
    TANSHI_HOME=$HOME_DIR
    [ "$status" != 0 ] || walk --project=exam-live "$@" || status=$?
else
    walk --project=journey "$@" || status=$?
fi
# The rooms take minutes more; whoever changes them walks them with ROOMS=on.
[ "$status" != 0 ] || [ "${ROOMS:-off}" = off ] || walk --project=rooms || status=$?
[ "$status" = 0 ] || tail -n 60 "$WORK/server.log"
rm -f e2e/.output-*.json
# Whatever the journey has left behind holds no number, phone or name of its people in clear.
if [ "$status" = 0 ]; then
    ./tanshi dump-tables "$WORK/tables" >/dev/null
    node etc/search-personal-data.mjs "$WORK/batch.zip" --tables "$WORK/tables" --search "$TANSHI_DATA" \
        --search "$WORK/server.log" --search web/packages/api-client/openapi.json || status=$?
fi
sed -n 's/^Vm\(RSS\|HWM\):[[:space:]]*\([0-9]*\).*/server memory after the journey (\1): \2 KiB/p' "/proc/$(cat "$PID_FILE")/status" 2>/dev/null || true
exit "$status"

#!/bin/sh
# Every gate and every test, as CI runs them. Called by ./tanshi test, which has found JDK, Node and Maven.
set -eu
cd "$(dirname "$0")/.."

step() { printf '\n== %s\n' "$*"; }

# Browser tests use Debian's Chromium; fonts are needed so that Chinese is drawn as glyphs.
install_browser() {
    if command -v chromium >/dev/null 2>&1 && fc-list :lang=zh 2>/dev/null | grep -q .; then return 0; fi
    if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null 2>&1; then
        step "安装 Chromium 与中文字体 / installing Chromium and Chinese fonts"
        apt-get update -qq >/dev/null
        DEBIAN_FRONTEND=noninteractive apt-get install -y -qq chromium fonts-noto-cjk fontconfig >/dev/null
        return 0
    fi
    echo "需要 Chromium 与中文字体：apt-get install chromium fonts-noto-cjk / Chromium and a Chinese font are needed" >&2
    exit 1
}

step "1/5 网页：安装与构建 / web: install and build"
if [ ! -d web/node_modules ] || [ web/package-lock.json -nt web/node_modules/.package-lock.json ]; then
    (cd web && PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD=1 npm ci --no-audit --no-fund --loglevel=error)
fi
(cd web && npm run --silent build)

# Compiling the server keeps one core busy; the gates of the web use the other meanwhile.
(cd web && npm run --silent gates) >web-test.log 2>&1 &
WEB_GATES=$!

step "2/5 服务端：格式、Error Prone、NullAway、测试 / server"
status=0
mvn -B -ntp verify >server-test.log 2>&1 || status=$?
grep -vE '^(WARNING: |\[INFO\] *$)' server-test.log | grep -E 'Tests run|ERROR|FAIL|BUILD|Reactor|WARN ' || true
[ "$status" = 0 ] || { tail -n 60 server-test.log; exit "$status"; }

step "3/5 网页：格式、规则、类型、单元测试；篇幅与许可 / web gates, budgets and licences"
wait "$WEB_GATES" || status=$?
tail -n 40 web-test.log
[ "$status" = 0 ] || exit "$status"
node etc/budgets.mjs
node etc/web-licences.mjs

step "4/5 依赖许可 / licences of the server"
node etc/server-licences.mjs

if [ "${1:-}" = "--no-browser" ]; then exit 0; fi
step "5/5 浏览器走完全程 / the journey in a browser"
install_browser
./tanshi adopt-build
# Beside the journey, which waits a good deal. With the least right to the processor: the torture waits for its starts, the
# journey's screens must not. A process that lives for seconds gains nothing from the second compiler.
TANSHI_AOT=off TANSHI_JAVA_OPTIONS=-XX:TieredStopAtLevel=1 nice -n 15 \
    ./tanshi torture --minutes 2 --kills 6 --candidates 20 >torture.log 2>&1 &
TORTURE=$!
sh etc/journey.sh || status=$?
wait "$TORTURE" || { status=$?; echo "反复杀死程序后对不上，或没能进行 / torture has found something, or could not run:"; }
tail -n 12 torture.log
exit "$status"

// ./tanshi bench NAME: measures, prints a table for people, the machine and the data, and one JSON object as last line.
import { spawn, spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs'
import { cpus, loadavg, tmpdir, totalmem } from 'node:os'
import { join } from 'node:path'
import { createServer } from 'node:net'
import { benchDelivery } from './bench-delivery.mjs'
import { benchFuzzIntake, benchIntake, cpuOf } from './bench-intake.mjs'
import { torture } from './torture.mjs'

const { JAVA_HOME, APP, JVM_OPTIONS, HOME_DIR } = process.env
const java = join(JAVA_HOME, 'bin/java')
// As the launcher starts it: see run_java there.
const prepared = existsSync(join(APP, 'start/production.complete'))
const aot = prepared ? [`-XX:AOTCache=${join(APP, 'start/production.aot')}`] : []
const asPrepared = prepared ? ['-Dspring.aot.enabled=true'] : []
const options = [...aot, ...JVM_OPTIONS.split(/\s+/).filter(Boolean)]
const application = ['-cp', `${join(APP, 'tanshi.jar')}:${join(APP, 'start/production.jar')}`, 'io.tanshi.TanshiApplication']

function machine() {
  return `${cpus().length} cores (${cpus()[0].model.trim()}), ${Math.round(totalmem() / 2 ** 30)} GiB, JDK ${spawnSync(java, ['--version']).stdout.toString().split('\n')[0]}`
}

function table(rows) {
  const widths = rows[0].map((_, i) => Math.max(...rows.map((r) => String(r[i]).length)))
  for (const row of rows) console.log(row.map((cell, i) => String(cell).padEnd(widths[i])).join('  '))
}

function freePort() {
  return new Promise((resolve) => {
    const server = createServer()
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address()
      server.close(() => resolve(port))
    })
  })
}

function residentMiB(pid) {
  const line = readFileSync(`/proc/${pid}/status`, 'utf8').match(/VmRSS:\s+(\d+)/)
  return line ? Math.round(Number(line[1]) / 1024) : 0
}

async function start(data) {
  const port = await freePort()
  const began = performance.now()
  const child = spawn(java, [...options, ...asPrepared, ...application], {
    env: { ...process.env, TANSHI_DATA: data, TANSHI_PORT: String(port), TANSHI_KEY_FILE: `${data}.keys/master.json` },
    stdio: 'ignore',
  })
  const gone = new Promise((resolve) => child.once('exit', resolve))
  while (child.exitCode === null) {
    try {
      const answer = await fetch(`http://127.0.0.1:${port}/api/session`)
      if (answer.ok) break
    } catch {
      await new Promise((r) => setTimeout(r, 20))
    }
  }
  if (child.exitCode !== null) throw new Error(`the server ended with status ${child.exitCode}`)
  const readyMs = Math.round(performance.now() - began)
  const memory = residentMiB(child.pid)
  child.kill('SIGTERM')
  await gone
  return { readyMs, memory }
}

async function benchStart() {
  const home = mkdtempSync(join(tmpdir(), 'tanshi-bench-'))
  try {
    const first = await start(join(home, 'data'))
    const runs = []
    for (let i = 0; i < 5; i++) runs.push(await start(join(home, 'data')))
    const sorted = runs.map((r) => r.readyMs).sort((a, b) => a - b)
    console.log(`machine: ${machine()}\ndata: empty installation (programme, calendar, items, course), embedded PostgreSQL\n`)
    table([['run', 'ready ms', 'resident MiB'], ['first (new database)', first.readyMs, first.memory], ...runs.map((r, i) => [i + 1, r.readyMs, r.memory])])
    return { bench: 'start', firstMs: first.readyMs, medianMs: sorted[2], maxMs: sorted[4], residentMiB: Math.max(...runs.map((r) => r.memory)), aotCache: aot.length > 0, limitMs: 5000 }
  } finally {
    rmSync(home, { recursive: true, force: true })
  }
}

function check(file) {
  const began = performance.now()
  // GNU time is not everywhere: the JVM's own peak is read from its last safepoint by a wrapper shell.
  const run = spawnSync('sh', ['-c', '"$@" >/dev/null 2>&1 & p=$!; peak=0; while kill -0 $p 2>/dev/null; do r=$(sed -n "s/^VmHWM:[[:space:]]*\\([0-9]*\\).*/\\1/p" /proc/$p/status 2>/dev/null); [ -n "$r" ] && peak=$r; sleep 0.05; done; wait $p; echo "$? $peak"', 'sh', java, ...options, ...application, 'check-batch', file, '--exam', '2026-12', '--json'])
  const [status, peak] = run.stdout.toString().trim().split(' ').map(Number)
  if (status > 1) throw new Error(`check-batch ended with status ${status}`)
  return { ms: Math.round(performance.now() - began), peakMiB: Math.round(peak / 1024) }
}

function benchCheck() {
  const home = mkdtempSync(join(tmpdir(), 'tanshi-bench-'))
  try {
    const rows = [['rows', 'package MiB', 'ms', 'peak resident MiB']]
    const figures = []
    for (const people of [214, 1070]) {
      const file = join(home, `p${people}.zip`)
      const made = spawnSync(java, [...options, ...application, 'make-batch', '--people', String(people), '--seed', '7', '--faults', 'all', file])
      if (made.status !== 0) throw new Error(made.stderr.toString())
      const runs = [check(file), check(file), check(file)].sort((a, b) => a.ms - b.ms)
      const mib = (statSync(file).size / 2 ** 20).toFixed(1)
      rows.push([people, mib, runs[1].ms, runs[1].peakMiB])
      figures.push({ people, packageMiB: Number(mib), ...runs[1] })
    }
    console.log(`machine: ${machine()}\ndata: make-batch --seed 7 --faults all; median of 3, start of the JVM included\n`)
    table(rows)
    return { bench: 'check', runs: figures, limitMs: 5000 }
  } finally {
    rmSync(home, { recursive: true, force: true })
  }
}

// The first page's weight is measured where the build measures it.
function benchBundle() {
  const run = spawnSync('node', [join(HOME_DIR, 'web/scripts/bundle-size.mjs'), '--json'])
  const lines = run.stdout.toString().trim().split('\n')
  console.log(`machine: ${machine()}\ndata: web/dist as built, scripts of the first page\n`)
  console.log(lines.slice(0, -1).join('\n'))
  return { bench: 'bundle', apps: JSON.parse(lines.at(-1)), limitKB: 200 }
}

// A server of its own with a drawn queue; it measures itself, so that no network and no browser stand in between.
function benchQueue() {
  const at = process.argv.indexOf('--applications')
  const applications = at > 0 ? Number(process.argv[at + 1]) : 100000
  if (!(applications >= 1000)) throw new Error('--applications takes a number from 1000 on')
  const home = mkdtempSync(join(tmpdir(), 'tanshi-bench-'))
  const data = join(home, 'data')
  const child = spawn(java, [...options, '-Dspring.profiles.active=bench-queue', `-Dtanshi.bench.applications=${applications}`, ...application], {
    env: { ...process.env, TANSHI_DATA: data, TANSHI_PORT: '0', TANSHI_KEY_FILE: `${data}.keys/master.json`, TANSHI_DATABASE_URL: '' },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  return new Promise((resolve, reject) => {
    let text = ''
    let before
    child.stdout.on('data', (part) => {
      text += part
      const lines = text.split('\n').slice(0, -1)
      if (lines.includes('MEASURING')) before ??= { ...cpuOf(child.pid), load: loadavg()[0] }
      const line = lines.find((l) => l.startsWith('BENCH '))
      if (!line) return
      const { open, requests, cases } = JSON.parse(line.slice('BENCH '.length))
      const after = cpuOf(child.pid)
      const cpuMs = (whose) => Number((((after[whose] - before[whose]) * 1000) / requests).toFixed(1))
      console.log(`machine: ${machine()}\ndata: ${applications} applications (${open} open) of 40 institutions, encrypted, embedded PostgreSQL, server heap as shipped; 40 runs each, the answer written as JSON included\n`)
      table([['request', 'rows', 'p50 ms', 'p95 ms', 'max ms'], ...cases.map((c) => [c.case, c.rows, c.p50, c.p95, c.max])])
      console.log(`\nprocessor per request: application ${cpuMs('application')} ms, database ${cpuMs('database')} ms; load before ${before.load.toFixed(1)}`)
      resolve({ bench: 'queue', applications, open, applicationCpuMs: cpuMs('application'), databaseCpuMs: cpuMs('database'), load: Number(before.load.toFixed(1)), worstP95Ms: Math.max(...cases.map((c) => c.p95)), worstMs: Math.max(...cases.map((c) => c.max)), cases, limitMs: 200 })
      child.kill('SIGTERM')
    })
    child.once('exit', (status) => {
      rmSync(home, { recursive: true, force: true })
      reject(new Error(`the server ended with status ${status}\n${text.slice(-2000)}`))
    })
  })
}

const tools = { java, options, asPrepared, application, machine, table, freePort }
const benches = { start: benchStart, check: benchCheck, bundle: benchBundle, queue: benchQueue, intake: () => benchIntake(tools), 'fuzz-intake': () => benchFuzzIntake(tools), delivery: () => benchDelivery(tools, APP, HOME_DIR), torture: () => torture(tools, APP, HOME_DIR) }
const name = process.argv[2]
if (!benches[name]) {
  console.error(`tanshi bench: ${Object.keys(benches).join(' | ')}`)
  process.exit(64)
}
console.log('\n' + JSON.stringify(await benches[name]()))

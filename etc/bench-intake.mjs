// The benches of the intake: a package checked as the server does it and as the command does it, and the long fuzz run.
import { spawn, spawnSync } from 'node:child_process'
import { mkdtempSync, openAsBlob, openSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs'
import { loadavg, tmpdir } from 'node:os'
import { join } from 'node:path'

const FILES_EACH = 7 // a photo and six papers
const TICKS_PER_SECOND = 100
const MIB = 2 ** 20

/** --name value of the command line. */
export function option(name, otherwise) {
  const at = process.argv.indexOf(`--${name}`)
  return at < 0 ? otherwise : process.argv[at + 1]
}

const flag = (name) => process.argv.includes(`--${name}`)
const pause = (ms) => new Promise((r) => setTimeout(r, ms))
const seconds = (since) => Number(((performance.now() - since) / 1000).toFixed(1))

/** User and system seconds that a process and those it has started have taken; a process that is gone took none. */
function cpuSeconds(pid) {
  try {
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').replace(/^.*\) /, '').split(' ')
    return (Number(fields[11]) + Number(fields[12]) + Number(fields[13]) + Number(fields[14])) / TICKS_PER_SECOND
  } catch {
    return 0
  }
}

/** PostgreSQL is a child of the application, its sessions are children of that. */
function descendants(pid) {
  const children = new Map()
  for (const entry of readdirSync('/proc').filter((name) => /^\d+$/.test(name))) {
    try {
      const parent = Number(readFileSync(`/proc/${entry}/stat`, 'utf8').replace(/^.*\) /, '').split(' ')[1])
      children.set(parent, [...(children.get(parent) ?? []), Number(entry)])
    } catch {
      // It ended between the list and the look.
    }
  }
  const all = []
  for (let next = [pid]; next.length > 0; next = next.flatMap((id) => children.get(id) ?? [])) all.push(...next)
  return all.slice(1)
}

/** Seconds of the processor that an application and its database have taken so far. */
export function cpuOf(pid) {
  return { application: cpuSeconds(pid), database: descendants(pid).reduce((sum, id) => sum + cpuSeconds(id), 0) }
}

/** The most heap that was in use when a collection began, and what the fullest one left: from the JVM's own GC log. */
function heap(log) {
  let before = 0
  let after = 0
  for (const [, from, to] of readFileSync(log, 'utf8').matchAll(/Pause .*? (\d+)M->(\d+)M\(/g)) {
    before = Math.max(before, Number(from))
    after = Math.max(after, Number(to))
  }
  return { peakHeapMiB: before, liveHeapMiB: after }
}

const withHeap = (tools, mib, log) => [
  ...tools.options.filter((o) => !/^-Xm[sx]/.test(o)),
  `-Xmx${mib}m`,
  `-Xlog:gc:file=${log}`,
]

/** The application with its demo data in a directory of its own, as ./tanshi demo starts it. */
export class DemoServer {
  #cookies = new Map()

  static async start(tools, home, heapMiB) {
    const server = new DemoServer()
    server.port = await tools.freePort()
    server.gcLog = join(home, 'gc.log')
    server.data = join(home, 'data')
    server.log = join(home, 'server.log')
    const extra = (process.env.TANSHI_JAVA_OPTIONS ?? '').split(/\s+/).filter(Boolean)
    server.child = spawn(tools.java, [...withHeap(tools, heapMiB, server.gcLog), ...extra, '-Dspring.profiles.active=demo', ...tools.application], {
      env: { ...process.env, TANSHI_DATA: server.data, TANSHI_PORT: String(server.port), TANSHI_KEY_FILE: join(home, 'keys/master.json') },
      stdio: ['ignore', openSync(server.log, 'w'), 'inherit'],
    })
    server.gone = new Promise((resolve) => server.child.once('exit', resolve))
    while (!(await server.#answers())) {
      if (server.child.exitCode !== null) throw new Error(`the server ended with status ${server.child.exitCode}: ${readFileSync(server.log, 'utf8').slice(-4000)}`)
      await pause(200)
    }
    return server
  }

  async #answers() {
    try {
      return (await fetch(`${this.address}/api/session`)).ok
    } catch {
      return false
    }
  }

  get address() {
    return `http://127.0.0.1:${this.port}`
  }

  async send(method, path, { json, body, headers } = {}) {
    const answer = await fetch(this.address + path, {
      method,
      body: json === undefined ? body : JSON.stringify(json),
      headers: {
        cookie: [...this.#cookies].map(([name, value]) => `${name}=${value}`).join('; '),
        'x-xsrf-token': this.#cookies.get('XSRF-TOKEN') ?? '',
        ...(json === undefined ? {} : { 'content-type': 'application/json' }),
        ...headers,
      },
    })
    for (const cookie of answer.headers.getSetCookie()) {
      const [, name, value] = cookie.match(/^([^=]+)=([^;]*)/)
      this.#cookies.set(name, value)
    }
    return answer
  }

  async good(method, path, content) {
    const answer = await this.send(method, path, content)
    if (!answer.ok) throw new Error(`${method} ${path}: ${answer.status} ${await answer.text()}`)
    return answer.status === 204 ? null : answer.json()
  }

  async signIn(username) {
    await this.good('GET', '/api/session')
    await this.good('POST', '/api/session', { json: { username, password: 'tanshi-demo-2026' } })
    await this.good('GET', '/api/session')
  }

  async openBatch(sittingCode) {
    const sitting = (await this.good('GET', '/api/sittings')).find((s) => s.code === sittingCode)
    return (await this.good('POST', '/api/institution/batches', { json: { sittingId: sitting.id } })).id
  }

  cpu() {
    return cpuOf(this.child.pid)
  }

  async stop() {
    this.child.kill('SIGTERM')
    await this.gone
  }
}

function make(tools, file, people) {
  const size = flag('workbook-only') ? [] : ['--file-size', option('file-size', '80')]
  const made = spawnSync(tools.java, [...tools.options, ...tools.application, 'make-batch', '--people', String(people), '--seed', option('seed', '7'), ...size, file])
  if (made.status !== 0) throw new Error(made.stderr.toString())
}

async function onServer(tools, home, file, heapMiB) {
  const server = await DemoServer.start(tools, home, heapMiB)
  try {
    await server.signIn('institution')
    const batch = `/api/institution/batches/${await server.openBatch('2026-12')}`
    const before = server.cpu()
    const sending = performance.now()
    await server.good('POST', `${batch}/uploads`, {
      body: await openAsBlob(file),
      headers: { 'content-type': 'application/octet-stream', 'x-file-name': encodeURIComponent(file.split('/').at(-1)) },
    })
    const uploadSeconds = seconds(sending)
    let view = await server.good('GET', batch)
    while (['WAITING', 'CHECKING'].includes(view.upload.state)) {
      await pause(500)
      view = await server.good('GET', batch)
    }
    if (view.upload.state !== 'CHECKED') throw new Error(JSON.stringify(view.upload))
    const after = server.cpu()
    return {
      rows: view.strip.length,
      ready: view.counts.fresh,
      seconds: Number((view.upload.checkMillis / 1000).toFixed(1)),
      uploadSeconds,
      applicationCpuSeconds: Number((after.application - before.application).toFixed(1)),
      databaseCpuSeconds: Number((after.database - before.database).toFixed(1)),
      residentMiB: Math.round(Number(readFileSync(`/proc/${server.child.pid}/status`, 'utf8').match(/VmHWM:\s+(\d+)/)[1]) / 1024),
      ...heap(server.gcLog),
    }
  } finally {
    await server.stop()
  }
}

function onCommandLine(tools, home, file, heapMiB) {
  const log = join(home, 'gc-command.log')
  const began = performance.now()
  const run = spawnSync(tools.java, [...withHeap(tools, heapMiB, log), ...tools.application, 'check-batch', file, '--exam', '2026-12', '--json'], { stdio: ['ignore', 'ignore', 'pipe'] })
  if (run.status > 1) throw new Error(run.stderr.toString())
  return { seconds: seconds(began), ...heap(log) }
}

/** --people N [--heap 512] [--file-size KB] [--workbook-only] [--package FILE] [--runs 1] */
export async function benchIntake(tools) {
  const people = Number(option('people', '1000'))
  const heapMiB = Number(option('heap', '512'))
  const home = mkdtempSync(join(tmpdir(), 'tanshi-bench-'))
  try {
    const file = option('package', join(home, flag('workbook-only') ? 'bench.xlsx' : 'bench.zip'))
    if (!option('package')) make(tools, file, people)
    const runs = []
    for (let i = 0; i < Number(option('runs', '1')); i++) {
      const load = loadavg()[0]
      runs.push({ load, ...(await onServer(tools, mkdtempSync(join(home, 'run-')), file, heapMiB)) })
    }
    const best = runs.toSorted((a, b) => a.seconds - b.seconds)[0]
    const command = onCommandLine(tools, home, file, heapMiB)
    const packageMiB = Number((statSync(file).size / MIB).toFixed(1))
    console.log(`machine: ${tools.machine()}\ndata: ${people} people, ${flag('workbook-only') ? 'the workbook alone' : `${FILES_EACH} files each`}, ${packageMiB} MiB; -Xmx${heapMiB}m; heap from the GC log (highest before a collection / after one)\n`)
    tools.table([
      ['run', 'load before', 'rows', 'upload s', 'check s', 'application CPU s', 'database CPU s', 'heap MiB', 'live MiB', 'resident MiB'],
      ...runs.map((r, i) => [`server ${i + 1}`, r.load.toFixed(1), r.rows, r.uploadSeconds, r.seconds, r.applicationCpuSeconds, r.databaseCpuSeconds, r.peakHeapMiB, r.liveHeapMiB, r.residentMiB]),
      ['check-batch', '', '', '', command.seconds, '', '', command.peakHeapMiB, command.liveHeapMiB, ''],
    ])
    return { bench: 'intake', people, files: flag('workbook-only') ? 1 : people * FILES_EACH, packageMiB, heapMiB, ...best, load: Number(best.load.toFixed(1)), command, limits: flag('workbook-only') ? { seconds: 10 } : { seconds: 60, peakHeapMiB: 512 } }
  } finally {
    rmSync(home, { recursive: true, force: true })
  }
}

const NUMBER = /(?<![0-9a-fA-F-])\d{15}/

const filesIn = (folder) => readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile()).length

/** What one spoilt package has come to: its words, and whether an invariant is broken. */
async function fuzzed(server, sittingCode, spoilt, count) {
  const wrong = (kind, detail) => {
    count[kind]++
    console.log(`seed ${spoilt.seed} (${spoilt.what}): ${kind} ${detail}`)
  }
  const batch = `/api/institution/batches/${await server.openBatch(sittingCode)}`
  const files = join(server.data, 'files')
  const before = filesIn(files)
  const answer = await server.send('POST', `${batch}/uploads`, {
    body: readFileSync(spoilt.file),
    headers: { 'content-type': 'application/octet-stream', 'x-file-name': encodeURIComponent(spoilt.fileName) },
  })
  if (answer.status >= 500) wrong('serverErrors', `${answer.status}`)
  let text = await answer.text()
  if (answer.status !== 202) {
    if (filesIn(files) !== before) wrong('partialWrites', 'a refused upload left a file')
    return answer.headers.get('content-type')?.includes('problem+json') ? JSON.parse(text).type.split('/').at(-1) : `without words: ${answer.status}`
  }
  let view = JSON.parse(text)
  const deadline = performance.now() + 60_000
  while (['WAITING', 'CHECKING'].includes(view.upload.state) && performance.now() < deadline) {
    await pause(10)
    view = await server.good('GET', batch)
  }
  if (!['CHECKED', 'REFUSED', 'AWAITING_FORM'].includes(view.upload.state)) wrong('crashes', JSON.stringify(view.upload))
  const rows = await server.send('GET', `${batch}/rows?blocked=false&size=500`)
  if (rows.status >= 500) wrong('serverErrors', `rows ${rows.status}`)
  text = (JSON.stringify(view) + (await rows.text())).normalize('NFKC')
  if (NUMBER.test(text)) wrong('numbersShown', text.slice(Math.max(0, text.search(NUMBER) - 60), text.search(NUMBER) + 30))
  const left = filesIn(files) - before
  if (view.upload.state === 'REFUSED' && (left !== 1 || view.strip.length > 0)) wrong('partialWrites', `${left} files, ${view.strip.length} rows`)
  if (view.upload.state === 'CHECKED' && view.strip.length !== view.upload.rowsTotal) wrong('partialWrites', `${view.strip.length} of ${view.upload.rowsTotal} rows`)
  return view.upload.refusal?.code ?? (view.counts.blocked > 0 ? 'checked, rows blocked' : 'checked')
}

/** --packages N [--seed S] [--heap 192]: less than the demo itself takes to start and print its first certificates is no use. */
export async function benchFuzzIntake(tools) {
  const packages = Number(option('packages', '500'))
  const seed = Number(option('seed', String(Date.now() % 1_000_000)))
  const heapMiB = Number(option('heap', '192'))
  const sitting = '2027-04'
  const home = mkdtempSync(join(tmpdir(), 'tanshi-fuzz-'))
  const count = { crashes: 0, serverErrors: 0, partialWrites: 0, numbersShown: 0 }
  const codes = new Map()
  const server = await DemoServer.start(tools, home, heapMiB)
  try {
    await server.signIn('institution')
    const began = performance.now()
    for (let done = 0; done < packages; done += 250) {
      const folder = mkdtempSync(join(home, 'spoilt-'))
      const made = spawnSync(tools.java, [...tools.options, ...tools.application, 'spoil-batches', '--packages', String(Math.min(250, packages - done)), '--seed', String(seed + done), '--exam', sitting, folder], { maxBuffer: 1 << 28 })
      if (made.status !== 0) throw new Error(made.stderr.toString())
      for (const line of made.stdout.toString().trim().split('\n')) {
        const code = await fuzzed(server, sitting, JSON.parse(line), count)
        codes.set(code, (codes.get(code) ?? 0) + 1)
      }
      rmSync(folder, { recursive: true })
    }
    const took = seconds(began)
    if (server.child.exitCode !== null) count.crashes++
    console.log(`machine: ${tools.machine()}\ndata: packages of 1–5 people spoilt at random, seeds ${seed} to ${seed + packages - 1}; the demo application with -Xmx${heapMiB}m\n`)
    tools.table([['outcome', 'packages'], ...[...codes].sort((a, b) => b[1] - a[1])])
    return { bench: 'fuzz-intake', packages, ...count, seed, seconds: took, heapMiB, ...heap(server.gcLog) }
  } finally {
    await server.stop()
    rmSync(home, { recursive: true, force: true })
  }
}

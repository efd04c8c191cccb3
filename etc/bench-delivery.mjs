// ./tanshi bench delivery: one sitting from the door to the receipt. Three processes: the server as shipped (with its
// PostgreSQL), the load driver, and, for comparison, a server that only sends small JSON bodies back.
import { spawn, spawnSync } from 'node:child_process'
import { mkdtempSync, openSync, readFileSync, rmSync } from 'node:fs'
import { loadavg, tmpdir } from 'node:os'
import { join } from 'node:path'
import { option } from './bench-intake.mjs'

const pause = (ms) => new Promise((r) => setTimeout(r, ms))

/** Starts a process and waits until it prints a line that begins with the word. */
function started(command, args, env, word) {
  const child = spawn(command, args, { env: { ...process.env, ...env }, stdio: ['ignore', 'pipe', 'inherit'] })
  child.gone = new Promise((resolve) => child.once('exit', resolve))
  return new Promise((resolve, reject) => {
    let text = ''
    child.stdout.on('data', (part) => {
      text += part
      const line = text.split('\n').slice(0, -1).find((l) => l.startsWith(word + ' '))
      if (line) resolve({ child, said: line.slice(word.length + 1) })
    })
    child.once('exit', (status) => reject(new Error(`${command} ended with status ${status}\n${text.slice(-3000)}`)))
  })
}

async function stop(child) {
  child.kill('SIGTERM')
  await child.gone
}

export async function seed(tools, env, candidates, doors) {
  const { child } = await started(
    tools.java,
    [...tools.options, '-Dspring.profiles.active=bench-delivery', `-Dtanshi.bench.candidates=${candidates}`, `-Dtanshi.bench.file=${doors}`, ...tools.application],
    { ...env, TANSHI_PORT: '0' },
    'BENCH',
  )
  // The attempts are made after the commit; the next start would make up for it, but not before the first candidate.
  await pause(3000)
  await stop(child)
}

/** As ./tanshi up starts it. */
async function serve(tools, env, log) {
  const port = await tools.freePort()
  const extra = (process.env.TANSHI_JAVA_OPTIONS ?? '').split(/\s+/).filter(Boolean)
  const child = spawn(tools.java, [...tools.options, ...tools.asPrepared, ...extra, ...tools.application], {
    env: { ...process.env, ...env, MALLOC_ARENA_MAX: '2', TANSHI_PORT: String(port) },
    stdio: ['ignore', openSync(log, 'w'), 'inherit'],
  })
  child.gone = new Promise((resolve) => child.once('exit', resolve))
  while (child.exitCode === null) {
    const answer = await fetch(`http://127.0.0.1:${port}/api/session`).catch(() => undefined)
    if (answer?.ok) return { child, port }
    await pause(200)
  }
  throw new Error(`the server ended with status ${child.exitCode}: ${readFileSync(log, 'utf8').slice(-3000)}`)
}

export async function benchDelivery(tools, app, home) {
  const mode = option('mode', 'saturation')
  if (!['saturation', 'realistic'].includes(mode)) throw new Error('--mode takes saturation or realistic')
  const candidates = Number(option('candidates', mode === 'saturation' ? '400' : '10000'))
  const seconds = Number(option('seconds', '60'))
  const warmUp = Number(option('warm-up', '15'))
  const at = mkdtempSync(join(tmpdir(), 'tanshi-bench-'))
  const env = { TANSHI_DATA: join(at, 'data'), TANSHI_KEY_FILE: join(at, 'keys/master.json'), TANSHI_DATABASE_URL: '' }
  const doors = join(at, 'doors')
  const lib = join(app, 'lib', '*')
  const running = []
  try {
    console.log(`machine: ${tools.machine()}, load ${loadavg()[0].toFixed(1)} before the run`)
    console.log(`data: one sitting, ${candidates} candidates, mode ${mode}, ${warmUp} s warm-up, ${seconds} s measured, driver on the same machine\n`)
    await seed(tools, env, candidates, doors)
    const { child, port } = await serve(tools, env, join(at, 'server.log'))
    running.push(child)
    const classes = compile(lib, at, home)
    const ceiling = await started(tools.java, ['-XX:+UseSerialGC', '-Xmx256m', '-cp', `${classes}:${lib}`, 'CeilingServer'], {}, 'PORT')
    running.push(ceiling.child)
    const drive = spawnSync(
      tools.java,
      ['-Xmx1g', '-XX:+UseSerialGC', `-Dceiling.port=${ceiling.said}`, '-cp', `${classes}:${lib}`, 'DeliveryBench', String(port), String(child.pid), env.TANSHI_DATA, doors, mode, String(seconds), String(warmUp)],
      { stdio: ['ignore', 'pipe', 'inherit'], maxBuffer: 2 ** 26 },
    )
    const lines = drive.stdout.toString().trim().split('\n')
    console.log(lines.slice(0, -1).join('\n'))
    if (drive.status !== 0) throw new Error(`the driver ended with status ${drive.status}\n${readFileSync(join(at, 'server.log'), 'utf8').slice(-3000)}`)
    return { bench: 'delivery', mode, candidates, seconds, ...JSON.parse(lines.at(-1)) }
  } finally {
    for (const child of running.reverse()) await stop(child)
    rmSync(at, { recursive: true, force: true })
  }
}

function compile(lib, at, home) {
  const classes = join(at, 'classes')
  const sources = ['CeilingServer', 'Ceilings', 'Candidate', 'DeliveryBench', 'Figures', 'Latencies', 'Line'].map((name) => join(home, 'etc/bench', `${name}.java`))
  const javac = spawnSync(join(process.env.JAVA_HOME, 'bin/javac'), ['-parameters', '-d', classes, '-cp', lib, ...sources])
  if (javac.status !== 0) throw new Error(javac.stderr.toString())
  return classes
}

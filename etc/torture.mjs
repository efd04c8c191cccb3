// ./tanshi torture: the application as shipped, killed and hindered in every way at hand while candidates answer; the
// driver (etc/torture) compares what they were promised with what is stored. Last line: one JSON object.
import { spawn, spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs'
import { loadavg, tmpdir } from 'node:os'
import { join } from 'node:path'
import { seed as seedSitting } from './bench-delivery.mjs'
import { option } from './bench-intake.mjs'

const DISK = '3G'

/** A small disk of its own for the data, so that it can be filled; only root may make one. */
function mountDisk(at, data) {
  if (process.getuid() !== 0) return false
  const image = join(at, 'disk.img')
  const steps = [
    ['truncate', '-s', DISK, image],
    ['mkfs.ext4', '-q', '-m', '0', '-F', image],
    ['mount', '-o', 'loop', image, data],
  ]
  return steps.every(([command, ...args]) => spawnSync(command, args, { stdio: 'ignore' }).status === 0)
}

function compile(lib, at, home) {
  const from = join(home, 'etc/torture')
  const sources = readdirSync(from).filter((name) => name.endsWith('.java'))
  const classes = join(at, 'classes')
  const javac = spawnSync(join(process.env.JAVA_HOME, 'bin/javac'), ['-d', classes, '-cp', lib, ...sources.map((name) => join(from, name))])
  if (javac.status !== 0) throw new Error(javac.stderr.toString())
  return classes
}

export async function torture(tools, app, home) {
  const minutes = Number(option('minutes', '10'))
  const kills = Number(option('kills', '35'))
  const candidates = Number(option('candidates', '60'))
  const seed = Number(option('seed', String(Date.now() % 1_000_000)))
  if (!(minutes > 0 && kills >= 0 && candidates >= 2)) throw new Error('--minutes M --kills N [--candidates C] [--seed S]')
  const at = mkdtempSync(join(tmpdir(), 'tanshi-torture-'))
  const data = join(at, 'data')
  const log = join(at, 'application.log')
  const lib = join(app, 'lib', '*')
  mkdirSync(data)
  let keep = false
  const ownDisk = mountDisk(at, data)
  try {
    const port = await tools.freePort()
    const env = { TANSHI_DATA: data, TANSHI_KEY_FILE: join(at, 'keys/master.json'), TANSHI_DATABASE_URL: '', TANSHI_PORT: String(port) }
    console.log(`machine: ${tools.machine()}, load ${loadavg()[0].toFixed(1)} before the run`)
    console.log(`data: one sitting, ${candidates} candidates; ${kills} kills in ${minutes} minutes, seed ${seed}; disk full: ${ownDisk ? 'on a disk of its own' : 'skipped, only root can make a disk of its own'}`)
    await seedSitting(tools, env, candidates, join(at, 'doors'))
    const classes = compile(lib, at, home)
    const extra = (process.env.TANSHI_JAVA_OPTIONS ?? '').split(/\s+/).filter(Boolean)
    const server = [tools.java, ...tools.options, ...tools.asPrepared, ...extra, ...tools.application]
    const driver = spawn(
      tools.java,
      ['-Xmx512m', '-XX:+UseSerialGC', '-cp', `${classes}:${lib}`, 'Torture', String(port), data, join(at, 'doors'), String(minutes), String(kills), String(seed), String(ownDisk), log, ...server],
      { env: { ...process.env, ...env, MALLOC_ARENA_MAX: '2' }, stdio: ['ignore', 'pipe', 'inherit'] },
    )
    // An interrupted run takes its processes with it; the driver stops the application.
    for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => driver.kill('SIGTERM'))
    let said = ''
    driver.stdout.on('data', (part) => (said += part))
    const status = await new Promise((resolve) => driver.once('exit', resolve))
    const lines = said.trim().split('\n')
    const last = lines.at(-1)
    console.log((last.startsWith('{') ? lines.slice(0, -1) : lines).join('\n'))
    keep = status !== 0
    if (keep) {
      process.exitCode = 1
      console.log(`the application's log: ${log}\n${readFileSync(log, 'utf8').slice(-2000)}`)
    }
    if (!last.startsWith('{')) throw new Error(`the driver ended with status ${status}`)
    return JSON.parse(last)
  } finally {
    if (ownDisk) unmount(data)
    if (!keep) rmSync(at, { recursive: true, force: true })
  }
}

/** PostgreSQL may need a moment to let go of the disk. */
function unmount(data) {
  for (let i = 0; i < 20; i++) {
    if (spawnSync('umount', [data], { stdio: 'ignore' }).status === 0) return
    spawnSync('sleep', ['0.5'])
  }
  spawnSync('umount', ['-l', data])
}

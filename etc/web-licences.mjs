// Every npm package that is installed must carry a licence compatible with Apache-2.0.
import { readFileSync, readdirSync, existsSync } from 'node:fs'
import { join } from 'node:path'

const ALLOWED =
  /^(MIT|MIT-0|ISC|Apache-2\.0|BSD-2-Clause|BSD-3-Clause|0BSD|CC0-1\.0|CC-BY-4\.0|CC-BY-3\.0|BlueOak-1\.0\.0|Python-2\.0|Unlicense|WTFPL|OFL-1\.1|MPL-2\.0|Zlib)$/i

// Why each exception is right.
const EXCEPTIONS = {
  'combine-errors': 'MIT by its Readme; its package.json leaves the field out (comes with tus-js-client)',
}

function* packages(dir) {
  for (const name of readdirSync(dir)) {
    if (name.startsWith('.')) continue
    const path = join(dir, name)
    if (name.startsWith('@')) {
      yield* packages(path)
    } else if (existsSync(join(path, 'package.json'))) {
      yield path
      if (existsSync(join(path, 'node_modules'))) yield* packages(join(path, 'node_modules'))
    }
  }
}

function licenceOf(pkg) {
  const raw = pkg.license ?? pkg.licenses
  if (Array.isArray(raw)) return raw.map((l) => l.type ?? l).join(' OR ')
  return typeof raw === 'object' ? (raw?.type ?? '') : (raw ?? '')
}

// "(MIT OR GPL-2.0)" is fine when one alternative is; "MIT AND ISC" when all are.
function isAllowed(expression) {
  const plain = expression.replace(/[()]/g, '')
  return plain
    .split(/\s+OR\s+/i)
    .some((alternative) => alternative.split(/\s+AND\s+/i).every((one) => ALLOWED.test(one.trim())))
}

let count = 0
const refused = []
for (const path of packages('web/node_modules')) {
  const pkg = JSON.parse(readFileSync(join(path, 'package.json'), 'utf8'))
  if (!pkg.name || pkg.private) continue
  count++
  const licence = licenceOf(pkg)
  if (!isAllowed(licence) && !EXCEPTIONS[pkg.name]) refused.push(`${pkg.name}@${pkg.version}: "${licence}"`)
}
// The browser tests install theirs later; their lock file tells the licences before.
for (const [path, pkg] of Object.entries(JSON.parse(readFileSync('e2e/package-lock.json', 'utf8')).packages)) {
  if (path === '') continue
  count++
  const licence = licenceOf(pkg)
  if (!isAllowed(licence)) refused.push(`${path}@${pkg.version}: "${licence}"`)
}
console.log(`licences: ${count} npm packages checked`)
if (refused.length > 0) {
  console.error('Not compatible with Apache-2.0, or not stated:\n' + refused.join('\n'))
  process.exit(1)
}

// Every library in the server's class path must carry a licence compatible with Apache-2.0 (LGPL jars stay unmodified).
import { readFileSync } from 'node:fs'

const LIST = 'server/target/generated-sources/license/THIRD-PARTY.txt'
const ALLOWED =
  /apache|\bmit\b|mit-0|bsd|isc|\blgpl|lesser general public|eclipse public|\bepl\b|eclipse distribution|\bedl\b|cddl|mozilla public|\bmpl\b|bouncy castle|public domain|cc0|postgresql|unicode|jsr-000107|go license/i

const refused = []
let count = 0
for (const line of readFileSync(LIST, 'utf8').split('\n')) {
  const match = line.match(/^\s*((?:\([^)]*\)\s*)+)(.+) \(([^ ]+:[^ ]+:[^ ]+) - /)
  if (!match) continue
  count++
  const licences = [...match[1].matchAll(/\(([^)]*)\)/g)].map((m) => m[1])
  // Several licences of one library are alternatives: one that fits is enough.
  if (!licences.some((l) => ALLOWED.test(l))) refused.push(line.trim())
}
console.log(`licences: ${count} libraries of the server checked`)
if (count === 0) {
  console.error(`${LIST} lists nothing`)
  process.exit(1)
}
if (refused.length > 0) {
  console.error('Not compatible with Apache-2.0, or not stated:\n' + refused.join('\n'))
  process.exit(1)
}

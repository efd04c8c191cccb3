// Holds the budgets of the house: method <= 40 lines, Java and TypeScript file <= 400, .vue file <= 250.
import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'

const FILE_LIMIT = 400
const VUE_LIMIT = 250
const METHOD_LIMIT = 40

const files = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard', '*.java', '*.ts', '*.vue'])
  .toString()
  .split('\n')
  .filter((f) => f && !f.includes('generated') && !f.endsWith('schema.d.ts'))

const problems = []
const methodLengths = []
const javaLengths = []

// A method's head ends a line with "{" at class depth and looks like a declaration, not like a control statement.
const HEAD = /^(?!.*\b(class|interface|record|enum|switch|if|for|while|else|try|catch|do|return|new|finally)\b[^(]*\{$).*\)\s*(throws [\w.,\s]+)?\{$/

// A head may run over several lines; the one that opens its parenthesis tells a record from a method.
function isMethodHead(lines, index, code) {
  if (!HEAD.test(code) || code.startsWith('.')) return false
  let balance = 0
  for (let i = index; i >= 0 && i > index - 30; i--) {
    balance += (lines[i].match(/\)/g) ?? []).length - (lines[i].match(/\(/g) ?? []).length
    if (balance <= 0) return !/\b(record|class|interface|enum)\b/.test(lines[i])
  }
  return false
}

function measureJava(file, lines) {
  javaLengths.push(lines.length)
  let start = -1
  let depthAtStart = 0
  let depth = 0
  lines.forEach((line, index) => {
    const code = line.replace(/"(\\.|[^"\\])*"/g, '""').replace(/'(\\.|[^'\\])'/g, "''").replace(/\/\/.*$/, '')
    const indent = line.search(/\S/)
    if (start < 0 && indent >= 0 && indent <= 12 && isMethodHead(lines, index, code.trim())) {
      start = index
      depthAtStart = depth
    }
    depth += (code.match(/\{/g) ?? []).length - (code.match(/\}/g) ?? []).length
    if (start >= 0 && depth <= depthAtStart) {
      const length = index - start + 1
      methodLengths.push(length)
      if (length > METHOD_LIMIT) problems.push(`${file}:${start + 1} method of ${length} lines (limit ${METHOD_LIMIT})`)
      start = -1
    }
  })
}

for (const file of files) {
  let text
  try {
    text = readFileSync(file, 'utf8')
  } catch {
    continue // deleted in the work tree
  }
  const lines = text.replace(/\n$/, '').split('\n')
  const limit = file.endsWith('.vue') ? VUE_LIMIT : FILE_LIMIT
  if (lines.length > limit) problems.push(`${file} ${lines.length} lines (limit ${limit})`)
  if (file.endsWith('.java')) measureJava(file, lines)
}

const sorted = methodLengths.sort((a, b) => a - b)
const p90 = sorted[Math.floor(sorted.length * 0.9)] ?? 0
console.log(`budgets: ${files.length} files, ${sorted.length} Java methods, 90 % of them <= ${p90} lines`)
if (p90 > 15) problems.push(`90 % of methods should have <= 15 lines, now ${p90}`)
if (problems.length > 0) {
  console.error(problems.join('\n'))
  process.exit(1)
}

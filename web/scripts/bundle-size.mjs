// Prints the gzip weight of what each application loads before its first page and fails above the limit.
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';

const LIMIT_KB = 200;
const dist = join(dirname(fileURLToPath(import.meta.url)), '..', 'dist');
const FIRST_PAGE = { portal: 'src/modules/home/HomePage.vue', console: 'src/pages/LoginPage.vue' };

function closure(manifest, key, seen = new Set()) {
  if (!manifest[key] || seen.has(key)) return seen;
  seen.add(key);
  for (const next of manifest[key].imports ?? []) closure(manifest, next, seen);
  return seen;
}

const gzipKb = (path) => gzipSync(readFileSync(path)).length / 1024;
let failed = false;
const rows = [];
for (const app of ['portal', 'console', 'exam']) {
  const manifest = JSON.parse(readFileSync(join(dist, app, '.vite', 'manifest.json'), 'utf8'));
  const entry = Object.keys(manifest).find((key) => manifest[key].isEntry);
  const seen = closure(manifest, entry);
  if (FIRST_PAGE[app]) closure(manifest, FIRST_PAGE[app], seen);
  const scripts = new Set([...seen].map((key) => manifest[key].file));
  const styles = new Set([...seen].flatMap((key) => manifest[key].css ?? []));
  const sum = (files) => [...files].reduce((kb, file) => kb + gzipKb(join(dist, app, file)), 0);
  const script = sum(scripts);
  failed ||= script > LIMIT_KB;
  rows.push({
    app,
    chunks: scripts.size,
    'script KB gzip': script.toFixed(1),
    'style KB gzip': sum(styles).toFixed(1),
    limit: LIMIT_KB,
    ok: script <= LIMIT_KB ? 'yes' : 'TOO LARGE',
  });
}
console.table(rows);
if (process.argv.includes('--json')) console.log(JSON.stringify(rows));
process.exit(failed ? 1 : 0);

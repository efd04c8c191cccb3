// Searches what an installation leaves behind for the personal data of given people: every table, every stored file,
// every log, and the API's description. It fails when a number or phone is found anywhere, or a name outside the one
// table that may hold it.
//   node etc/search-personal-data.mjs BATCH.zip --tables FOLDER [--search PATH]...
// BATCH.zip is the package the people came with: it says what to look for.
import { createReadStream, readFileSync, readdirSync, statSync } from "node:fs";
import { basename, join } from "node:path";
import { inflateRawSync } from "node:zlib";

// Where a name may stand in clear.
const HOMES_OF_NAMES = new Set(["identity.person.txt"]);
const CENTRAL_HEADER = 0x02014b50;
const IN_UTF8 = 0x0800;

/** Entries of a zip file: name and content. */
function* entries(zip) {
  const end = zip.lastIndexOf(Buffer.from([0x50, 0x4b, 0x05, 0x06]));
  // Packages hold lock files of spreadsheets, too, which are called like one and are none.
  if (end < 0) return;
  let at = zip.readUInt32LE(end + 16);
  while (at + 46 <= zip.length && zip.readUInt32LE(at) === CENTRAL_HEADER) {
    const nameLength = zip.readUInt16LE(at + 28);
    const encoding = zip.readUInt16LE(at + 8) & IN_UTF8 ? "utf-8" : "gbk";
    const name = new TextDecoder(encoding).decode(
      zip.subarray(at + 46, at + 46 + nameLength),
    );
    const method = zip.readUInt16LE(at + 10);
    const size = zip.readUInt32LE(at + 20);
    const local = zip.readUInt32LE(at + 42);
    const start =
      local + 30 + zip.readUInt16LE(local + 26) + zip.readUInt16LE(local + 28);
    const packed = zip.subarray(start, start + size);
    yield {
      name,
      content: () => (method === 0 ? packed : inflateRawSync(packed)),
    };
    at +=
      46 + nameLength + zip.readUInt16LE(at + 30) + zip.readUInt16LE(at + 32);
  }
}

/** The texts of all cells: the form's names, numbers and phones are among them. */
function cellTexts(workbook) {
  const texts = [];
  for (const entry of entries(workbook)) {
    if (!/sharedStrings\.xml$|worksheets\/.*\.xml$/.test(entry.name)) continue;
    const xml = entry.content().toString("utf8");
    for (const [, text] of xml.matchAll(
      /<(?:t|v)(?:\s[^>]*)?>([^<]*)<\/(?:t|v)>/g,
    ))
      texts.push(text.trim());
  }
  return texts;
}

/** What to look for: document numbers, phones, names. */
function needlesOf(path) {
  const zip = readFileSync(path);
  const numbers = new Set();
  const phones = new Set();
  const names = new Set();
  for (const entry of entries(zip)) {
    const folder = /(?:^|\/)([^/_]+)_(\d{17}[\dXx])[./]/.exec(entry.name);
    if (folder) {
      names.add(folder[1]);
      numbers.add(folder[2]);
    }
    if (!/\.xlsx$/i.test(entry.name)) continue;
    for (const text of cellTexts(entry.content())) {
      if (/^\d{15}(\d\d[\dXx])?$/.test(text)) numbers.add(text);
      if (/^1[3-9]\d{9}$/.test(text)) phones.add(text);
    }
  }
  try {
    const expected = JSON.parse(
      readFileSync(path.replace(/\.zip$/i, ".expected.json"), "utf8"),
    );
    for (const person of expected.people) names.add(person.name);
  } catch {
    // A package from elsewhere has no such file beside it; its folders are named after its people.
  }
  return {
    numbers: [...numbers],
    phones: [...phones],
    names: [...names].filter((n) => n.length > 1),
  };
}

/** The forms in which a text may stand: as it is, in hexadecimal as bytes are printed, in base 64. */
function shapes(text, forTables) {
  const bytes = Buffer.from(text, "utf8");
  const all = [
    bytes,
    Buffer.from(bytes.toString("base64").replace(/.{0,2}=*$/, "")),
  ];
  if (/[^\x20-\x7e]/.test(text)) {
    const escaped = [...text]
      .map((c) => c.split("").map(unit).join(""))
      .join("");
    all.push(Buffer.from(escaped));
  }
  if (forTables) all.push(Buffer.from(bytes.toString("hex")));
  return all;
}

const unit = (c) => `\\u${c.charCodeAt(0).toString(16).padStart(4, "0")}`;

function* filesIn(path) {
  const found = statSync(path, { throwIfNoEntry: false });
  if (!found) throw new Error(`${path} is not there`);
  if (found.isFile()) yield path;
  if (!found.isDirectory()) return;
  // The database's own pages are read through its tables.
  for (const name of readdirSync(path))
    if (name !== "cluster") yield* filesIn(join(path, name));
}

const OVERLAP = 4096;

/** Which of the patterns stand in a file; memory does not grow with it. */
async function patternsIn(path, patterns) {
  const found = new Set();
  let rest = Buffer.alloc(0);
  for await (const chunk of createReadStream(path, {
    highWaterMark: 1 << 20,
  })) {
    const window = Buffer.concat([rest, chunk]);
    for (const pattern of patterns)
      if (!found.has(pattern) && pattern.bytes.some((b) => window.includes(b)))
        found.add(pattern);
    rest = window.subarray(Math.max(0, window.length - OVERLAP));
  }
  return found;
}

function patternsOf(needles, forTables) {
  const of = (kind, texts) =>
    texts.map((text) => ({ kind, text, bytes: shapes(text, forTables) }));
  return [
    ...of("证件号", needles.numbers),
    ...of("电话", needles.phones),
    ...of("姓名", needles.names),
  ];
}

/** Enough to find the person in the package again, and no more. */
const masked = ({ kind, text }) =>
  kind === "姓名" ? `${text[0]}*` : `…${text.slice(-4)}`;

async function main() {
  const words = process.argv.slice(2);
  const batch = words.shift();
  const places = [];
  for (let i = 0; i + 1 < words.length; i += 2)
    places.push({ tables: words[i] === "--tables", path: words[i + 1] });
  if (!batch || places.length === 0)
    throw new Error("usage: BATCH.zip --tables FOLDER [--search PATH]...");

  const needles = needlesOf(batch);
  if (
    needles.numbers.length === 0 ||
    needles.phones.length === 0 ||
    needles.names.length === 0
  ) {
    throw new Error(`${basename(batch)} names nobody to look for`);
  }
  let files = 0;
  const leaks = [];
  let homeOfNames = false;
  for (const place of places) {
    const patterns = patternsOf(needles, place.tables);
    for (const path of filesIn(place.path)) {
      files += 1;
      for (const pattern of await patternsIn(path, patterns)) {
        const home =
          place.tables &&
          pattern.kind === "姓名" &&
          HOMES_OF_NAMES.has(basename(path));
        homeOfNames ||= home;
        if (!home) leaks.push(`${pattern.kind} ${masked(pattern)} in ${path}`);
      }
    }
  }
  const sought = `${needles.numbers.length} numbers, ${needles.phones.length} phones, ${needles.names.length} names`;
  console.log(
    `search for personal data: ${sought}; ${files} tables and files; ${leaks.length} found`,
  );
  for (const leak of leaks) console.error(`  ${leak}`);
  // A search that does not even find the names where they must be has looked in the wrong place.
  if (places.some((p) => p.tables) && !homeOfNames)
    throw new Error("the people of the package are not in the database");
  process.exit(leaks.length === 0 ? 0 : 1);
}

main().catch((error) => {
  console.error(`search for personal data: ${error.message}`);
  process.exit(2);
});

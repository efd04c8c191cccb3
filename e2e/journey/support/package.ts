import { readFileSync } from 'node:fs';

/** A person of the made package, as the institution knows them. */
export interface Person {
  readonly name: string;
  readonly idNumber: string;
  readonly level: string;
  readonly accepted: boolean;
  /** What was planted in this row and is for a person's eye; mostly empty. */
  readonly note: string;
}

interface Expected {
  people: { row: number; name: string; level: string; expect: string[]; note: string }[];
}

const CENTRAL_HEADER = 0x02014b50;
const END_OF_DIRECTORY = 0x06054b50;
const IN_UTF8 = 0x0800;

/** Names of the entries, decoded as Windows wrote them (GBK) unless they are marked as UTF-8. */
function entryNames(zip: Buffer): string[] {
  const end = zip.lastIndexOf(Buffer.from([0x50, 0x4b, 0x05, 0x06]));
  if (end < 0 || zip.readUInt32LE(end) !== END_OF_DIRECTORY) throw new Error('not a zip file');
  const names: string[] = [];
  let at = zip.readUInt32LE(end + 16);
  while (zip.readUInt32LE(at) === CENTRAL_HEADER) {
    const length = zip.readUInt16LE(at + 28);
    const encoding = (zip.readUInt16LE(at + 8) & IN_UTF8) !== 0 ? 'utf-8' : 'gbk';
    names.push(new TextDecoder(encoding).decode(zip.subarray(at + 46, at + 46 + length)));
    at += 46 + length + zip.readUInt16LE(at + 30) + zip.readUInt16LE(at + 32);
  }
  return names;
}

/** The people of the package: their folders are called 姓名_证件号码, what is expected stands in the file beside it. */
export function peopleOf(path: string): Person[] {
  const folders = new Map<string, string>();
  for (const name of entryNames(readFileSync(path))) {
    const found = /(?:^|\/)([^/_]+)_(\d{17}[\dXx])[./]/.exec(name);
    if (found) folders.set(found[1]!, found[2]!);
  }
  const expected = JSON.parse(
    readFileSync(path.replace(/\.zip$/, '.expected.json'), 'utf8'),
  ) as Expected;
  return expected.people.map((row) => ({
    name: row.name,
    idNumber: folders.get(row.name) ?? '',
    level: row.level,
    accepted: row.expect.includes('accepted'),
    note: row.note,
  }));
}

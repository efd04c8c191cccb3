import { readFileSync, writeFileSync } from 'node:fs';

/** What one room leaves for the next; in a file, because a failed test starts a new worker. */
export interface Memory {
  readonly mistyped?: string;
}

const FILE = new URL('../../.output-rooms.json', import.meta.url).pathname;

export function recall(): Memory {
  try {
    return JSON.parse(readFileSync(FILE, 'utf8')) as Memory;
  } catch {
    return {};
  }
}

export function remember(more: Memory): void {
  writeFileSync(FILE, JSON.stringify({ ...recall(), ...more }));
}

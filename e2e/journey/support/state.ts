import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';

/** What later steps need of earlier ones; kept in a file, because a failed step starts a new worker. */
export interface State {
  codes: Record<string, string>;
  tickets: Record<string, string>;
  certificate?: { number: string; name: string };
}

const FILE = new URL('../../.output-state.json', import.meta.url).pathname;

export function load(): State {
  try {
    return JSON.parse(readFileSync(FILE, 'utf8')) as State;
  } catch {
    return { codes: {}, tickets: {} };
  }
}

export function save(state: State): void {
  mkdirSync(new URL('.', `file://${FILE}`).pathname, { recursive: true });
  writeFileSync(FILE, JSON.stringify(state));
}

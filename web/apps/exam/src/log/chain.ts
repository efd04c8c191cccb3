/**
 * The hash chain over the candidate's log: SHA-256(hash before + canonical entry), lower-case hex.
 * The server computes the same (io.tanshi.delivery.runner.Chain).
 */
export interface Change {
  itemId: string;
  /** Option ids and text of an answer; absent for a flag. */
  answer?: { choices: string[]; text: string };
  flagged?: boolean;
}

export interface LogEntry extends Change {
  seq: number;
  /** Milliseconds since 1970 in server time. */
  givenAt: number;
  hash: string;
}

const encoder = new TextEncoder();

export function canonical(entry: Omit<LogEntry, 'hash'>): string {
  const head = `${entry.seq}\n${entry.itemId}\n${entry.givenAt}\n`;
  if (!entry.answer) return `${head}F\n${entry.flagged ? '1' : '0'}`;
  return `${head}A\n${entry.answer.choices.join(',')}\n${entry.answer.text}`;
}

export function hex(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

export function unhex(text: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from({ length: text.length / 2 }, (_, i) =>
    Number.parseInt(text.slice(2 * i, 2 * i + 2), 16),
  );
}

async function sha256(bytes: Uint8Array<ArrayBuffer>): Promise<string> {
  return hex(new Uint8Array(await crypto.subtle.digest('SHA-256', bytes)));
}

export function startHash(attemptId: string): Promise<string> {
  return sha256(encoder.encode(`tanshi-attempt:${attemptId}`));
}

export function nextHash(previous: string, entry: Omit<LogEntry, 'hash'>): Promise<string> {
  const content = encoder.encode(canonical(entry));
  const bytes = new Uint8Array(32 + content.length);
  bytes.set(unhex(previous));
  bytes.set(content, 32);
  return sha256(bytes);
}

/** A lone half of a surrogate pair is no character: the server refuses it, so it never enters the log. */
export function wellFormed(text: string): string {
  return text.replace(
    /[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]|\0/g,
    '\uFFFD',
  );
}

/**
 * The entries that follow on the server's head, in order. What belongs to another branch (another machine went on
 * meanwhile) or does not verify is left over; it is never thrown away.
 */
export async function following(
  head: { seq: number; hash: string },
  entries: readonly LogEntry[],
): Promise<{ chain: LogEntry[]; leftOver: LogEntry[] }> {
  const open = entries.filter((entry) => entry.seq > head.seq).sort((a, b) => a.seq - b.seq);
  const chain: LogEntry[] = [];
  let { seq, hash } = head;
  for (const entry of open) {
    if (entry.seq !== seq + 1 || (await nextHash(hash, entry)) !== entry.hash) continue;
    chain.push(entry);
    seq = entry.seq;
    hash = entry.hash;
  }
  return { chain, leftOver: open.filter((entry) => !chain.includes(entry)) };
}

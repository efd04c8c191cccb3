import type { LogEntry } from './chain';

/** Where entries stand before the server has them. */
export interface LocalLog {
  put(entry: LogEntry): Promise<void>;
  all(): Promise<LogEntry[]>;
  /** Removes what the server has acknowledged, and nothing else. */
  dropUpTo(seq: number): Promise<void>;
  /** Removes everything of the attempt: after the receipt, when the server has it all. */
  clear(): Promise<void>;
}

interface Row {
  attempt: string;
  tag: string;
  seq: number;
  iv: Uint8Array<ArrayBuffer>;
  data: ArrayBuffer;
}

const NAME = 'tanshi-exam';
const KEYS = 'keys';
const ENTRIES = 'entries';

function wait<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error ?? new Error('IndexedDB'));
  });
}

/** Resolves only when the transaction is complete: an entry counts as kept from then on. */
function complete(transaction: IDBTransaction): Promise<void> {
  return new Promise((resolve, reject) => {
    transaction.oncomplete = () => resolve();
    transaction.onerror = () => reject(transaction.error ?? new Error('IndexedDB'));
    transaction.onabort = () => reject(transaction.error ?? new Error('IndexedDB'));
  });
}

function openDatabase(): Promise<IDBDatabase> {
  const request = indexedDB.open(NAME, 1);
  request.onupgradeneeded = () => {
    request.result.createObjectStore(KEYS);
    request.result.createObjectStore(ENTRIES, { keyPath: ['attempt', 'tag', 'seq'] });
  };
  return wait(request);
}

/** The key never leaves the browser: it cannot be exported, only used by this origin. */
async function keyOf(database: IDBDatabase): Promise<CryptoKey> {
  const known = await wait<CryptoKey | undefined>(
    database.transaction(KEYS).objectStore(KEYS).get('log'),
  );
  if (known) return known;
  const made = await crypto.subtle.generateKey({ name: 'AES-GCM', length: 256 }, false, [
    'encrypt',
    'decrypt',
  ]);
  const transaction = database.transaction(KEYS, 'readwrite');
  // Another window may have been first; its key stands then.
  const there = await wait(transaction.objectStore(KEYS).getKey('log'));
  if (there === undefined) transaction.objectStore(KEYS).put(made, 'log');
  await complete(transaction);
  return wait<CryptoKey>(database.transaction(KEYS).objectStore(KEYS).get('log'));
}

/**
 * The encrypted log of one attempt in IndexedDB. The tag names this entry into the exam, so that two entries at one
 * machine never overwrite each other's log.
 */
export async function openLocalLog(attempt: string, tag: string): Promise<LocalLog> {
  const database = await openDatabase();
  const key = await keyOf(database);
  const context = new TextEncoder().encode(attempt);
  const range = IDBKeyRange.bound([attempt], [attempt, []]);

  async function read(row: Row): Promise<LogEntry> {
    const plain = await crypto.subtle.decrypt(
      { name: 'AES-GCM', iv: row.iv, additionalData: context },
      key,
      row.data,
    );
    return JSON.parse(new TextDecoder().decode(plain)) as LogEntry;
  }

  return {
    async put(entry) {
      const iv = crypto.getRandomValues(new Uint8Array(12));
      const data = await crypto.subtle.encrypt(
        { name: 'AES-GCM', iv, additionalData: context },
        key,
        new TextEncoder().encode(JSON.stringify(entry)),
      );
      const transaction = database.transaction(ENTRIES, 'readwrite', { durability: 'strict' });
      const row: Row = { attempt, tag, seq: entry.seq, iv, data };
      transaction.objectStore(ENTRIES).put(row);
      await complete(transaction);
    },
    async all() {
      const rows = await wait<Row[]>(
        database.transaction(ENTRIES).objectStore(ENTRIES).getAll(range),
      );
      const entries = await Promise.all(rows.map((row) => read(row).catch(() => undefined)));
      return entries.filter((entry) => entry !== undefined);
    },
    async dropUpTo(seq) {
      const transaction = database.transaction(ENTRIES, 'readwrite');
      transaction
        .objectStore(ENTRIES)
        .delete(IDBKeyRange.bound([attempt, tag, 0], [attempt, tag, seq]));
      await complete(transaction);
    },
    async clear() {
      const transaction = database.transaction(ENTRIES, 'readwrite');
      transaction.objectStore(ENTRIES).delete(range);
      await complete(transaction);
    },
  };
}

/** Stands in when the browser keeps nothing: every entry is reported as not kept. */
export const NO_LOCAL_LOG: LocalLog = {
  put: () => Promise.reject(new Error('IndexedDB')),
  all: () => Promise.resolve([]),
  dropUpTo: () => Promise.resolve(),
  clear: () => Promise.resolve(),
};

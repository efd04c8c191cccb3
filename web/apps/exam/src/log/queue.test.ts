import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { networkProblem, ProblemError } from '@tanshi/api-client';
import type { NewsView } from '../types';
import { type LogEntry, startHash } from './chain';
import { AnswerQueue } from './queue';
import type { LocalLog } from './store';

/** Taken before the timers are faked. */
const realTimeout = setTimeout;
const digest = crypto.subtle.digest.bind(crypto.subtle);
let digesting = 0;
const ITEM = '00000000-0000-7000-8000-00000000000a';

/** A server that takes everything, fails, or refuses, as told; it remembers the bodies. */
class Server {
  bodies: string[] = [];
  mode: 'up' | 'down' | 'lost-answer' | ProblemError = 'up';
  stored = new Map<number, string>();

  send = async (body: string): Promise<NewsView> => {
    this.bodies.push(body);
    if (this.mode instanceof ProblemError) throw this.mode;
    if (this.mode === 'down') throw networkProblem();
    const { entries } = JSON.parse(body) as { entries: { clientSeq: number; hash: string }[] };
    for (const entry of entries) this.stored.set(entry.clientSeq, entry.hash);
    if (this.mode === 'lost-answer') throw networkProblem();
    return this.news();
  };

  news(): NewsView {
    const acknowledgedUpTo = this.stored.size;
    return {
      state: 'OPEN',
      now: '2026-12-26T01:10:00Z',
      bell: '2026-12-26T01:00:00Z',
      deadline: '2026-12-26T03:00:00Z',
      handInFrom: '2026-12-26T01:30:00Z',
      extraMinutes: 0,
      acknowledgedUpTo,
      hash: this.stored.get(acknowledgedUpTo) ?? '',
      messages: [],
    };
  }
}

class Local implements LocalLog {
  entries = new Map<number, LogEntry>();
  broken = false;
  put = async (entry: LogEntry) => {
    if (this.broken) throw new Error('disk full');
    this.entries.set(entry.seq, entry);
  };
  all = async () => [...this.entries.values()];
  dropUpTo = async (seq: number) => {
    for (const key of this.entries.keys()) if (key <= seq) this.entries.delete(key);
  };
  clear = async () => this.entries.clear();
}

describe('the answer queue', () => {
  let server: Server;
  let local: Local;
  let queue: AnswerQueue;
  let refusals: ProblemError[];

  beforeEach(async () => {
    vi.spyOn(crypto.subtle, 'digest').mockImplementation(async (...given) => {
      digesting += 1;
      return digest(...given).finally(() => (digesting -= 1));
    });
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'Date'] });
    server = new Server();
    local = new Local();
    refusals = [];
    const head = { seq: 0, hash: await startHash('00000000-0000-7000-8000-000000000001') };
    queue = new AnswerQueue(
      { local, send: server.send, now: () => Date.now(), newsAfter: () => 0, random: () => 1 },
      { changed: () => undefined, acknowledged: () => undefined, refused: (p) => refusals.push(p) },
      head,
    );
  });
  afterEach(() => {
    vi.useRealTimers();
    vi.restoreAllMocks();
  });

  /** Lets time pass in small steps; cryptography runs in real time between them, and is waited for. */
  async function pass(ms: number) {
    for (let passed = 0; passed < ms || passed === 0; passed += 50) {
      await vi.advanceTimersByTimeAsync(Math.min(50, ms - passed));
      do for (let i = 0; i < 4; i += 1) await turn();
      while (digesting > 0);
    }
  }

  const turn = () => new Promise((resolve) => realTimeout(resolve, 1));

  const sentEntries = () =>
    server.bodies.map((body) => (JSON.parse(body) as { entries: unknown[] }).entries.length);

  it('sends a choice 300 ms after the last change, once', async () => {
    queue.choose(ITEM, ['A']);
    await pass(200);
    queue.choose(ITEM, ['B']);
    await pass(200);
    expect(server.bodies).toHaveLength(0);
    await pass(150);
    expect(server.bodies).toHaveLength(1);
    expect(server.bodies[0]).toContain('"choices":["B"]');
    expect(queue.unsent).toBe(0);
  });

  it('clears the local copy only after the acknowledgement', async () => {
    server.mode = 'down';
    queue.choose(ITEM, ['A']);
    await pass(400);
    expect(server.bodies.length).toBeGreaterThan(0);
    expect(local.entries.size).toBe(1);
    expect(queue.unsent).toBe(1);
    server.mode = 'up';
    await pass(2_000);
    expect(queue.unsent).toBe(0);
    expect(local.entries.size).toBe(0);
  });

  it('repeats the identical body when the answer was lost', async () => {
    server.mode = 'lost-answer';
    queue.choose(ITEM, ['A']);
    await pass(400);
    queue.flag(ITEM, true);
    await pass(400);
    server.mode = 'up';
    await pass(3_000);
    expect(server.bodies.length).toBeGreaterThan(2);
    expect(server.bodies[1]).toBe(server.bodies[0]);
    expect(queue.unsent).toBe(0);
    expect([...server.stored.keys()]).toEqual([1, 2]);
  });

  it('waits longer after each failure and never gives up', async () => {
    server.mode = 'down';
    queue.choose(ITEM, ['A']);
    await pass(20_000);
    const tries = server.bodies.length;
    expect(tries).toBeGreaterThan(3);
    expect(tries).toBeLessThan(7);
    server.mode = 'up';
    queue.wake();
    await pass(50);
    expect(queue.unsent).toBe(0);
  });

  it('saves text 1 s after the last key, and at least every 3 s', async () => {
    queue.write(ITEM, '边');
    await pass(1_200);
    expect(sentEntries()).toEqual([1]);
    for (let i = 0; i < 8; i += 1) {
      queue.write(ITEM, `边界${'x'.repeat(i)}`);
      await pass(500);
    }
    expect(server.bodies.length).toBeGreaterThanOrEqual(2);
  });

  it('seals nothing while an input method composes', async () => {
    queue.setComposing(true);
    queue.write(ITEM, 'bianjie');
    await pass(5_000);
    expect(server.bodies).toHaveLength(0);
    queue.setComposing(false);
    queue.write(ITEM, '边界');
    await pass(1_100);
    expect(server.bodies).toHaveLength(1);
    expect(server.bodies[0]).toContain('边界');
    expect(server.bodies[0]).not.toContain('bianjie');
  });

  it('chains entries in the order in which they were made', async () => {
    server.mode = 'down';
    queue.choose(ITEM, ['A']);
    await queue.flush();
    queue.flag(ITEM, true);
    await queue.flush();
    queue.choose(ITEM, []);
    await queue.flush();
    expect(queue.pending.map((entry) => entry.seq)).toEqual([1, 2, 3]);
    expect(queue.lastSeq).toBe(3);
  });

  it('says so when this machine keeps nothing, and still sends', async () => {
    local.broken = true;
    queue.choose(ITEM, ['A']);
    await pass(400);
    expect(queue.localFailed).toBe(true);
    expect(server.stored.size).toBe(1);
    local.broken = false;
    await queue.retryLocal();
    expect(queue.localFailed).toBe(false);
  });

  it('takes no acknowledgement of another machine for its own, and keeps what it holds', async () => {
    server.news = () => ({ ...Server.prototype.news.call(server), hash: 'of another machine' });
    queue.choose(ITEM, ['A']);
    await pass(400);
    expect(refusals.map((refusal) => refusal.type)).toEqual(['delivery/opened-elsewhere']);
    expect(queue.unsent).toBe(1);
    expect(local.entries.size).toBe(1);
  });

  it('takes no acknowledgement of more than it has made', async () => {
    server.news = () => ({ ...Server.prototype.news.call(server), acknowledgedUpTo: 7 });
    queue.choose(ITEM, ['A']);
    await pass(400);
    expect(refusals).toHaveLength(1);
    expect(local.entries.size).toBe(1);
  });

  it('stops at a refusal and keeps what was refused', async () => {
    server.mode = new ProblemError({ type: 'x/opened-elsewhere', title: '', status: 409 });
    queue.choose(ITEM, ['A']);
    await pass(400);
    await pass(5_000);
    expect(refusals).toHaveLength(1);
    expect(server.bodies).toHaveLength(1);
    expect(local.entries.size).toBe(1);
  });

  it('waits out a pause', async () => {
    server.mode = new ProblemError({ type: 'x/paused', title: '', status: 409 });
    queue.choose(ITEM, ['A']);
    await pass(400);
    expect(refusals).toHaveLength(0);
    server.mode = 'up';
    await pass(3_000);
    expect(queue.unsent).toBe(0);
  });
});

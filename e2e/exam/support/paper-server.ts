import { createHash, generateKeyPairSync, webcrypto } from 'node:crypto';
import type { Page, Route } from '@playwright/test';

interface Entry {
  clientSeq: number;
  itemId: string;
  choices?: string[];
  text?: string;
  flagged?: boolean;
  hash: string;
}

const ATTEMPT = '00000000-0000-7000-8000-0000000000e1';
const SECTIONS = [
  { kind: 'SINGLE_CHOICE', title: '单项选择题', short: 30, pointsEach: '1' },
  { kind: 'MULTIPLE_CHOICE', title: '多项选择题', short: 10, pointsEach: '2' },
  { kind: 'EXTENDED_TEXT', title: '简答题', short: 5, pointsEach: '10' },
] as const;

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');
const idOf = (number: number) => `00000000-0000-7000-8000-${String(number).padStart(12, '0')}`;

function paper() {
  let number = 0;
  const sections = SECTIONS.map(({ kind, title, short, pointsEach }) => ({
    kind,
    title,
    pointsEach,
    items: Array.from({ length: short }, () => {
      number += 1;
      const options = kind === 'EXTENDED_TEXT' ? [] : ['甲', '乙', '丙', '丁'];
      return {
        id: idOf(number),
        stem: `题干之${number}：下列关于核算边界的说法，哪些是正确的？`,
        options: options.map((text, i) => ({ id: 'ABCD'[i]!, text: `说法${text}` })),
      };
    }),
  }));
  return { longestText: 2000, sections };
}

/**
 * The server's part of an exam hour, played beside the browser: keeps the log as the real one does, and is unplugged and
 * plugged in as a test likes. What the real server does stands in its own tests; here the screen is looked at.
 */
export class PaperServer {
  readonly log: Entry[] = [];
  readonly asked: string[] = [];
  /** Nothing gets through, as with a cable pulled out. */
  unplugged = false;
  private readonly startedAt = Date.now();
  private endsAt = this.startedAt + 20 * 60_000;
  private readonly keys = generateKeyPairSync('rsa', { modulusLength: 2048 });
  private readonly paperKey = webcrypto.getRandomValues(new Uint8Array(32));
  private over?: { number: string; at: string };

  async serve(page: Page): Promise<void> {
    await page.route('**/api/exam/**', (route) => this.answer(route));
  }

  /** The screen hears of it with the next answer. */
  endIn(milliseconds: number): void {
    this.endsAt = Date.now() + milliseconds;
  }

  private async answer(route: Route): Promise<void> {
    const what = new URL(route.request().url()).pathname.slice('/api/exam/'.length);
    this.asked.push(what);
    if (this.unplugged) return route.abort('internetdisconnected');
    if (what === 'paper') return route.fulfill({ body: await this.sealed() });
    const body = this.bodyOf(what, route);
    return body ? route.fulfill({ json: body }) : route.fulfill({ status: 404, json: {} });
  }

  private bodyOf(what: string, route: Route): unknown {
    switch (what) {
      case 'entry':
        return this.entry();
      case 'lockdown':
        return { level: 'PLAIN', state: 'PROVEN', stateLabel: '', free: true };
      case 'lockdown/evidence':
        return { lastSeq: 1_000 };
      case 'state':
        return this.state();
      case 'key':
        return { key: Buffer.from(this.paperKey).toString('base64'), seed: '0123456789abcdef' };
      case 'emergency-key':
        return { sittingId: idOf(900), publicKey: this.publicKey() };
      case 'answers':
        return this.save((route.request().postDataJSON() as { entries: Entry[] }).entries);
      case 'heartbeat':
        return this.news();
      case 'hand-in':
        this.over = { number: '7K2QF-9XM4A', at: new Date().toISOString() };
        return this.receipt();
      default:
        return undefined;
    }
  }

  private publicKey(): string {
    return this.keys.publicKey.export({ type: 'spki', format: 'der' }).toString('base64');
  }

  private save(entries: Entry[]) {
    for (const entry of entries) {
      if (entry.clientSeq === this.log.length + 1) this.log.push(entry);
    }
    return this.news();
  }

  private async sealed(): Promise<Buffer> {
    const key = await webcrypto.subtle.importKey('raw', this.paperKey, 'AES-GCM', false, [
      'encrypt',
    ]);
    const iv = new Uint8Array(12);
    const text = new TextEncoder().encode(JSON.stringify(paper()));
    const content = await webcrypto.subtle.encrypt({ name: 'AES-GCM', iv }, key, text);
    return Buffer.concat([iv, Buffer.from(content)]);
  }

  private news() {
    const at = (minutes: number) => new Date(this.startedAt + minutes * 60_000).toISOString();
    return {
      state: this.over ? 'SUBMITTED' : 'OPEN',
      now: new Date().toISOString(),
      bell: at(-5),
      deadline: new Date(this.endsAt).toISOString(),
      handInFrom: at(-1),
      extraMinutes: 0,
      acknowledgedUpTo: this.log.length,
      hash: this.log.at(-1)?.hash ?? sha256(`tanshi-attempt:${ATTEMPT}`),
      messages: [],
    };
  }

  private answers() {
    const items = new Map<string, { choices: string[]; text: string; flagged: boolean }>();
    for (const { itemId, choices, text, flagged } of this.log) {
      const before = items.get(itemId) ?? { choices: [], text: '', flagged: false };
      items.set(itemId, {
        choices: choices ?? before.choices,
        text: text ?? before.text,
        flagged: flagged ?? before.flagged,
      });
    }
    return [...items].map(([itemId, given]) => ({ itemId, ...given }));
  }

  private receipt() {
    const given = this.answers().filter(({ choices, text }) => choices.length > 0 || text !== '');
    let from = 0;
    const sections = SECTIONS.map(({ kind, title, short }) => {
      const ids = Array.from({ length: short }, (_, i) => idOf(from + i + 1));
      from += short;
      const answered = given.filter(({ itemId }) => ids.includes(itemId)).length;
      return { kind, title, total: short, answered };
    });
    return {
      ...this.over,
      by: '考生',
      total: 45,
      answered: given.length,
      sections,
      entries: this.log.length,
      digest: this.log.at(-1)?.hash ?? '',
    };
  }

  private state() {
    return {
      seat: seat(),
      answers: this.over ? [] : this.answers(),
      receipt: this.over ? this.receipt() : undefined,
      paper: 'digest',
      news: this.news(),
    };
  }

  private entry() {
    return {
      token: 'stub',
      attemptId: ATTEMPT,
      card: { name: '陆知秋', document: '3301**********0021', photo: false },
      seat: seat(),
      rules: {
        durationMinutes: 120,
        lateEntryMinutes: 30,
        earliestHandInMinutes: 30,
        graceMinutes: 3,
        lostTimeFromMinutes: 3,
      },
      news: this.news(),
    };
  }
}

const seat = () => ({
  level: '高级',
  ticketNumber: '2612260301',
  site: '杭州考点',
  room: '第 2 机房',
  seat: 7,
});

import { createHash } from 'node:crypto';
import type { Page, Route } from '@playwright/test';

type State = 'UNPROVEN' | 'PROVEN' | 'HELD' | 'RELEASED' | 'EXEMPT';

const BELL = '2099-12-26T01:00:00Z';

/**
 * The server's part in the proof of the locked browser, played in the test: numbers work once, hashes are over address and
 * key. What the real server does stands in LockdownTest; here it is the screen that is looked at.
 */
export class StubExam {
  state: State = 'UNPROVEN';
  /** Answers the next proof as one whose link was used before. */
  replay = false;
  private readonly numbers = new Set<string>();
  private given = 0;

  constructor(private readonly configKey: string) {}

  async serve(page: Page): Promise<void> {
    await page.route('**/api/exam/**', (route) => this.answer(route));
  }

  private answer(route: Route): Promise<void> {
    const url = new URL(route.request().url());
    const what = url.pathname.slice('/api/exam/'.length);
    switch (what) {
      case 'entry':
        return json(route, entry());
      case 'lockdown':
        return json(route, this.lock());
      case 'lockdown/links':
        return json(route, { url: `${url.origin}/exam/?n=${this.draw()}` });
      case 'lockdown/proof':
        return this.prove(route, url.searchParams.get('n') ?? '');
      case 'lockdown/checks':
        return json(route, this.lock());
      case 'state':
        return json(route, { seat: entry().seat, answers: [], news: news() });
      case 'heartbeat':
        return json(route, news());
      default:
        return problem(route, 404, 'platform/not-found', what);
    }
  }

  private draw(): string {
    this.given += 1;
    this.numbers.add(`n${this.given}`);
    return `n${this.given}`;
  }

  private prove(route: Route, number: string): Promise<void> {
    const body = route.request().postDataJSON() as { page: string; configKey?: string };
    const fresh = this.numbers.delete(number) && !this.replay;
    this.replay = false;
    if (!fresh) return problem(route, 409, 'delivery/entry-link-used', '这个进入链接已经用过');
    const expected = createHash('sha256')
      .update(body.page + this.configKey)
      .digest('hex');
    if (body.configKey !== expected || !body.page.endsWith(`?n=${number}`)) {
      return problem(route, 403, 'delivery/lockdown-not-proven', '考试浏览器核验没有通过');
    }
    this.state = 'PROVEN';
    return json(route, this.lock());
  }

  private lock() {
    const free = this.state !== 'UNPROVEN' && this.state !== 'HELD';
    const checked = this.state === 'PROVEN' || this.state === 'RELEASED';
    return {
      level: 'SEB',
      state: this.state,
      stateLabel: '',
      free,
      startLink: free ? undefined : 'seb://localhost/exam.seb',
      checkNumber: checked ? this.draw() : undefined,
    };
  }
}

const json = (route: Route, body: unknown) => route.fulfill({ json: body });

const problem = (route: Route, status: number, type: string, title: string) =>
  route.fulfill({
    status,
    contentType: 'application/problem+json',
    body: JSON.stringify({
      type: `https://tanshi.dev/problems/${type}`,
      title,
      detail: '请按“重新核验”，或举手。',
      status,
    }),
  });

const news = () => ({
  state: 'WAITING',
  now: new Date().toISOString(),
  bell: BELL,
  deadline: BELL,
  handInFrom: BELL,
  extraMinutes: 0,
  acknowledgedUpTo: 0,
  hash: '0'.repeat(64),
  messages: [],
});

const entry = () => ({
  token: 'stub',
  attemptId: '00000000-0000-7000-8000-000000000001',
  card: { name: '陆知秋', document: '3301**********0021', photo: false },
  seat: { level: '高级', ticketNumber: '2612260301', site: '杭州考点', room: '第 2 机房', seat: 7 },
  rules: {
    durationMinutes: 120,
    lateEntryMinutes: 30,
    earliestHandInMinutes: 30,
    graceMinutes: 3,
    lostTimeFromMinutes: 3,
  },
  news: news(),
});

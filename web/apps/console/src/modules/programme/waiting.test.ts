import { describe, expect, it } from 'vitest';
import { waitingLines } from './waiting';

const sittings = [{ id: 's', code: '2026-12', name: '2026 年 12 月考期' }];

describe('what waits for a second person', () => {
  it('leads to the page on which it is confirmed', () => {
    const act = { subject: 's', count: 4, by: '赵岑' };
    const lines = waitingLines(
      [
        { ...act, kind: 'exam.seal' },
        { ...act, kind: 'results.release' },
        { ...act, kind: 'certificate.issue' },
        { ...act, kind: 'certificate.revoke', subject: 'c', count: 1 },
        { ...act, kind: 'identity.erasure', subject: 'p', count: 1 },
      ],
      sittings,
    );
    expect(lines.map((line) => line.to)).toEqual([
      '/exam/forms?sitting=2026-12',
      '/results?sitting=2026-12',
      '/certificates?sitting=s&status=CHECKED',
      '/certificates/c',
      '/people/p',
    ]);
    expect(lines[0]).toMatchObject({
      words: '2026 年 12 月考期：4 份试卷已送封存，待确认',
      by: '赵岑',
    });
  });

  it('leaves out what it has no page for', () => {
    expect(waitingLines([{ kind: 'new.act', subject: 's', count: 1 }], sittings)).toEqual([]);
    expect(waitingLines([{ kind: 'exam.seal', subject: 'gone', count: 1 }], sittings)).toEqual([]);
  });

  it('tells two things of one kind apart', () => {
    const erasure = { kind: 'identity.erasure', count: 1 };
    const lines = waitingLines(
      [
        { ...erasure, subject: 'a' },
        { ...erasure, subject: 'b' },
      ],
      sittings,
    );
    expect(new Set(lines.map((line) => line.key)).size).toBe(2);
  });
});

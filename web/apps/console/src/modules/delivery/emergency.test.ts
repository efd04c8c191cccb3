import { describe, expect, it } from 'vitest';
import { type Brought, savedFile, saysLate, whyWaiting } from './emergency';

const file = (change: Partial<Brought>): Brought =>
  ({
    entries: 3,
    taken: 0,
    branched: 0,
    conflicts: 0,
    lastGiven: '2026-12-26T02:50:00Z',
    deadline: '2026-12-26T03:00:00Z',
    ...change,
  }) as Brought;

describe('emergency files', () => {
  it('are told from other files before they are sent', () => {
    expect(savedFile('PK\u0003\u0004')).toBeUndefined();
    expect(savedFile('{"format":"other"}')).toBeUndefined();
    const text = '{"format":"tanshi-emergency-1","sitting":"s","attempt":"a","content":"c"}';
    expect(savedFile(text)?.attempt).toBe('a');
  });

  it('say why they wait', () => {
    expect(whyWaiting(file({}))).toBe('3 条送到时已收卷');
    expect(whyWaiting(file({ branched: 3, conflicts: 1 }))).toBe(
      '3 条与另一台机器的作答并行，其中 1 题两边都改过',
    );
  });

  it('show when the candidate’s own clock is past the deadline', () => {
    expect(saysLate(file({}))).toBe(false);
    expect(saysLate(file({ lastGiven: '2026-12-26T03:00:01Z' }))).toBe(true);
  });
});

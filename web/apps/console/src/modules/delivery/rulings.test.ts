import { describe, expect, it } from 'vitest';
import type { Board, Seat } from './board';
import { momentOf, placesOf, spanOf } from './rulings';

const seat = (room: string, number: number, silentSeconds = 2) =>
  ({
    admissionId: `${room}-${number}`,
    name: '陆嘉树',
    site: '杭州考点',
    room,
    seat: number,
    attempt: { silentSeconds },
  }) as unknown as Seat;
const board = {
  startsAt: '2026-12-26T01:00:00Z',
  now: '2026-12-26T02:00:00Z',
  seats: [seat('201', 1), seat('201', 2), seat('202', 1)],
} as unknown as Board;

describe('a ruling on lost time', () => {
  it('begins with the candidate, the room or the site the incident is at', () => {
    expect(placesOf(board, [seat('202', 1)])[0]?.scope).toBe('CANDIDATE');
    expect(placesOf(board, [seat('202', 1), seat('202', 2)])[0]).toMatchObject({
      scope: 'ROOM',
      room: '202',
    });
    expect(placesOf(board, [seat('201', 1), seat('202', 1)])[0]?.scope).toBe('SITE');
    expect(placesOf(board, []).at(-1)?.scope).toBe('ALL');
  });

  it('takes a time of day for a moment of the day of the exam', () => {
    expect(momentOf(board, '9:05')).toBe('2026-12-26T09:05:00+08:00');
    expect(momentOf(board, ' 10：32:05 ')).toBe('2026-12-26T10:32:05+08:00');
    expect(momentOf(board, '25:00')).toBeUndefined();
    expect(momentOf(board, '十点')).toBeUndefined();
  });

  it('proposes the span from the longest silence on, never before the bell', () => {
    expect(spanOf(board, [seat('201', 1, 1800)])).toEqual({ from: '09:29:55', until: '10:00:00' });
    expect(spanOf(board, [seat('201', 1, 99_999)]).from).toBe('09:00:00');
  });
});

import { describe, expect, it } from 'vitest';
import {
  aged,
  type Attempt,
  type Board,
  countsOf,
  incidentsOf,
  kindOf,
  roomsOf,
  type Seat,
} from './board';

function seat(number: number, room: string, attempt?: Partial<Attempt>): Seat {
  return {
    admissionId: `${room}-${number}`,
    name: `考生${number}`,
    ticketNumber: `26122603${number}`,
    level: 'SENIOR',
    site: '杭州考点',
    room,
    seat: number,
    attempt: attempt && {
      id: `a-${room}-${number}`,
      state: 'OPEN',
      answered: 10,
      total: 45,
      remainingSeconds: 1800,
      silentSeconds: 2,
      unsent: 0,
      away: 0,
      handRaised: false,
      sessions: 1,
      extraMinutes: 0,
      ...attempt,
    },
  };
}

const board = (seats: Seat[]) => ({ seats }) as unknown as Board;

describe('the board', () => {
  it('counts a screen as offline after twelve silent seconds, but not one that has handed in', () => {
    expect(kindOf(seat(1, '201', { silentSeconds: 11 }))).toBe('working');
    expect(kindOf(seat(1, '201', { silentSeconds: 12 }))).toBe('offline');
    expect(kindOf(seat(1, '201', { silentSeconds: 900, state: 'SUBMITTED' }))).toBe('over');
    expect(kindOf(seat(1, '201'))).toBe('missing');
  });

  it('lets silences run on until the board is told anew, but not for long', () => {
    const told = board([seat(1, '201', { silentSeconds: 9 }), seat(2, '201')]);
    expect(aged(told, 2.9).seats.map(kindOf)).toEqual(['working', 'missing']);
    expect(aged(told, 3).seats.map(kindOf)).toEqual(['offline', 'missing']);
    expect(aged(told, 60).seats[0]?.attempt?.silentSeconds).toBe(14);
  });

  it('makes one incident of many drop-outs in one room', () => {
    const seats = [1, 2, 3, 4, 5].map((n) => seat(n, '302', { silentSeconds: 100 + n }));
    const found = incidentsOf(board([...seats, seat(9, '201', { silentSeconds: 372 })]));
    expect(found.map((incident) => incident.seats.length)).toEqual([5, 1]);
    expect(found[0]).toMatchObject({ since: 105, title: '杭州考点 302：5 人同时离线' });
  });

  it('makes one incident of rooms of one site that fail together', () => {
    const failing = ['301', '302'].flatMap((room) =>
      [1, 2, 3, 4].map((n) => seat(n, room, { silentSeconds: 100 })),
    );
    const found = incidentsOf(board([...failing, seat(1, '101', {})]));
    expect(found.map((incident) => incident.title)).toEqual(['杭州考点：8 人同时离线']);
    expect(found[0]?.place).toBe('2 个机房');
  });

  it('puts who waits at another machine before everything else', () => {
    const asks = {
      ...seat(3, '101', { silentSeconds: 200 }),
      request: { id: 'r', sinceSeconds: 4, machine: 'Windows · Edge 140 · 7F3A' },
    };
    const offline = [1, 2, 3, 4].map((n) => seat(n, '302', { silentSeconds: 900 }));
    const [first, second] = incidentsOf(board([...offline, asks]));
    expect(first).toMatchObject({ kind: 'asks', since: 4 });
    expect(first?.text).toContain('Windows · Edge 140 · 7F3A');
    expect(first?.text).toContain('原机失联');
    expect(second?.seats).toHaveLength(4);
  });

  it('puts rooms and seats with trouble first', () => {
    const rooms = roomsOf(
      board([
        seat(1, '101', {}),
        seat(1, '202', {}),
        seat(7, '202', { handRaised: true }),
        seat(2, '303', { silentSeconds: 60 }),
      ]),
    );
    expect(rooms.map((room) => room.name)).toEqual([
      '杭州考点 303',
      '杭州考点 202',
      '杭州考点 101',
    ]);
    expect(rooms[1]?.seats.map((s) => s.seat)).toEqual([7, 1]);
    expect(rooms.map((room) => room.summary)).toEqual(['1 离线', '1 举手', '正常']);
  });

  it('counts', () => {
    const all = board([
      seat(1, '201', { unsent: 3 }),
      seat(2, '201'),
      seat(3, '201', { state: 'PAUSED' }),
      seat(4, '201', { silentSeconds: 60 }),
    ]);
    expect(countsOf(all)).toMatchObject({
      expected: 4,
      offline: 1,
      working: 1,
      paused: 1,
      missing: 1,
      unsent: 3,
    });
  });
});

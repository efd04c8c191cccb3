import { describe, expect, it } from 'vitest';
import { chipOf } from '../chip';
import { Connection } from '../connection';
import { countdown, ExamClock, warningBetween } from './clock';

const MINUTE = 60_000;

describe('the exam clock', () => {
  it('counts from the word of the server with the monotonic clock alone', () => {
    let ticks = 5_000;
    const clock = new ExamClock(() => ticks);
    ticks = 5_400; // 400 ms round trip
    clock.sync('2026-12-26T01:00:00.000Z', 5_000);
    expect(clock.now()).toBe(Date.parse('2026-12-26T01:00:00.200Z'));
    ticks += 30 * MINUTE;
    expect(clock.until('2026-12-26T02:00:00.200Z')).toBe(30 * MINUTE);
    expect(clock.until('2026-12-26T01:00:00Z')).toBe(0);
  });

  it('shows zero only when the time is over', () => {
    expect(countdown(1)).toBe('00:00:01');
    expect(countdown(0)).toBe('00:00:00');
    expect(countdown(2 * 60 * MINUTE)).toBe('02:00:00');
  });

  it('warns when a mark is passed, of the shortest one after a sleep', () => {
    expect(warningBetween(undefined, 29 * MINUTE)).toBeUndefined();
    expect(warningBetween(30 * MINUTE + 100, 30 * MINUTE - 100)).toBe(30);
    expect(warningBetween(29 * MINUTE, 28 * MINUTE)).toBeUndefined();
    expect(warningBetween(40 * MINUTE, 4 * MINUTE)).toBe(5);
    expect(warningBetween(2 * MINUTE, 0)).toBeUndefined();
  });
});

describe('the connection', () => {
  it('is lost ten seconds after the last contact when an answer fails or does not come', () => {
    let ticks = 0;
    const connection = new Connection(() => ticks);
    connection.answered();
    ticks = 11_000; // nothing was asked meanwhile
    expect(connection.lostFor()).toBe(0);
    connection.asked();
    ticks = 14_500;
    expect(connection.lostFor()).toBe(14_500);
    connection.failed();
    connection.answered();
    expect(connection.lostFor()).toBe(0);
  });
});

describe('the save chip', () => {
  const calm = {
    unsent: 0,
    backlog: 0,
    lostFor: 0,
    localFailed: false,
    sealed: false,
    savedAt: '2026-12-26T02:32:05Z',
  };

  it.each([
    [{}, '已保存 10:32:05', 'plain'],
    [{ savedAt: undefined }, '尚无作答', 'plain'],
    [{ unsent: 2 }, '保存中…', 'plain'],
    [{ unsent: 3, lostFor: 72_000 }, '已存本机 · 待上传 3', 'warn'],
    [{ unsent: 4, backlog: 7 }, '正在补传 3/7', 'warn'],
    [{ localFailed: true, unsent: 1 }, '本机无法保存', 'bad'],
    [{ sealed: true, unsent: 2, lostFor: 12_000 }, '已封存，待上传 2', 'warn'],
  ])('%o says %s', (change, text, tone) => {
    expect(chipOf({ ...calm, ...change })).toMatchObject({ text, tone });
  });

  it('runs the time since the last contact', () => {
    expect(chipOf({ ...calm, unsent: 3, lostFor: 72_000 }).since).toBe('01:12');
  });
});

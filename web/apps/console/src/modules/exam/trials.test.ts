import { describe, expect, it } from 'vitest';
import { byUrgency, findings, type SeatTrial, stateOf } from './trials';

function seat(number: number, latest?: Partial<NonNullable<SeatTrial['latest']>>): SeatTrial {
  return {
    admissionId: String(number),
    name: `考生${number}`,
    ticketNumber: '2612260301',
    site: '杭州考点',
    room: '201',
    seat: number,
    latest: latest && {
      id: String(number),
      at: '2026-12-20T09:00:00+08:00',
      machine: 'Windows · Chrome 131 · 7K2Q',
      passed: false,
      outcomes: [],
      ...latest,
    },
  };
}

describe('the list of trials', () => {
  it('is called down from the failed over the missing to the passed', () => {
    const seats = [
      seat(1, { passed: true }),
      seat(2),
      seat(3, { overrideReason: '统一换机' }),
      seat(4, {}),
    ];
    expect(byUrgency(seats).map(stateOf)).toEqual(['FAILED', 'NONE', 'OVERRIDDEN', 'PASSED']);
  });

  it('names what is wrong and what was found, and nothing that is good', () => {
    const failed = seat(1, {
      outcomes: [
        { check: 'STORE', label: '本机存储', state: 'BAD', found: '不能写入' },
        { check: 'CLOCK', label: '本机时钟', state: 'WARNING', found: '快 90 秒' },
        { check: 'SCREEN', label: '屏幕大小', state: 'GOOD', found: '1920×1080' },
      ],
    });
    expect(findings(failed)).toBe('本机存储不通过：不能写入；本机时钟：快 90 秒');
  });
});

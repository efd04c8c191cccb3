import { describe, expect, it } from 'vitest';
import { addDays } from '@tanshi/ui';
import { sittingRuler } from './sitting-ruler';

const sitting = {
  examDate: '2026-12-26',
  days: [],
  milestones: [
    { key: 'REGISTRATION_CLOSES', label: '报名截止', date: '2026-12-19', provisional: false },
    {
      key: 'MOCK_EXAM',
      label: '模考',
      date: '2026-12-23',
      until: '2026-12-24',
      provisional: false,
    },
    { key: 'RESULTS', label: '成绩公布', date: '2027-10-15', provisional: true },
    { key: 'CERTIFICATES', label: '发证', date: '2027-11-26', provisional: true },
    { key: 'PUBLIC_LOOKUP', label: '开放查询', date: '2027-12-05', provisional: true },
  ],
} as unknown as Parameters<typeof sittingRuler>[0];
const CLOSES = 4 * 13;
const EXAM = 2 * 14;

describe("the candidate's ruler", () => {
  it.each([335, 680])(
    'keeps the end of registration clear of today and the exam at %i px',
    (width) => {
      for (let day = -90; day <= 0; day += 1) {
        const today = addDays('2026-12-26', day);
        const ruler = sittingRuler(sitting, today, width);
        for (const { from } of ruler.marks) {
          if (from === null) continue;
          const to = from + CLOSES;
          expect(from, today).toBeGreaterThanOrEqual(0);
          expect(to, today).toBeLessThan(ruler.exam - EXAM / 2);
          const line = ruler.today ?? -1;
          expect(line <= from || line >= to, today).toBe(true);
        }
      }
    },
  );

  it('names the end of registration whenever it is ahead of a candidate', () => {
    for (let day = -90; day <= -7; day += 1) {
      const { marks } = sittingRuler(sitting, addDays('2026-12-26', day), 335);
      expect(marks[0]?.from, String(day)).not.toBeNull();
    }
  });

  it('leaves room between what follows the exam', () => {
    const { tail, exam } = sittingRuler(sitting, '2026-12-10', 335);
    const month = 30; // `12 月` in type of 12 px
    expect((tail[0]?.x ?? 0) - month / 2).toBeGreaterThan(exam + EXAM / 2);
    expect((tail[1]?.x ?? 0) - (tail[0]?.x ?? 0)).toBeGreaterThan(month);
    expect((tail[2]?.x ?? 0) + month / 2).toBeLessThan(335);
  });
});

import { describe, expect, it } from 'vitest';
import { holidaysOf, type SpecialDay } from './holidays';

const day = (date: string, kind: SpecialDay['kind'], name: string): SpecialDay => ({
  date,
  kind,
  name,
});

describe('holidays of a year', () => {
  it('gathers runs with their worked weekends', () => {
    const holidays = holidaysOf([
      day('2025-10-01', 'OFF', '国庆节'),
      day('2025-10-02', 'OFF', '国庆节'),
      day('2025-10-03', 'OFF', '中秋'),
      day('2025-01-01', 'OFF', '元旦'),
      day('2025-09-28', 'WORK', '国庆节'),
      day('2025-10-11', 'WORK', '国庆节'),
    ]);
    expect(holidays).toEqual([
      { name: '元旦', off: '01-01 周三，1 天', work: [] },
      {
        name: '国庆节、中秋',
        off: '10-01 周三 至 10-03 周五，3 天',
        work: ['09-28 周日', '10-11 周六'],
      },
    ]);
  });

  it('keeps a worked day whose holiday has no day off', () => {
    expect(holidaysOf([day('2027-02-14', 'WORK', '春节')])).toEqual([
      { name: '春节', off: '', work: ['02-14 周日'] },
    ]);
  });
});

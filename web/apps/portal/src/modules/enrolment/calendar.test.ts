import { describe, expect, it } from 'vitest';
import { calendar, folded } from './calendar';

describe('the calendar file', () => {
  it('holds instants in UTC and whole days as dates, with marks escaped', () => {
    const text = calendar(
      [
        {
          uid: 'a',
          title: '考试；初级,机考',
          start: '2026-12-26T09:00:00+08:00',
          end: '2026-12-26T11:00:00+08:00',
          place: '杭州考点, 201 机房',
        },
        { uid: 'b', title: '出分', start: '2027-01-19' },
      ],
      '2026-12-10T02:00:00Z',
    );
    expect(text).toContain('DTSTART:20261226T010000Z\r\nDTEND:20261226T030000Z');
    expect(text).toContain('SUMMARY:考试；初级\\,机考');
    expect(text).toContain('LOCATION:杭州考点\\, 201 机房');
    expect(text).toContain('DTSTART;VALUE=DATE:20270119');
    expect(text.endsWith('END:VCALENDAR\r\n')).toBe(true);
  });

  it('folds lines at 75 octets without cutting a character', () => {
    const line = `SUMMARY:${'碳'.repeat(60)}`;
    const lines = folded(line).split('\r\n ');
    expect(lines.join('')).toBe(line);
    for (const part of lines) expect(new TextEncoder().encode(part).length).toBeLessThanOrEqual(75);
  });
});

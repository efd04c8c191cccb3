import { describe, expect, it } from 'vitest';
import { addDays } from '../format';
import { buildScale, layoutRuler, layoutVertical, type RulerInput, type RulerWords } from './ruler';
import { textWidth } from './ruler-labels';

const words: RulerWords = { today: '今天', provisional: '暂定', locale: 'zh-CN' };
const december: RulerInput = {
  days: [
    { date: '2026-12-12', workingDay: false },
    { date: '2027-01-01', workingDay: false },
  ],
  examDate: '2026-12-26',
  today: '2026-12-10',
  milestones: [
    { key: 'REGISTRATION_CLOSES', label: '报名截止', date: '2026-12-19', time: '23:59' },
    { key: 'MOCK', label: '模考', date: '2026-12-23' },
    { key: 'EXAM', label: '考试', date: '2026-12-26', time: '09:00' },
    { key: 'RESULTS', label: '成绩公布', date: '2027-01-18', note: '15 工作日', provisional: true },
    { key: 'CERTIFICATES', label: '发证', date: '2027-03-04', note: '45', provisional: true },
    { key: 'LOOKUP', label: '开放查询', date: '2027-03-11', note: '50', provisional: true },
  ],
};

describe('buildScale', () => {
  const scale = buildScale(december);

  it('measures calendar days before the exam and working days after it', () => {
    expect(scale.start).toBe('2026-12-03');
    expect(scale.dayCount).toBe(23);
    const step = scale.position('2026-12-11') - scale.position('2026-12-10');
    expect(scale.position('2026-12-20') - scale.position('2026-12-19')).toBeCloseTo(step, 10);
    // Saturday and Sunday after the exam take no room; New Year's Day is a day off by the calendar.
    expect(scale.position('2027-01-03')).toBeCloseTo(scale.position('2026-12-31'), 10);
    expect(scale.position('2027-01-04')).toBeGreaterThan(scale.position('2027-01-03'));
  });

  it('marks days off before the exam, and keeps every tick inside', () => {
    const off = scale.ticks.filter((tick) => tick.kind === 'off');
    expect(off).toHaveLength(7); // 5, 6, 12, 13, 19, 20 and 26 December
    expect(scale.ticks.every((tick) => tick.at >= 0 && tick.at <= 1)).toBe(true);
  });

  it('is a plain calendar when nothing follows the exam', () => {
    const plain = buildScale({ ...december, milestones: december.milestones.slice(0, 3) });
    expect(plain.before).toBe(1);
    expect(plain.workCount).toBe(0);
    expect(plain.position('2026-12-26')).toBe(1);
  });

  it('does not shrink to nothing when the exam is a year away', () => {
    const far = buildScale({ ...december, today: '2026-01-10' });
    expect(far.dayCount).toBe(120);
    expect(far.contains('2026-01-10')).toBe(false);
  });
});

describe('layoutRuler', () => {
  function overlaps(input: RulerInput, width: number): string[] {
    const placed = layoutRuler(input, buildScale(input), width, words);
    const found: string[] = [];
    const box = (x: number, text: string, anchor: string): [number, number] => {
      const size = textWidth(text, 12);
      if (anchor === 'middle') return [x - size / 2, x + size / 2];
      return anchor === 'start' ? [x + 3, x + 3 + size] : [x - 3 - size, x - 3];
    };
    for (const row of ['label', 'date'] as const) {
      for (const a of placed) {
        const [left, right] = box(a.x, a[row], a.anchor);
        if (left < -1 || right > width + 1) found.push(`${a.key} leaves the drawing`);
        for (const b of placed) {
          if (a === b || a.level !== b.level || b.x < a.x || (b.x === a.x && a.key > b.key))
            continue;
          if (right > box(b.x, b[row], b.anchor)[0]) found.push(`${row} ${a.key}/${b.key}`);
        }
        for (const b of placed) {
          if (b.level > a.level && left + 1 < b.x && b.x < right - 1)
            found.push(`the line of ${b.key} through the ${row} of ${a.key}`);
        }
      }
    }
    return found;
  }

  it.each([1392, 1200, 960, 760])('keeps all labels apart at %i px', (width) => {
    expect(overlaps(december, width)).toEqual([]);
  });

  it('survives today falling anywhere in the period', () => {
    for (let day = 0; day < 100; day += 7) {
      const today = addDays('2026-12-04', day);
      expect(overlaps({ ...december, today }, 1200), today).toEqual([]);
    }
  }, 30_000);

  /** Milestones at their shortest distances, and today on each of them and on the days beside. */
  it.each([640, 704, 1392])(
    'lets nothing lie over anything among near dates at %i px',
    (width) => {
      const near: RulerInput = {
        ...december,
        milestones: [
          ...december.milestones.slice(0, 3),
          { key: 'RESULTS', label: '成绩公布', date: '2027-01-15', note: '15 工作日' },
          { key: 'CERTIFICATES', label: '发证', date: '2027-02-26', note: '45', provisional: true },
          { key: 'LOOKUP', label: '开放查询', date: '2027-03-01', note: '50', provisional: true },
        ],
      };
      for (const { date } of near.milestones) {
        for (const days of [-1, 0, 1]) {
          const today = addDays(date, days);
          expect(overlaps({ ...near, today }, width), today).toEqual([]);
        }
      }
    },
    30_000,
  );

  it('names the exam and today', () => {
    const placed = layoutRuler(december, buildScale(december), 1200, words);
    expect(placed.find((mark) => mark.tone === 'exam')?.date).toBe('12-26 周六 09:00');
    expect(placed.find((mark) => mark.tone === 'today')?.date).toBe('12-10 周四');
    expect(placed.find((mark) => mark.key === 'LOOKUP')?.date).toContain('暂定');
  });
});

describe('layoutVertical', () => {
  it('begins the dates behind the longest label, in whatever language it is', () => {
    const english = december.milestones.map((item) => ({ ...item, label: 'Registration closes' }));
    const { dateX } = layoutVertical(
      { ...december, milestones: english },
      buildScale(december),
      words,
    );
    expect(dateX).toBeGreaterThanOrEqual(34 + textWidth('Registration closes', 14));
    expect(layoutVertical(december, buildScale(december), words).dateX).toBe(120);
  });

  it('keeps order and distance of the rows and starts today', () => {
    const { rows, ticks, height } = layoutVertical(december, buildScale(december), words);
    expect(rows.map((row) => row.key)).toEqual([
      'today',
      'REGISTRATION_CLOSES',
      'MOCK',
      'EXAM',
      'RESULTS',
      'CERTIFICATES',
      'LOOKUP',
    ]);
    rows.forEach((row, i) => {
      const previous = rows[i - 1];
      if (previous) expect(row.y - previous.y).toBeGreaterThanOrEqual(24.9);
    });
    expect(rows[1]?.y).toBeCloseTo(9 * 8.2, 5);
    expect(ticks[0]?.y).toBeCloseTo(0, 5);
    expect(height).toBeGreaterThan(200);
  });
});

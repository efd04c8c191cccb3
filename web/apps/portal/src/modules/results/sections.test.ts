import { describe, expect, it } from 'vitest';
import { distance, sectionsOf } from './sections';

const scores = { singleChoice: 24, multipleChoice: 14, extendedText: 30.5 };
const composition = [
  { kind: 'SINGLE_CHOICE', label: '单选题', count: 30, points: 1 },
  { kind: 'MULTIPLE_CHOICE', label: '多选题', count: 10, points: 2 },
  { kind: 'EXTENDED_TEXT', label: '简答题', count: 5, points: 10 },
];

describe('sections', () => {
  it('lie end to end on the scale of the paper', () => {
    const parts = sectionsOf(scores, composition);
    expect(parts.map((p) => [p.from, p.full, p.score])).toEqual([
      [0, 30, 24],
      [30, 20, 14],
      [50, 50, 30.5],
    ]);
  });

  it('are left out when the composition is not known', () => {
    expect(sectionsOf(scores, composition.slice(0, 2))).toEqual([]);
  });
});

describe('the distance from the pass mark', () => {
  it('is said in words', () => {
    expect(distance(68.5, 60)).toBe('高出合格线 8.5 分');
    expect(distance(60, 60)).toBe('正好达到合格线');
    expect(distance(59.5, 60)).toBe('距合格线 0.5 分');
  });
});

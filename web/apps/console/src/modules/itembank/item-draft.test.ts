import { describe, expect, it } from 'vitest';
import {
  contentOf,
  differences,
  draftOf,
  emptyDraft,
  previewOf,
  sameContent,
  sumOfPoints,
  type Content,
} from './item-draft';
import { hasScripts, textOfHtml } from './symbols';

const CHOICE: Content = {
  point: 'T1.1',
  difficulty: 2,
  stem: '题干',
  options: [
    { id: 'A', text: '甲' },
    { id: 'B', text: '乙' },
  ],
  key: ['B'],
  rationale: '解析',
  markingPoints: [],
  modelAnswer: '',
  source: { document: '文件', clause: '第一条', edition: '2024' },
};

describe('an item in the form', () => {
  it('goes through the form unchanged', () => {
    expect(contentOf(draftOf(CHOICE))).toEqual(CHOICE);
  });

  it('keeps the key with its option when options change places', () => {
    const draft = draftOf(CHOICE);
    draft.options.reverse();
    expect(contentOf(draft).key).toEqual(['A']);
    expect(contentOf(draft).options?.[0]).toEqual({ id: 'A', text: '乙' });
  });

  it('adds up half points and ignores what is no figure', () => {
    const draft = emptyDraft('EXTENDED_TEXT');
    draft.scheme.forEach((point, index) => (point.points = ['2.5', '七', '3'][index] ?? ''));
    expect(sumOfPoints(draft)).toBe(5.5);
  });

  it('shows the candidate no key, rationale or source', () => {
    expect(Object.keys(previewOf('SINGLE_CHOICE', draftOf(CHOICE))).sort()).toEqual([
      'id',
      'options',
      'points',
      'stem',
      'type',
    ]);
  });

  it('tells two versions apart part by part', () => {
    const theirs = draftOf({ ...CHOICE, stem: '另一题干', key: ['A'] });
    const mine = draftOf({ ...CHOICE, rationale: '我的解析' });
    expect(differences(mine, theirs).map((part) => part.key)).toEqual([
      'stem',
      'options',
      'rationale',
    ]);
    expect(sameContent(mine, draftOf({ ...CHOICE, rationale: '我的解析' }))).toBe(true);
  });
});

describe('a paste from Word', () => {
  it('keeps subscripts and superscripts as signs', () => {
    expect(textOfHtml('<p>CO<sub>2</sub> 与 10<sup>3</sup> t</p>')).toBe('CO₂ 与 10³ t');
    expect(hasScripts('<p>CO<sub>2</sub></p>')).toBe(true);
    expect(hasScripts('<p>a &lt;sub</p>')).toBe(false);
  });
});

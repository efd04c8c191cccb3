import { describe, expect, it } from 'vitest';
import { paragraphs, pointsSeen } from './answerText';
import { cycle, extreme, fits, nothing, step, toggle, total } from './given';
import { actOf, focusOf, type KeyPress } from './keys';
import { markedAt, minutesAtWork, secondsEach, startPace } from './pace';

const worth = [2, 2, 2, 2, 1, 1];
const press = (over: Partial<KeyPress>): KeyPress => ({
  key: '',
  code: '',
  shiftKey: false,
  ctrlKey: false,
  altKey: false,
  metaKey: false,
  repeat: false,
  isComposing: false,
  focus: 'page',
  ...over,
});

describe('giving points', () => {
  it('gives a whole point and takes it back', () => {
    const once = toggle(nothing(worth), worth, 0);
    expect(once).toEqual([2, 0, 0, 0, 0, 0]);
    expect(toggle(once, worth, 0)).toEqual(nothing(worth));
  });

  it('takes back half a point with one toggle as well', () => {
    expect(toggle([0.5, 0, 0, 0, 0, 0], worth, 0)[0]).toBe(0);
  });

  it('steps by halves between nothing and the whole', () => {
    expect(step(nothing(worth), worth, 4, 0.5)[4]).toBe(0.5);
    expect(step([0, 0, 0, 0, 1, 0], worth, 4, 0.5)[4]).toBe(1);
    expect(step(nothing(worth), worth, 4, -0.5)[4]).toBe(0);
  });

  it('goes round by halves with one key', () => {
    let given = nothing([1]);
    const seen = [0, 1, 2].map(() => (given = cycle(given, [1], 0))[0]);
    expect(seen).toEqual([0.5, 1, 0]);
  });

  it('asks once more about nothing and about everything', () => {
    expect(extreme(nothing(worth), 10)).toBe('zero');
    expect(extreme(worth, 10)).toBe('full');
    expect(extreme([2, 0, 0, 0, 0, 0.5], 10)).toBeUndefined();
    expect(total([2, 0.5, 1.5])).toBe(4);
  });

  it('takes up a draft only if it fits the scheme', () => {
    expect(fits([1, 0.5], [1, 1])).toBe(true);
    expect(fits([1], [1, 1])).toBe(false);
    expect(fits([3, 0], [1, 1])).toBe(false);
    expect(fits('1/1', [1, 1])).toBe(false);
  });
});

describe('keys', () => {
  it('map digits to points, by their place on the keyboard', () => {
    expect(actOf(press({ key: '3', code: 'Digit3' }), 6)).toEqual({ kind: 'toggle', point: 2 });
    expect(actOf(press({ key: '3', code: 'Numpad3' }), 6)).toEqual({ kind: 'toggle', point: 2 });
    expect(actOf(press({ key: '#', code: 'Digit3', shiftKey: true }), 6)).toEqual({
      kind: 'half',
      point: 2,
    });
    expect(actOf(press({ key: '7', code: 'Digit7' }), 6)).toBeUndefined();
  });

  it('clear, submit, open the scheme, withdraw', () => {
    expect(actOf(press({ key: '0', code: 'Digit0' }), 6)).toEqual({ kind: 'clear' });
    expect(actOf(press({ key: 'Enter', code: 'Enter' }), 6)).toEqual({ kind: 'submit' });
    expect(actOf(press({ key: 'f', code: 'KeyF' }), 6)).toEqual({ kind: 'scheme' });
    expect(actOf(press({ key: 'Escape', code: 'Escape' }), 6)).toEqual({ kind: 'withdraw' });
  });

  it('mean nothing while typing, composing, holding down or with a modifier', () => {
    const one = { key: '1', code: 'Digit1' };
    expect(actOf(press({ ...one, focus: 'text' }), 6)).toBeUndefined();
    expect(actOf(press({ ...one, isComposing: true }), 6)).toBeUndefined();
    expect(actOf(press({ ...one, ctrlKey: true }), 6)).toBeUndefined();
    expect(actOf(press({ ...one, repeat: true }), 6)).toBeUndefined();
    expect(actOf(press({ key: 'Enter', focus: 'button' }), 6)).toBeUndefined();
  });

  it('know a field from a check box and a button', () => {
    const at = (html: string) => {
      document.body.innerHTML = html;
      return focusOf(document.body.firstElementChild);
    };
    expect(at('<textarea></textarea>')).toBe('text');
    expect(at('<input type="text">')).toBe('text');
    expect(at('<input type="checkbox">')).toBe('page');
    expect(at('<button>a</button>')).toBe('button');
    expect(at('<div></div>')).toBe('page');
  });
});

describe('the answer as pieces', () => {
  const keywords = [['元素碳'], ['元素碳含量', '44/12'], []];

  it('hangs the number and keeps every letter', () => {
    const [first, second] = paragraphs('(1) 用元素碳含量乘以44/12\n\n第二段 <b>', keywords);
    expect(first?.number).toBe('(1)');
    expect(first?.pieces.map((p) => p.text).join('')).toBe('用元素碳含量乘以44/12');
    expect(second?.number).toBe('');
    expect(second?.pieces).toEqual([{ text: '第二段 <b>', points: [], first: [] }]);
  });

  it('prefers the longer keyword and numbers a point once', () => {
    const parts = paragraphs('元素碳含量与元素碳，再乘44/12', keywords);
    const hits = parts[0]?.pieces.filter((p) => p.points.length > 0);
    expect(hits?.map((p) => [p.text, p.first])).toEqual([
      ['元素碳含量', [1]],
      ['元素碳', [0]],
      ['44/12', []],
    ]);
    expect([...pointsSeen(parts)].sort()).toEqual([0, 1]);
  });

  it('does not take a decimal figure for a number in the margin', () => {
    expect(paragraphs('1.5 吨', [])[0]?.number).toBe('');
    expect(paragraphs('1. 吨', [])[0]?.number).toBe('1.');
  });
});

describe('the pace', () => {
  it('counts minutes without a rest and starts again after a pause', () => {
    const minute = 60_000;
    let pace = startPace(0);
    for (const at of [2, 4, 6]) pace = markedAt(pace, at * minute);
    expect(minutesAtWork(pace, 7 * minute)).toBe(7);
    expect(secondsEach(pace)).toBe(120);
    expect(minutesAtWork(pace, 30 * minute)).toBe(0);
    expect(markedAt(pace, 30 * minute).marked).toBe(1);
  });
});

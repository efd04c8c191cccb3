import { describe, expect, it } from 'vitest';
import { evaluate, figure } from './calculator';

describe('the calculator', () => {
  it.each([
    ['1+2×3', 7],
    ['(1+2)×3', 9],
    ['2^3^2', 512],
    ['−2^2', -4],
    ['2^−1', 0.5],
    ['√9+1', 4],
    ['√(16)×2', 8],
    ['50%×80', 40],
    ['81640×0.6207×0.99×44÷12', 183946.4312],
    ['Ans÷2', 21],
    ['.5+.5', 1],
    ['8−3−2', 3],
  ])('%s', (expression, value) => {
    expect(Number(figure(evaluate(expression, 42)!))).toBeCloseTo(value, 3);
  });

  it.each(['', '1+', '(1', '1)', '1 2', '×3', '1÷0', '√−1', 'abc', '1..2'])(
    '%s is no sum',
    (expression) => {
      expect(evaluate(expression)).toBeUndefined();
    },
  );

  it('shows no noise of binary fractions', () => {
    expect(figure(0.1 + 0.2)).toBe('0.3');
  });
});

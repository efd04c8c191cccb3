import { describe, expect, it } from 'vitest';
import { clockOf, inputOf, screenOf, tripOf } from './checks';

describe('the checks of a machine', () => {
  it('never fails a machine for its clock: the exam runs by the server', () => {
    expect(clockOf(0)).toMatchObject({ state: 'GOOD', found: '与服务器一致' });
    expect(clockOf(-60)).toMatchObject({ state: 'GOOD', found: '慢 60 秒' });
    expect(clockOf(86_400)).toMatchObject({ state: 'WARNING', found: '快 86400 秒' });
  });

  it('takes the slow line that the exam is made for, and warns', () => {
    expect(tripOf(800).state).toBe('GOOD');
    expect(tripOf(801).state).toBe('WARNING');
    expect(tripOf(3_001).state).toBe('BAD');
  });

  it('asks for the smallest screen the exam is drawn for', () => {
    expect(screenOf(1280, 720).state).toBe('GOOD');
    expect(screenOf(1279, 1024).state).toBe('BAD');
  });

  it('believes in an input method only when one composed', () => {
    expect(inputOf(true, '碳')?.state).toBe('GOOD');
    expect(inputOf(false, '碳')).toBeUndefined();
    expect(inputOf(true, 'tan')).toBeUndefined();
  });
});

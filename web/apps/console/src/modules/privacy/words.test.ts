import { describe, expect, it } from 'vitest';
import { isOpen, rotationWord, term } from './words';

const keys = { running: false, dataKeys: 3, oldVersions: 0, kinds: [] };

describe('the rotation of keys', () => {
  it('is said in the order in which it goes', () => {
    expect(rotationWord(keys)).toBe('还没有更换过');
    const started = { ...keys, startedAt: '2026-12-10T00:00:00Z' };
    expect(rotationWord({ ...started, running: true })).toBe('正在重新加密');
    expect(rotationWord(started)).toContain('中断');
    const renewed = { ...started, renewedAt: '2026-12-10T00:01:00Z' };
    expect(rotationWord(renewed)).toContain('旧密钥在下次启动');
    expect(isOpen(renewed)).toBe(true);
    expect(isOpen({ ...renewed, droppedAt: '2026-12-11T00:00:00Z' })).toBe(false);
  });
});

describe('a term', () => {
  it('is counted in years where it can be', () => {
    expect([6, 12, 36].map(term)).toEqual(['6 个月', '1 年', '3 年']);
  });
});

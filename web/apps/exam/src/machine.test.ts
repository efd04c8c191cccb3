import { afterEach, describe, expect, it, vi } from 'vitest';
import { machineLabel, machineSecret } from './machine';

function storage(): Pick<Storage, 'getItem' | 'setItem'> {
  const values = new Map<string, string>();
  return {
    getItem: (key) => values.get(key) ?? null,
    setItem: (key, value) => void values.set(key, value),
  };
}

const AGENT =
  'Mozilla/5.0 (Windows NT 10.0; Win64; x64) Chrome/140.0.0.0 Safari/537.36 Edg/140.0.0.0';

describe('the machine an exam is sat at', () => {
  afterEach(() => vi.unstubAllGlobals());

  it('is the same after a reload, and another one in another browser', () => {
    vi.stubGlobal('localStorage', storage());
    const first = machineSecret();
    expect(machineSecret()).toBe(first);
    vi.stubGlobal('localStorage', storage());
    expect(machineSecret()).not.toBe(first);
  });

  it('is named by system, browser and a mark of its own, never by its secret', () => {
    vi.stubGlobal('localStorage', storage());
    vi.stubGlobal('navigator', { userAgent: AGENT });
    expect(machineLabel()).toMatch(/^Windows · Edge 140 · [0-9A-F]{4}$/);
    expect(machineLabel()).toBe(machineLabel());
    expect(machineLabel()).not.toContain(machineSecret());
  });

  it('lasts as long as the page where the browser keeps nothing', () => {
    const refuse = () => {
      throw new Error('denied');
    };
    vi.stubGlobal('localStorage', { getItem: refuse, setItem: refuse });
    vi.stubGlobal('navigator', { userAgent: AGENT });
    expect(machineSecret()).toBe(machineSecret());
    expect(machineLabel()).toBe(machineLabel());
  });
});

import { describe, expect, it } from 'vitest';
import { makeRechecks } from './rechecks';

function later<T>() {
  let answer: (value: T) => void = () => undefined;
  const promise = new Promise<T>((resolve) => (answer = resolve));
  return { promise, answer };
}

describe('rows that are being checked again', () => {
  it('count until the batch is loaded anew', async () => {
    const check = later<string>();
    const loaded = later<undefined>();
    const rechecks = makeRechecks(() => loaded.promise);
    const done = rechecks.track(() => check.promise);
    expect(rechecks.running.value).toBe(1);
    check.answer('可提交');
    await check.promise;
    await Promise.resolve();
    expect(rechecks.running.value).toBe(1);
    loaded.answer(undefined);
    expect(await done).toBe('可提交');
    expect(rechecks.running.value).toBe(0);
  });

  it('are over when one fails, and the batch is loaded all the same', async () => {
    let loads = 0;
    const rechecks = makeRechecks(async () => (loads += 1));
    await expect(rechecks.track(() => Promise.reject(new Error('网络')))).rejects.toThrow('网络');
    expect([loads, rechecks.running.value]).toEqual([1, 0]);
  });

  it('find the reader where they began, whatever the batch is like by then', async () => {
    const told: string[] = [];
    const rechecks = makeRechecks(
      async () => told.push('loaded'),
      () => told.push('stays'),
    );
    await rechecks.track(async () => told.push('checked'));
    expect(told).toEqual(['stays', 'checked', 'loaded']);
  });

  it('are told apart from each other', async () => {
    const rechecks = makeRechecks(async () => undefined);
    const slow = later<number>();
    const first = rechecks.track(() => slow.promise);
    await rechecks.track(async () => 2);
    expect(rechecks.running.value).toBe(1);
    slow.answer(1);
    await first;
    expect(rechecks.running.value).toBe(0);
  });
});

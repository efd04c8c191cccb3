import { ProblemError } from '@tanshi/api-client';
import { describe, expect, it, vi } from 'vitest';
import { useAct } from './act';

const refusal = new ProblemError({ type: 'about:blank', title: '没有权限', status: 403 });

/** An act that lasts until the test says how it ended. */
function pending() {
  let done = () => {};
  let refuse: (reason: unknown) => void = () => {};
  const act = vi.fn(
    () =>
      new Promise<void>((resolve, reject) => {
        done = resolve;
        refuse = reject;
      }),
  );
  return { act, done: () => done(), refuse: (reason: unknown) => refuse(reason) };
}

describe('an act', () => {
  it('is busy until it is done, and says that it was', async () => {
    const { busy, problem, run } = useAct();
    const slow = pending();
    const answer = run(slow.act);
    expect(busy.value).toBe(true);
    slow.done();
    expect(await answer).toBe(true);
    expect(busy.value).toBe(false);
    expect(problem.value).toBeNull();
  });

  it('keeps the refusal and is ready for the next press', async () => {
    const { busy, problem, run } = useAct();
    expect(await run(() => Promise.reject(refusal))).toBe(false);
    expect(problem.value).toBe(refusal);
    expect(busy.value).toBe(false);
  });

  it('makes a problem of whatever else went wrong', async () => {
    const { problem, run } = useAct();
    await run(() => Promise.reject(new TypeError('Failed to fetch')));
    expect(problem.value?.title).toBe('连不上服务器');
  });

  it('ignores a second press while the first runs', async () => {
    const { busy, run } = useAct();
    const slow = pending();
    const second = vi.fn(() => Promise.resolve());
    const answer = run(slow.act);
    expect(await run(second)).toBe(false);
    expect(second).not.toHaveBeenCalled();
    expect(busy.value).toBe(true);
    slow.done();
    expect(await answer).toBe(true);
    expect(await run(second)).toBe(true);
  });

  it('forgets the last refusal as soon as the next act begins', async () => {
    const { problem, run } = useAct();
    await run(() => Promise.reject(refusal));
    const slow = pending();
    const answer = run(slow.act);
    expect(problem.value).toBeNull();
    slow.refuse(refusal);
    expect(await answer).toBe(false);
    expect(problem.value).toBe(refusal);
  });
});

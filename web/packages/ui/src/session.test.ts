import { flushPromises } from '@vue/test-utils';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { effectScope, type EffectScope } from 'vue';
import { useFreshSession, useSession } from './session';

const get = vi.hoisted(() => vi.fn());
vi.mock('@tanshi/api-client', async (original) => ({
  ...(await original<object>()),
  api: { GET: get },
  dataOf: async (answer: Promise<{ data: unknown }>) => (await answer).data,
}));

const answer = (businessDate: string, over: object = {}) =>
  get.mockResolvedValueOnce({
    data: {
      signedIn: true,
      name: '赵岑',
      roles: ['ADMINISTRATOR'],
      demo: true,
      now: `${businessDate}T09:00:00+08:00`,
      businessDate,
      ...over,
    },
  });

describe('a window one comes back to', () => {
  const { session, reload } = useSession();
  let page: EffectScope;

  beforeEach(async () => {
    vi.useFakeTimers();
    page = effectScope();
    page.run(useFreshSession);
    answer('2026-12-10');
    await reload();
  });
  afterEach(() => {
    page.stop();
    vi.useRealTimers();
    get.mockReset();
  });

  async function comeBack(after: number) {
    await vi.advanceTimersByTimeAsync(after);
    window.dispatchEvent(new Event('focus'));
    document.dispatchEvent(new Event('visibilitychange'));
    await flushPromises();
  }

  it('shows the date that was set in another one, asking once', async () => {
    answer('2026-12-26');
    await comeBack(10_000);
    expect(session.value?.businessDate).toBe('2026-12-26');
    expect(get).toHaveBeenCalledTimes(2);
  });

  it('does not ask again within ten seconds', async () => {
    await comeBack(9_999);
    expect(get).toHaveBeenCalledTimes(1);
  });

  it('keeps what it shows when the server does not answer', async () => {
    get.mockRejectedValueOnce(new Error('offline'));
    await comeBack(10_000);
    expect(session.value?.businessDate).toBe('2026-12-10');
  });

  it('takes the date, but leaves its account signed in until the next act', async () => {
    answer('2026-12-26', { signedIn: false, name: null, roles: [] });
    await comeBack(10_000);
    expect(session.value).toMatchObject({
      signedIn: true,
      name: '赵岑',
      businessDate: '2026-12-26',
    });
  });

  it('asks nothing once the page is gone', async () => {
    page.stop();
    await comeBack(60_000);
    expect(get).toHaveBeenCalledTimes(1);
  });
});

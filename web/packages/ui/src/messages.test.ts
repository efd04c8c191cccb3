import { flushPromises, mount } from '@vue/test-utils';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import MessageBell from './components/MessageBell.vue';

const get = vi.hoisted(() => vi.fn());
vi.mock('@tanshi/api-client', async (original) => ({
  ...(await original<object>()),
  api: { GET: get },
  dataOf: async (answer: Promise<{ data: unknown }>) => (await answer).data,
}));

const mountBell = () =>
  mount(MessageBell, {
    props: { to: '/messages' },
    global: { stubs: { RouterLink: { props: ['to'], template: '<a :href="to"><slot /></a>' } } },
  });

describe('the bell', () => {
  beforeEach(() => vi.useFakeTimers());
  afterEach(() => {
    vi.useRealTimers();
    vi.restoreAllMocks();
    get.mockReset();
  });

  it('says how many are unread, and keeps the number when the server does not answer', async () => {
    get.mockResolvedValueOnce({ data: { count: 120 } });
    const bell = mountBell();
    await flushPromises();
    expect(bell.attributes('aria-label')).toBe('消息，120 条未读');
    expect(bell.text()).toBe('99+');
    get.mockRejectedValueOnce(new Error('offline'));
    await vi.advanceTimersByTimeAsync(30_000);
    expect(bell.text()).toBe('99+');
    bell.unmount();
  });

  it('asks every 30 seconds, but not while nobody can see the page, and never after it is gone', async () => {
    get.mockResolvedValue({ data: { count: 0 } });
    const bell = mountBell();
    await vi.advanceTimersByTimeAsync(60_000);
    expect(get).toHaveBeenCalledTimes(3);
    vi.spyOn(document, 'visibilityState', 'get').mockReturnValue('hidden');
    await vi.advanceTimersByTimeAsync(120_000);
    expect(get).toHaveBeenCalledTimes(3);
    bell.unmount();
    vi.restoreAllMocks();
    await vi.advanceTimersByTimeAsync(120_000);
    expect(get).toHaveBeenCalledTimes(3);
  });
});

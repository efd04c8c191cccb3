import { afterEach, describe, expect, it, vi } from 'vitest';
import { ProblemError, UNAUTHENTICATED, api, readCookie } from './index';

function answer(status: number, body: unknown, headers: Record<string, string> = {}) {
  return vi.spyOn(globalThis, 'fetch').mockResolvedValue(
    new Response(body === undefined ? null : JSON.stringify(body), {
      status,
      headers: { 'Content-Type': 'application/json', ...headers },
    }),
  );
}

afterEach(() => vi.restoreAllMocks());

describe('api', () => {
  it('sends the XSRF cookie back as a header when something changes', async () => {
    document.cookie = 'XSRF-TOKEN=abc%2F1';
    const fetch = answer(200, { signedIn: true });
    await api.POST('/api/session', { body: { username: 'a', password: 'b' } });
    const request = fetch.mock.calls[0]?.[0] as Request;
    expect(request.headers.get('X-XSRF-TOKEN')).toBe('abc/1');
    expect(request.credentials).toBe('same-origin');
  });

  it('throws the problem document with its fields and number', async () => {
    answer(400, {
      type: 'about:blank',
      title: '提交的内容不符合要求',
      errors: [{ field: 'username', message: '必填' }, { nonsense: true }],
      requestId: 'R-1',
    });
    const caught = await api.GET('/api/session').catch((error: unknown) => error);
    expect(caught).toBeInstanceOf(ProblemError);
    const problem = caught as ProblemError;
    expect(problem.status).toBe(400);
    expect(problem.errors).toHaveLength(1);
    expect(problem.fieldMessage('username')).toBe('必填');
    expect(problem.requestId).toBe('R-1');
  });

  it('announces a lost session, but not a wrong password', async () => {
    const heard = vi.fn();
    window.addEventListener(UNAUTHENTICATED, heard);
    answer(401, { title: '请先登录' });
    await api.GET('/api/session').catch(() => undefined);
    expect(heard).toHaveBeenCalledTimes(1);
    await api
      .POST('/api/session', { body: { username: 'a', password: 'b' } })
      .catch(() => undefined);
    expect(heard).toHaveBeenCalledTimes(1);
    window.removeEventListener(UNAUTHENTICATED, heard);
  });

  it('turns a failed connection into a problem', async () => {
    vi.spyOn(globalThis, 'fetch').mockRejectedValue(new TypeError('fetch failed'));
    const caught = await api.GET('/api/session').catch((error: unknown) => error);
    expect((caught as ProblemError).status).toBe(0);
  });
});

describe('readCookie', () => {
  it('finds one name exactly', () => {
    expect(readCookie('b', 'ab=1; b=2=3')).toBe('2=3');
    expect(readCookie('c', 'ab=1; b=2')).toBeUndefined();
  });
});

import createClient, { type Middleware } from 'openapi-fetch';
import type { PendingPaths } from './pending';
import { networkProblem, readProblem } from './problem';
import type { components, paths } from './schema';

export { ProblemError, networkProblem, readProblem } from './problem';
export type { FieldProblem, ProblemDetails } from './problem';
export type { ClauseView, CompositionView, LevelView, ProgrammeView, SittingView } from './pending';
export type { components, operations, paths } from './schema';
export type Schemas = components['schemas'];

/** Dispatched on window when the server answers 401 to anything but the login itself. */
export const UNAUTHENTICATED = 'tanshi:unauthenticated';

const READS = new Set(['GET', 'HEAD', 'OPTIONS']);

export function readCookie(name: string, source = document.cookie): string | undefined {
  for (const part of source.split('; ')) {
    const at = part.indexOf('=');
    if (at > 0 && part.slice(0, at) === name) return decodeURIComponent(part.slice(at + 1));
  }
  return undefined;
}

/** Adds Spring Security's XSRF token to a request that changes something. */
export function csrfHeaders(): Record<string, string> {
  const token = readCookie('XSRF-TOKEN');
  return token ? { 'X-XSRF-TOKEN': token } : {};
}

const guard: Middleware = {
  onRequest({ request }) {
    if (READS.has(request.method)) return undefined;
    for (const [name, value] of Object.entries(csrfHeaders())) request.headers.set(name, value);
    return request;
  },
  async onResponse({ request, response }) {
    if (response.ok) return undefined;
    const problem = await readProblem(response);
    const isLogin = request.method === 'POST' && new URL(request.url).pathname === '/api/session';
    if (response.status === 401 && !isLogin) {
      window.dispatchEvent(new CustomEvent(UNAUTHENTICATED, { detail: problem }));
    }
    throw problem;
  },
  onError({ error }) {
    // An aborted request is the caller's own act, not a failure of the network.
    if (error instanceof DOMException && error.name === 'AbortError') return error;
    return networkProblem();
  },
};

/**
 * Typed access to the server: `const { data } = await api.GET('/api/session')`.
 * Every failure is thrown as a ProblemError, so callers never look at `error`.
 */
export const api = createClient<paths & Omit<PendingPaths, keyof paths>>({
  baseUrl: globalThis.location?.origin ?? '',
  credentials: 'same-origin',
  headers: { Accept: 'application/json, application/problem+json' },
  // Looked up per call, so that tests and offline shells can replace it.
  fetch: (request) => globalThis.fetch(request),
});
api.use(guard);

/** The body of a call that always has one: `const session = await dataOf(api.GET('/api/session'))`. */
export async function dataOf<T>(call: Promise<{ data?: T }>): Promise<NonNullable<T>> {
  const { data } = await call;
  if (data === undefined || data === null) throw networkProblem();
  return data;
}

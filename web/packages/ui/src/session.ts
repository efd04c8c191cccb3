import { computed, onScopeDispose, readonly, ref, shallowRef } from 'vue';
import { api, dataOf, type ProblemError, type Schemas, UNAUTHENTICATED } from '@tanshi/api-client';
import { isoDate } from './format';

/** The session with every fact in place, whatever the server left out. */
export interface SessionView {
  signedIn: boolean;
  name?: string;
  roles: string[];
  institutionName?: string;
  demo: boolean;
  now: string;
  businessDate: string;
}

export type Role =
  | 'ADMINISTRATOR'
  | 'INSTITUTION_MANAGER'
  | 'INSTITUTION_STAFF'
  | 'REVIEWER'
  | 'AUTHOR'
  | 'INVIGILATOR'
  | 'MARKER'
  | 'MARKING_LEADER'
  | 'CANDIDATE'
  | 'AUDITOR';

/** In the order in which a person with several roles is addressed. */
export const ROLE_NAMES: Record<Role, string> = {
  ADMINISTRATOR: '项目管理员',
  MARKING_LEADER: '阅卷组长',
  REVIEWER: '审核员',
  INSTITUTION_MANAGER: '机构负责人',
  INSTITUTION_STAFF: '机构经办人',
  AUTHOR: '命题员',
  INVIGILATOR: '监考员',
  MARKER: '阅卷员',
  AUDITOR: '审计员',
  CANDIDATE: '考生',
};

const AREAS: Record<Role, string> = {
  ADMINISTRATOR: '管理端',
  MARKING_LEADER: '阅卷端',
  REVIEWER: '审核端',
  INSTITUTION_MANAGER: '机构端',
  INSTITUTION_STAFF: '机构端',
  AUTHOR: '命题端',
  INVIGILATOR: '监考端',
  MARKER: '阅卷端',
  AUDITOR: '审计端',
  CANDIDATE: '考生端',
};

function complete(raw: Partial<Schemas['SessionView']>): SessionView {
  const now = raw.now ?? new Date().toISOString();
  return {
    signedIn: raw.signedIn ?? false,
    name: raw.name ?? undefined,
    roles: raw.roles ?? [],
    institutionName: raw.institutionName ?? undefined,
    demo: raw.demo ?? false,
    now,
    businessDate: raw.businessDate ?? isoDate(now),
  };
}

const session = shallowRef<SessionView | null>(null);
const failure = shallowRef<ProblemError | null>(null);
const loading = ref(false);
let pending: Promise<SessionView | null> | undefined;
let askedAt = 0;

const FRESH_MS = 10_000;

async function fetchSession(): Promise<SessionView | null> {
  askedAt = Date.now();
  loading.value = true;
  failure.value = null;
  try {
    session.value = complete(await dataOf(api.GET('/api/session')));
  } catch (error) {
    failure.value = error as ProblemError;
  } finally {
    loading.value = false;
  }
  return session.value;
}

/** Asks the server once; later callers share the answer until `reload`. */
function ensure(): Promise<SessionView | null> {
  pending ??= fetchSession().then((found) => {
    if (!found) pending = undefined;
    return found;
  });
  return pending;
}

function reload(): Promise<SessionView | null> {
  pending = undefined;
  return ensure();
}

/**
 * Asks again what another window may have changed, above all the business date. A failure says nothing, and an account
 * that was signed out elsewhere is told at its next act, so that nobody loses what is half written.
 */
async function refresh(): Promise<void> {
  const before = session.value;
  if (!before || Date.now() - askedAt < FRESH_MS) return;
  askedAt = Date.now();
  try {
    const found = complete(await dataOf(api.GET('/api/session')));
    if (session.value !== before) return; // Signed in or out meanwhile.
    const { now, businessDate } = found;
    session.value = before.signedIn && !found.signedIn ? { ...before, now, businessDate } : found;
  } catch {
    // What is shown stays.
  }
}

/** Keeps the session of the page up to date: asks when its window is returned to. */
export function useFreshSession(): void {
  const returned = () => {
    if (document.visibilityState === 'visible') void refresh();
  };
  window.addEventListener('focus', returned);
  document.addEventListener('visibilitychange', returned);
  onScopeDispose(() => {
    window.removeEventListener('focus', returned);
    document.removeEventListener('visibilitychange', returned);
  });
}

async function signIn(username: string, password: string): Promise<SessionView> {
  const view = complete(await dataOf(api.POST('/api/session', { body: { username, password } })));
  session.value = view;
  pending = Promise.resolve(view);
  return view;
}

async function signOut(): Promise<void> {
  await api.DELETE('/api/session');
  session.value = null;
  await reload();
}

const roles = computed<readonly string[]>(() => session.value?.roles ?? []);
const leadingRole = computed<Role | undefined>(() =>
  (Object.keys(ROLE_NAMES) as Role[]).find((role) => roles.value.includes(role)),
);

/** Who is signed in; one state for the whole application. */
export function useSession() {
  return {
    session: readonly(session),
    failure: readonly(failure),
    loading: readonly(loading),
    signedIn: computed(() => session.value?.signedIn ?? false),
    roles,
    roleName: computed(() => (leadingRole.value ? ROLE_NAMES[leadingRole.value] : '')),
    area: computed(() => (leadingRole.value ? AREAS[leadingRole.value] : '')),
    hasRole: (...wanted: string[]) => wanted.some((role) => roles.value.includes(role)),
    ensure,
    reload,
    refresh,
    signIn,
    signOut,
  };
}

/** Calls back when the server no longer knows the session; returns the function that stops listening. */
export function onSessionLost(react: () => void): () => void {
  const listener = () => {
    session.value = null;
    pending = undefined;
    react();
  };
  window.addEventListener(UNAUTHENTICATED, listener);
  return () => window.removeEventListener(UNAUTHENTICATED, listener);
}

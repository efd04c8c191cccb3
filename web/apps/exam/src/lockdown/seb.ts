import { ProblemError } from '@tanshi/api-client';

/** What Safe Exam Browser gives to a page; its keys come hashed with the page's address. */
interface SebApi {
  version?: string;
  security?: {
    configKey?: string;
    browserExamKey?: string;
    updateKeys?: (done: () => void) => void;
  };
}

declare global {
  interface Window {
    SafeExamBrowser?: SebApi;
  }
}

/** What is posted as proof. */
export interface ShownKeys {
  page: string;
  configKey?: string;
  browserExamKey?: string;
}

const UPDATE_MS = 2_000;
const LINK = 'tanshi-exam-link';

export const isLockedBrowser = () => window.SafeExamBrowser !== undefined;

const withoutFragment = (url: string) => url.replace(/#.*$/, '');

/** Some builds set the keys only when asked, some renew them then; others never call back. */
function updateKeys(): Promise<void> {
  const update = window.SafeExamBrowser?.security?.updateKeys;
  if (!update) return Promise.resolve();
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, UPDATE_MS);
    update.call(window.SafeExamBrowser?.security, () => {
      clearTimeout(timer);
      resolve();
    });
  });
}

export async function shownKeys(page = withoutFragment(location.href)): Promise<ShownKeys> {
  await updateKeys();
  const security = window.SafeExamBrowser?.security;
  return { page, configKey: security?.configKey, browserExamKey: security?.browserExamKey };
}

export const numberOf = (url: string) => new URL(url, location.href).searchParams.get('n') ?? '';

/** The number in this page's address, when this tab was sent here by {@link goTo} and has not used it yet. */
export function takeOwnNumber(): string | undefined {
  const wanted = sessionStorage.getItem(LINK);
  sessionStorage.removeItem(LINK);
  return wanted && wanted === numberOf(location.href) ? wanted : undefined;
}

/**
 * Loads the page anew at an address that works once: the hash of an address seen before could be a copy.
 *
 * @throws ProblemError when the exam was opened under another name of the server: there the token would be lost
 */
export function goTo(url: string): void {
  const { origin } = new URL(url);
  if (origin !== location.origin) {
    throw new ProblemError({
      type: 'exam/other-address',
      title: '网址与公布的不同',
      detail: `现在打开的是 ${location.origin}，公布的是 ${origin}。请用公布的网址重新打开；仍不行请举手。`,
      status: 409,
    });
  }
  sessionStorage.setItem(LINK, numberOf(url));
  location.replace(url);
}

/** What a trial needs over the loading of another page in the same tab. */
export interface KeptTrial {
  token: string;
  level: 'PLAIN' | 'SEB';
  startLink?: string;
}

const KEY = 'tanshi-trial';
const HASH = '#trial';

/** From the portal's link `#trial=CODE`, or in the middle of a trial. */
export function wantsTrial(): boolean {
  return location.hash.startsWith(HASH) || sessionStorage.getItem(KEY) !== null;
}

/** The code of the link; taken out of the address, so that it is not left standing there. */
export function takeCode(): string {
  const code = location.hash.startsWith(`${HASH}=`) ? location.hash.slice(HASH.length + 1) : '';
  if (code) history.replaceState(null, '', `${location.pathname}${location.search}`);
  return decodeURIComponent(code);
}

export function recallTrial(): KeptTrial | undefined {
  try {
    return JSON.parse(sessionStorage.getItem(KEY) ?? '') as KeptTrial;
  } catch {
    return undefined;
  }
}

export const keepTrial = (trial: KeptTrial) => sessionStorage.setItem(KEY, JSON.stringify(trial));
export const forgetTrial = () => sessionStorage.removeItem(KEY);

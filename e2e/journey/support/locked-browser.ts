import { createHash } from 'node:crypto';
import type { BrowserContext } from '@playwright/test';

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');

/**
 * The Config Key of a configuration file, made as the published rule says and from the file alone: settings as JSON without
 * spaces and escapes, keys sorted ignoring case.
 */
export function configKeyOf(file: string): string {
  const rule = /<key>URLFilterRules<\/key><array><dict>(.*?)<\/dict><\/array>/.exec(file);
  const settings = pairs(file.replace(rule?.[0] ?? '', ''));
  settings.push(['URLFilterRules', `[${object(pairs(rule?.[1] ?? ''))}]`]);
  return sha256(object(settings));
}

function pairs(text: string): [string, string][] {
  const setting =
    /<key>(\w+)<\/key>(?:<string>([^<]*)<\/string>|<integer>(\d+)<\/integer>|<(true|false)\s*\/>)/g;
  return [...text.matchAll(setting)].map(([, key, string, integer, flag]) => [
    key ?? '',
    string === undefined ? (integer ?? flag ?? '') : `"${string}"`,
  ]);
}

function object(settings: [string, string][]): string {
  const small = (key: string) => key.toLowerCase();
  const sorted = [...settings].sort(([a], [b]) => (small(a) < small(b) ? -1 : 1));
  return `{${sorted.map(([key, value]) => `"${key}":${value}`).join(',')}}`;
}

/** Every page of the context meets Safe Exam Browser's script interface, as its newer builds give it. */
export async function actAsLockedBrowser(
  context: BrowserContext,
  configKey: string,
): Promise<void> {
  await context.addInitScript((key) => {
    const security = {
      configKey: '',
      browserExamKey: '',
      updateKeys(done: () => void) {
        const url = location.href.replace(/#.*$/, '');
        void crypto.subtle.digest('SHA-256', new TextEncoder().encode(url + key)).then((hash) => {
          security.configKey = [...new Uint8Array(hash)]
            .map((byte) => byte.toString(16).padStart(2, '0'))
            .join('');
          done();
        });
      },
    };
    Object.assign(window, { SafeExamBrowser: { version: 'SEB_Windows_3.9.0', security } });
  }, configKey);
}

import { describe, expect, it } from 'vitest';
import type { Schemas } from '@tanshi/api-client';
import { isNews } from './check-watch';

const shown = { id: 'u1', state: 'CHECKED' } as Schemas['UploadView'];

describe('a look at the newest upload', () => {
  it('is no news while it is the one on the screen', () => {
    expect(isNews(shown, { upload: 'u1', state: 'CHECKED' })).toBe(false);
    expect(isNews(undefined, { state: 'CHECKED' })).toBe(false);
  });

  it('is news when another is being checked, or was checked meanwhile', () => {
    expect(isNews(shown, { upload: 'u2', state: 'CHECKING' })).toBe(true);
    expect(isNews(shown, { upload: 'u2', state: 'CHECKED' })).toBe(true);
    expect(isNews(undefined, { upload: 'u1', state: 'WAITING' })).toBe(true);
  });

  it('is news when files that waited for their form are checked now', () => {
    const waiting = { ...shown, state: 'AWAITING_FORM' } as Schemas['UploadView'];
    expect(isNews(waiting, { upload: 'u1', state: 'CHECKING' })).toBe(true);
  });
});

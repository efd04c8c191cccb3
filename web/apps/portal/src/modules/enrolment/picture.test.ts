import { describe, expect, it } from 'vitest';
import { forSending, scaled } from './picture';

describe('a picture to be sent', () => {
  it('is drawn smaller but never larger, in its proportions', () => {
    expect(scaled(4000, 3000)).toEqual({ width: 2400, height: 1800 });
    expect(scaled(3000, 6000)).toEqual({ width: 1200, height: 2400 });
    expect(scaled(600, 840)).toEqual({ width: 600, height: 840 });
  });

  it('goes as it is when it is small or no picture', async () => {
    const small = new File(['x'], 'photo.jpg', { type: 'image/jpeg' });
    const paper = new File([new Uint8Array(2_000_000)], 'a.pdf', { type: 'application/pdf' });
    expect(await forSending(small)).toBe(small);
    expect(await forSending(paper)).toBe(paper);
  });
});

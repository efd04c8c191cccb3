import { effectScope, type EffectScope } from 'vue';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { usePlayer, type Player } from './player';
import type { Receipt } from './study';

const RULES = { heartbeatSeconds: 15, capSeconds: 20 };

const receipt = (part: Partial<Receipt>): Receipt => ({
  window: 'w1',
  state: 'COUNTING',
  lesson: 'T1.1',
  countedNowSeconds: 0,
  windowCountedSeconds: 0,
  windowUncountedSeconds: 0,
  lessonCountedSeconds: 0,
  lessonCreditSeconds: 2700,
  courseCountedSeconds: 0,
  met: false,
  serverTime: '2026-12-10T10:32:00+08:00',
  number: 'J1210 0001 0000',
  ...part,
});

describe('the player', () => {
  let scope: EffectScope;
  let player: Player;
  let sent: { path: string; playing?: boolean }[];
  let answer: () => Receipt;
  let online: boolean;

  beforeEach(() => {
    vi.useFakeTimers({
      toFake: ['setTimeout', 'clearTimeout', 'setInterval', 'clearInterval', 'performance'],
    });
    sent = [];
    online = true;
    answer = () => receipt({});
    vi.stubGlobal('fetch', async (input: Request | string, init?: RequestInit) => {
      const request =
        input instanceof Request ? input : new Request(new URL(input, 'http://x'), init);
      if (!online) throw new TypeError('offline');
      const body = (await request.text()) || '{}';
      sent.push({ path: new URL(request.url).pathname, ...(JSON.parse(body) as object) });
      return new Response(JSON.stringify(answer()), {
        headers: { 'Content-Type': 'application/json' },
      });
    });
    scope = effectScope();
    player = scope.run(() =>
      usePlayer(
        () => RULES,
        () => undefined,
      ),
    ) as Player;
  });

  afterEach(() => {
    scope.stop();
    vi.unstubAllGlobals();
    vi.useRealTimers();
  });

  it('reports at the interval, and earlier when the lesson can be full', async () => {
    await player.start('T1.1', 1);
    await vi.advanceTimersByTimeAsync(15_000);
    expect(sent.map((entry) => entry.playing)).toEqual([undefined, true]);
    answer = () => receipt({ lessonCountedSeconds: 2697 });
    await vi.advanceTimersByTimeAsync(15_000);
    answer = () => receipt({ state: 'LESSON_FULL', lessonCountedSeconds: 2700 });
    await vi.advanceTimersByTimeAsync(3_500);
    expect(player.state.value).toBe('full');
    const before = sent.length;
    await vi.advanceTimersByTimeAsync(60_000);
    expect(sent).toHaveLength(before);
  });

  it('says what is not yet acknowledged, and what of it can come back', async () => {
    await player.start('T1.1', 1);
    online = false;
    await vi.advanceTimersByTimeAsync(40_000);
    expect(player.state.value).toBe('offline');
    expect(player.unsent.value).toBe(40);
    expect(player.recoverable.value).toBe(20);
    online = true;
    await vi.advanceTimersByTimeAsync(3_000);
    expect(player.state.value).toBe('counting');
    expect(player.unsent.value).toBeLessThan(3);
  });

  it('stops when another window has taken over, and starts anew when asked', async () => {
    await player.start('T1.1', 1);
    answer = () => receipt({ state: 'TAKEN_OVER' });
    await vi.advanceTimersByTimeAsync(15_000);
    expect(player.state.value).toBe('taken');
    await vi.advanceTimersByTimeAsync(60_000);
    expect(sent).toHaveLength(2);
    answer = () => receipt({ window: 'w2' });
    await player.start('T1.1', 1);
    expect(player.state.value).toBe('counting');
  });

  it('pauses while the page is hidden and goes on when it is back', async () => {
    await player.start('T1.1', 1);
    answer = () => receipt({ state: 'PAUSED' });
    await player.visible(false);
    expect(player.state.value).toBe('away');
    await vi.advanceTimersByTimeAsync(35_000);
    answer = () => receipt({});
    await player.visible(true);
    expect(player.state.value).toBe('counting');
    expect(player.awaySeconds.value).toBe(35);
    expect(sent.map((entry) => entry.playing)).toEqual([undefined, false, true]);
  });

  it('tells the server when it is left', async () => {
    await player.start('T1.1', 1);
    scope.stop();
    await vi.advanceTimersByTimeAsync(0);
    expect(sent[1]).toEqual({ path: '/api/candidate/study/windows/w1/beats', playing: false });
  });
});

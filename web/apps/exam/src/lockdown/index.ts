import { watch as whenever } from 'vue';
import type { createLink } from '../link';
import type { createNotices } from '../notices';
import type { createState } from '../state';
import type { ExamClock } from '../time/clock';
import { lockApi } from './api';
import { createEvidence } from './evidence';
import { createLock } from './lock';
import { lookAtDisplays, watch } from './watch';

const FLUSH_MS = 5_000;
const RETRY_MS = 2_000;

/** The lock of the machine and the evidence, tied to the exam at this screen. */
export function createLockdown(
  state: ReturnType<typeof createState>,
  clock: ExamClock,
  link: ReturnType<typeof createLink>,
  notices: ReturnType<typeof createNotices>,
  hooks: { held(): void; open(): void },
) {
  const lock = createLock({
    ask: (request) => link.ask(request),
    ends: link.ends,
    ...hooks,
  });
  let watching = false;

  function beginToWatch() {
    if (watching) return;
    watching = true;
    const evidence = createEvidence({
      send: async (noticed) => (await link.ask((token) => lockApi.notice(token, noticed))).lastSeq,
      now: () => clock.now(),
      say: (words) => notices.say(words, 'warn'),
      store: sessionStorage,
      tag: state.session.value?.tag ?? '',
    });
    watch({
      notice: evidence.notice,
      live: () => state.stage.value === 'answering' && !state.paused.value,
      attempt: () => state.session.value?.attemptId,
      windowed: (isWindowed) => {
        state.windowed.value = isWindowed && lock.view.value?.level === 'PLAIN';
      },
    });
    whenever(state.stage, (stage) => {
      if (stage === 'answering') lookAtDisplays(evidence.notice);
    });
    setInterval(() => void evidence.flush(), FLUSH_MS);
  }

  /** True when the work may go on to the paper; asks until the server answers. */
  async function pass(): Promise<boolean> {
    for (;;) {
      try {
        const open = await lock.pass();
        state.loadProblem.value = undefined;
        beginToWatch();
        if (!open) state.stage.value = 'locked';
        return open;
      } catch (error) {
        const problem = error as Parameters<typeof link.ends>[0];
        if (link.ends(problem)) return false;
        state.loadProblem.value = problem;
        await new Promise((resolve) => setTimeout(resolve, RETRY_MS));
      }
    }
  }

  return { ...lock, pass };
}

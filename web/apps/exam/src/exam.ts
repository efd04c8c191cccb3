import { ProblemError } from '@tanshi/api-client';
import { examApi, kindOf } from './api';
import { createDesk } from './desk';
import { createLockdown } from './lockdown';
import { announceWindow, enterFullScreen } from './lockdown/watch';
import { createLink } from './link';
import { createNotices } from './notices';
import { download, emergencyFile } from './log/emergency';
import { place } from './paper';
import { arrange, open } from './sealed';
import { createDoor } from './door';
import * as kept from './session';
import { createState, type Stage } from './state';
import { ExamClock, warningBetween } from './time/clock';
import { wantsTrial } from './trial/kept';
import type { ReceiptView, StateView } from './types';

const TICK_MS = 250;
const RETRY_MS = 2_000;
const BACK_STAYS_MS = 8_000;

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

/** One candidate's exam at this screen, from the door to the receipt; every component shares it. */
function createExam() {
  const clock = new ExamClock();
  const notices = createNotices();
  const state = createState();
  const link = createLink(state, clock, notices, {
    resumed() {
      notices.say('监考已恢复作答，暂停的时间不计入考试时间。');
      desk.wake();
    },
    over() {
      if (!state.receipt.value && state.stage.value !== 'loading') void load();
    },
    ended: (problem) => halt(problem.title, problem.detail, true),
    heardUpTo: (position) => remember({ heardUpTo: position }),
  });
  const desk = createDesk(state, clock, link, (problem) => void onRefused(problem));
  const lockdown = createLockdown(state, clock, link, notices, {
    held: () => {
      void desk.flush();
      state.stage.value = 'locked';
    },
    open: () => void load(),
  });
  const door = createDoor(state, async (entry) => {
    const found = kept.begun(entry);
    kept.keep(found);
    await take(found);
  });
  let lastRemaining: number | undefined;
  let sealedPaper: ArrayBuffer | undefined;
  let openingPaper = false;

  function remember(change: Partial<kept.KeptSession>) {
    if (!state.session.value) return;
    state.session.value = { ...state.session.value, ...change };
    kept.keep(state.session.value);
  }

  function halt(title: string, detail: string, again: boolean) {
    desk.halt();
    kept.letGo();
    state.stop.value = { title, detail, again };
    state.stage.value = 'stopped';
  }

  // From the door, or from a reload, to the paper

  async function start() {
    setInterval(tick, TICK_MS);
    link.keepBeating(
      () => !!state.session.value && !state.receipt.value && state.stage.value !== 'stopped',
    );
    const found = kept.recall();
    if (found) await take(found);
    else if (location.hash === '#receipt') state.stage.value = 'check';
    else state.stage.value = wantsTrial() ? 'trial' : 'entry';
  }

  async function enter(ticketNumber: string, documentNumber: string, roomCode: string) {
    if (!(await kept.holdAlone())) return secondWindow();
    await door.knock({ ticketNumber, documentNumber, roomCode });
  }

  async function take(found: kept.KeptSession) {
    state.session.value = found;
    state.position.value = found.position;
    if (!(await kept.holdAlone())) return secondWindow(found.attemptId);
    void fetchEmergencyKey(found);
    if (found.card.photo) {
      examApi.photo(found.token).then(
        (url) => (state.photo.value = url),
        () => undefined, // Name and number remain to be compared.
      );
    }
    if (await lockdown.pass()) await load();
  }

  function secondWindow(attemptId?: string) {
    announceWindow(attemptId);
    halt(
      '考试已在另一个窗口打开',
      '请回到原来的窗口继续作答，并关闭本窗口。两个窗口同时作答会使记录冲突，所以这里不能进入；原来窗口里的作答没有受影响。找不到原来的窗口时，请关闭浏览器的全部窗口后重新进入，或举手。',
      false,
    );
  }

  /** Long before it may be needed; without it no file can be saved. */
  async function fetchEmergencyKey(found: kept.KeptSession): Promise<void> {
    if (found.emergencyKey) return;
    try {
      remember({ emergencyKey: await link.ask((token) => examApi.emergencyKey(token)) });
    } catch (error) {
      if (link.ends(error as ProblemError)) return;
      await pause(RETRY_MS * (1 + Math.random()));
      if (state.session.value && !state.receipt.value) void fetchEmergencyKey(found);
    }
  }

  /** What the server has not got, as a file that only the server can read. */
  async function saveEmergencyFile() {
    const session = state.session.value;
    if (!session?.emergencyKey) {
      notices.say('本机还没有取得加密用的公钥，不能保存应急文件。请举手。', 'bad');
      return;
    }
    await desk.flush();
    const entries = await desk.unsentEntries();
    const now = Math.round(clock.now());
    download(await emergencyFile(session.emergencyKey, session.attemptId, entries, now));
    notices.say(
      `应急答卷文件已存到本机的“下载”，含 ${entries.length} 条未上传的作答。请交给监考人员。`,
    );
  }

  /** Brings the screen to where the server is; asks until it answers. */
  async function load(): Promise<void> {
    let saved: StateView;
    try {
      saved = await link.ask(
        (token) => examApi.state(token),
        (answer) => answer.news,
      );
    } catch (error) {
      const problem = error as ProblemError;
      if (link.ends(problem)) return;
      state.loadProblem.value = problem;
      await pause(RETRY_MS);
      return load();
    }
    state.loadProblem.value = undefined;
    const session = state.session.value;
    if (saved.receipt) return finish(saved.receipt);
    if (session) await desk.restore(saved, session);
    state.stage.value = nextStage();
    void fetchPaper(saved.paper);
  }

  /** Long before the bell, encrypted: at the bell nothing but its key is asked for. */
  async function fetchPaper(digest: string): Promise<void> {
    if (sealedPaper) return;
    try {
      sealedPaper = await link.ask((token) => examApi.paper(token, digest));
      void openPaper();
    } catch (error) {
      if (link.ends(error as ProblemError)) return;
      await pause(RETRY_MS * (0.5 + Math.random()));
      if (!state.receipt.value && state.stage.value !== 'stopped') void fetchPaper(digest);
    }
  }

  function nextStage(): Stage {
    if (!state.session.value?.confirmed) return 'identity';
    if (!state.session.value.rulesRead) return 'rules';
    return state.sections.value.length > 0 ? 'answering' : 'waiting';
  }

  function confirmIdentity() {
    remember({ confirmed: true });
    state.stage.value = nextStage();
  }

  function acceptRules() {
    if (lockdown.view.value?.level === 'PLAIN') enterFullScreen();
    remember({ rulesRead: true });
    state.stage.value = nextStage();
    void openPaper();
  }

  async function openPaper() {
    const wanted = state.stage.value === 'waiting' && state.sections.value.length === 0;
    if (openingPaper || !wanted || state.untilBell.value > 0 || state.paused.value) return;
    if (!sealedPaper) return;
    openingPaper = true;
    try {
      const { key, seed } = await link.ask((token) => examApi.key(token));
      const paper = await arrange(await open(sealedPaper, key), seed);
      state.longestText.value = paper.longestText;
      state.sections.value = place(paper);
      state.position.value = Math.min(Math.max(1, state.position.value), state.items.value.length);
      state.stage.value = 'answering';
      state.loadProblem.value = undefined;
    } catch (error) {
      const problem = ProblemError.from(error);
      if (kindOf(problem) === 'already-handed-in') void load();
      else if (!link.ends(problem)) state.loadProblem.value = problem;
      await pause(RETRY_MS / 2);
    } finally {
      openingPaper = false;
    }
  }

  // Time

  function tick() {
    state.now.value = clock.now();
    followConnection();
    void openPaper();
    if (state.stage.value !== 'answering' || state.paused.value) return;
    const remaining = state.remaining.value;
    const warning = warningBetween(lastRemaining, remaining);
    lastRemaining = remaining;
    if (warning) notices.say(`距考试结束还有 ${warning} 分钟。`, warning > 5 ? 'info' : 'warn');
    if (remaining <= 0 && !state.sealed.value) void seal();
    if (remaining > 0 && state.leftBehind.value === 0) state.sealed.value = false;
  }

  function followConnection() {
    const before = state.lostFor.value;
    const asks = !!state.session.value && !state.receipt.value && state.stage.value !== 'stopped';
    state.lostFor.value = asks ? link.lostFor() : 0;
    if (before > 0 && state.lostFor.value === 0 && asks) void cameBack();
  }

  async function cameBack() {
    state.backlog.value = state.unsent.value;
    desk.wake();
    while (state.unsent.value > 0) {
      await pause(TICK_MS);
      if (state.lostFor.value > 0) return;
    }
    notices.say('网络已恢复，全部答案已保存。', 'info', BACK_STAYS_MS);
  }

  /** At the deadline: closes the input, sends what there is, hands in. Extra time given now opens it again. */
  async function seal() {
    state.sealed.value = true;
    await desk.flush();
    while (state.stage.value === 'answering' && state.sealed.value) {
      if (desk.unsent() > 0) desk.wake();
      // A refusal is asked again; at the latest the server hands in itself when the grace is over.
      else await handIn(false).catch(() => undefined);
      await pause(RETRY_MS);
    }
  }

  // Refusals

  async function onRefused(problem: ProblemError) {
    if (link.ends(problem) || lockdown.meets(problem)) return;
    const kind = kindOf(problem);
    if (kind === 'time-over' || kind === 'already-handed-in') {
      state.sealed.value = true;
      state.leftBehind.value = state.unsent.value;
      void waitForReceipt();
      return;
    }
    notices.say(`${problem.title}：${problem.detail}`, 'bad');
    await desk.workAround(load);
  }

  async function waitForReceipt() {
    while (!state.receipt.value && state.stage.value === 'answering') {
      const saved = await link
        .ask(
          (token) => examApi.state(token),
          (answer) => answer.news,
        )
        .catch(() => undefined);
      if (saved?.receipt) finish(saved.receipt);
      await pause(RETRY_MS);
    }
  }

  // The candidate's acts

  function go(number: number) {
    if (number < 1 || number > state.items.value.length) return;
    void desk.flush();
    state.position.value = number;
    remember({ position: number });
  }

  const unlessLocked =
    <A extends unknown[]>(act: (...args: A) => void) =>
    (...args: A) => {
      if (!state.locked.value) act(...args);
    };

  async function handIn(acceptUnsent: boolean) {
    await desk.flush();
    finish(await link.ask((token) => examApi.handIn(token, desk.lastSeq(), acceptUnsent)));
  }

  function finish(receipt: ReceiptView) {
    desk.close();
    kept.letGo();
    state.receipt.value = receipt;
    state.stage.value = 'receipt';
    void lockdown.refresh();
  }

  function leave() {
    kept.forget();
    location.reload();
  }

  function onVisibility() {
    if (state.stage.value !== 'answering') return;
    if (document.hidden) {
      link.wentAway();
      void desk.flush();
    } else {
      desk.wake();
    }
  }

  function onOnline() {
    if (!state.session.value || state.receipt.value || state.stage.value === 'stopped') return;
    void link.beat();
    desk.wake();
  }

  return {
    ...state,
    notices,
    lockdown,
    start,
    saveEmergencyFile,
    goToEntry: () => {
      door.leave();
      state.stage.value = 'entry';
    },
    askAgain: door.askAgain,
    refusedRelease: door.refused,
    goToCheck: () => {
      state.stage.value = 'check';
    },
    goToTrial: () => {
      state.stage.value = 'trial';
    },
    enter,
    confirmIdentity,
    acceptRules,
    go,
    choose: unlessLocked(desk.choose),
    write: unlessLocked(desk.write),
    clear: unlessLocked(desk.clear),
    flag: unlessLocked((itemId: string) => desk.flag(itemId, !state.answers.of(itemId).flagged)),
    setComposing: desk.setComposing,
    handIn,
    /** Without a picture when the camera was refused, or there is none. */
    sendLikeness: (photo?: string) => link.ask((token) => examApi.likeness(token, photo)),
    raiseHand: () => {
      state.handRaised.value = !state.handRaised.value;
      void link.beat();
    },
    leave,
    onVisibility,
    onOnline,
  };
}

export const exam = createExam();

import type { Schemas } from '@tanshi/api-client';

export type Board = Schemas['BoardView'];
export type Seat = Schemas['BoardSeatView'];
export type Attempt = Schemas['BoardAttemptView'];

/**
 * A screen speaks every 4 to 5 seconds. Two of them lost in a row count as gone; with silences running on between two
 * tellings of the board ({@link aged}) it is seen here within fifteen.
 */
export const OFFLINE_AFTER_S = 12;
/** No longer than it takes until the board is heard anew, or asked for. */
const RUNS_ON_S = 5;
const GROUP_FROM = 4;
const AWAY_FROM = 3;

export type SeatKind =
  | 'asks'
  | 'offline'
  | 'held'
  | 'hand'
  | 'paused'
  | 'away'
  | 'working'
  | 'waiting'
  | 'over'
  | 'missing';

export interface Incident {
  key: string;
  kind: 'asks' | 'offline' | 'held' | 'hand' | 'paused' | 'away';
  seats: Seat[];
  /** Seconds it has lasted; undefined where that is not known. */
  since?: number;
  title: string;
  place: string;
  text: string;
}

export interface Room {
  key: string;
  name: string;
  seats: Seat[];
  summary: string;
  urgent: boolean;
}

function groupBy<T>(things: readonly T[], key: (thing: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const thing of things) groups.set(key(thing), [...(groups.get(key(thing)) ?? []), thing]);
  return groups;
}

/** The board so many seconds after it was told: what was silent then is silent still, until the server says otherwise. */
export function aged(board: Board, seconds: number): Board {
  const more = Math.min(RUNS_ON_S, Math.floor(seconds));
  if (more <= 0) return board;
  const seats = board.seats.map((seat) => ({
    ...seat,
    request: seat.request && { ...seat.request, sinceSeconds: seat.request.sinceSeconds + more },
    attempt: seat.attempt && {
      ...seat.attempt,
      silentSeconds: seat.attempt.silentSeconds + more,
    },
  }));
  return { ...board, seats };
}

const isLive = (attempt: Attempt) => attempt.state === 'OPEN' || attempt.state === 'WAITING';

export function kindOf(seat: Seat): SeatKind {
  const { attempt } = seat;
  if (!attempt) return 'missing';
  if (attempt.state === 'SUBMITTED' || attempt.state === 'TERMINATED') return 'over';
  if (seat.request) return 'asks';
  if (isLive(attempt) && attempt.silentSeconds >= OFFLINE_AFTER_S) return 'offline';
  if (seat.lock?.held) return 'held';
  if (attempt.handRaised) return 'hand';
  if (attempt.state === 'PAUSED') return 'paused';
  if (attempt.away >= AWAY_FROM) return 'away';
  return attempt.state === 'WAITING' ? 'waiting' : 'working';
}

const roomKey = (seat: Seat) => `${seat.site} ${seat.room}`;
const seatNumber = (seat: Seat) => String(seat.seat).padStart(2, '0');
export const seatName = (seat: Seat) => `${roomKey(seat)} · ${seatNumber(seat)} 座`;

function single(seat: Seat, kind: Incident['kind']): Incident {
  const attempt = seat.attempt!;
  const progress = `${attempt.answered}/${attempt.total} 已答`;
  const texts: Record<Incident['kind'], string> = {
    asks: `要求在另一台机器上继续（${seat.request?.machine || '没有说明机器'}）；原机${
      attempt.silentSeconds >= OFFLINE_AFTER_S
        ? `失联，末次心跳时待上传 ${attempt.unsent} 条`
        : '仍在线'
    }；${progress}`,
    offline: `单人离线。末次心跳时本机待上传 ${attempt.unsent} 条；${progress}`,
    held: `考试浏览器核验失败，考生不能作答；已保存的都在；${progress}`,
    hand: `举手求助；${progress}`,
    paused: `已暂停作答，计时停止；${progress}`,
    away: `切屏 ${attempt.away} 次，由监考判断；${progress}`,
  };
  return {
    key: `${kind}:${seat.request?.id ?? attempt.id}:${kind === 'away' ? attempt.away : ''}`,
    kind,
    seats: [seat],
    since:
      kind === 'asks'
        ? seat.request?.sinceSeconds
        : kind === 'offline'
          ? attempt.silentSeconds
          : undefined,
    title: seat.name || seat.ticketNumber,
    place: seatName(seat),
    text: texts[kind],
  };
}

function grouped(room: string, seats: Seat[], rooms = 1): Incident {
  const silent = seats.map((seat) => seat.attempt?.silentSeconds ?? 0);
  const unsent = seats.reduce((sum, seat) => sum + (seat.attempt?.unsent ?? 0), 0);
  return {
    key: `room:${room}:${seats.length}`,
    kind: 'offline',
    seats,
    since: Math.max(...silent),
    title: `${room}：${seats.length} 人同时离线`,
    place: rooms > 1 ? `${rooms} 个机房` : `座位 ${seats.map(seatNumber).join('、')}`,
    text: `可能是考点网络。末次心跳时本机待上传共 ${unsent} 条；考生可在本机继续作答`,
  };
}

/** What needs a person: who waits at another machine, then the longest silence. Drop-outs of one room, or of rooms of one site, are one incident. */
export function incidentsOf(board: Board): Incident[] {
  const found: Incident[] = [];
  const offline = groupBy(
    board.seats.filter((seat) => kindOf(seat) === 'offline'),
    roomKey,
  );
  const failing = [...offline].filter(([, seats]) => seats.length >= GROUP_FROM);
  const bySite = groupBy(failing, ([, seats]) => seats[0]!.site);
  for (const [site, rooms] of bySite) {
    if (rooms.length > 1)
      found.push(
        grouped(
          site,
          rooms.flatMap(([, seats]) => seats),
          rooms.length,
        ),
      );
    else found.push(...rooms.map(([room, seats]) => grouped(room, seats)));
  }
  for (const [, seats] of offline)
    if (seats.length < GROUP_FROM) found.push(...seats.map((seat) => single(seat, 'offline')));
  for (const seat of board.seats) {
    const kind = kindOf(seat);
    if (
      kind === 'asks' ||
      kind === 'held' ||
      kind === 'hand' ||
      kind === 'paused' ||
      kind === 'away'
    )
      found.push(single(seat, kind));
  }
  const weight = { asks: 0, offline: 1, held: 2, hand: 3, paused: 4, away: 5 };
  return found.sort(
    (a, b) =>
      Number(b.kind === 'asks') - Number(a.kind === 'asks') ||
      b.seats.length - a.seats.length ||
      weight[a.kind] - weight[b.kind] ||
      (b.since ?? 0) - (a.since ?? 0),
  );
}

const URGENCY: Record<SeatKind, number> = {
  asks: -1,
  offline: 0,
  held: 1,
  hand: 2,
  paused: 3,
  away: 4,
  working: 5,
  waiting: 5,
  over: 5,
  missing: 5,
};

function summaryOf(seats: Seat[]): string {
  const count = (kind: SeatKind) => seats.filter((seat) => kindOf(seat) === kind).length;
  const parts = [
    [count('asks'), '待换机'],
    [count('offline'), '离线'],
    [count('held'), '待放行'],
    [count('hand'), '举手'],
    [count('paused'), '暂停'],
    [count('away'), '切屏'],
  ] as const;
  const said = parts.filter(([n]) => n > 0).map(([n, word]) => `${n} ${word}`);
  return said.join(' · ') || '正常';
}

/** Rooms with trouble first; in each room the seats concerned first. */
export function roomsOf(board: Board): Room[] {
  const rooms = [...groupBy(board.seats, roomKey)].map(([name, seats]) => {
    const sorted = [...seats].sort(
      (a, b) => URGENCY[kindOf(a)] - URGENCY[kindOf(b)] || a.seat - b.seat,
    );
    const summary = summaryOf(seats);
    return { key: name, name, seats: sorted, summary, urgent: summary !== '正常' };
  });
  const worst = (room: Room) => Math.min(...room.seats.map((seat) => URGENCY[kindOf(seat)]));
  return rooms.sort((a, b) => worst(a) - worst(b) || a.name.localeCompare(b.name, 'zh-CN'));
}

export interface Counts {
  expected: number;
  working: number;
  waiting: number;
  offline: number;
  paused: number;
  over: number;
  missing: number;
  unsent: number;
}

export function countsOf(board: Board): Counts {
  const attempts = board.seats.flatMap((seat) => seat.attempt ?? []);
  const offline = board.seats.filter((seat) => kindOf(seat) === 'offline');
  const cutOff = offline.filter((seat) => seat.attempt?.state === 'OPEN').length;
  const inState = (state: Attempt['state']) => attempts.filter((a) => a.state === state).length;
  return {
    expected: board.seats.length,
    working: inState('OPEN') - cutOff,
    waiting: inState('WAITING') - (offline.length - cutOff),
    offline: offline.length,
    paused: inState('PAUSED'),
    over: inState('SUBMITTED') + inState('TERMINATED'),
    missing: board.seats.filter((seat) => !seat.attempt).length,
    unsent: attempts.reduce((sum, attempt) => sum + attempt.unsent, 0),
  };
}

export const STATE_NAMES: Record<Attempt['state'], string> = {
  WAITING: '等待',
  OPEN: '作答中',
  PAUSED: '已暂停',
  SUBMITTED: '已交卷',
  TERMINATED: '已终止',
};

import type { Schemas } from '@tanshi/api-client';
import { formatClock, formatDuration } from '@tanshi/ui';
import type { Board, Seat } from './board';

export type LostTime = Schemas['LostTimeView'];
export type Ruling = Schemas['LostTimeRulingView'];
export type Termination = Schemas['TerminationView'];
export type Category = Ruling['category'];
export type Scope = Ruling['scope'];

export const CATEGORIES: readonly { value: Category; label: string }[] = [
  { value: 'NETWORK', label: '断网' },
  { value: 'POWER', label: '断电' },
  { value: 'WORKSTATION', label: '机器故障' },
  { value: 'SOFTWARE', label: '软件故障' },
  { value: 'NOISE', label: '噪声干扰' },
  { value: 'ILLNESS', label: '身体不适' },
  { value: 'IDENTITY', label: '核对身份' },
  { value: 'OTHER', label: '其他' },
];

/** A scope with what it stands for, as one choice. */
export interface Place {
  value: string;
  label: string;
  scope: Scope;
  admissionId?: string;
  site?: string;
  room?: string;
}

/** Every place of the board an incident can be at; the seats it began with come first. */
export function placesOf(board: Board, seats: readonly Seat[]): Place[] {
  const first = seats[0];
  const one: Place[] =
    seats.length === 1 && first
      ? [
          {
            value: `seat ${first.admissionId}`,
            label: `考生 ${first.name || first.ticketNumber}`,
            scope: 'CANDIDATE',
            admissionId: first.admissionId,
          },
        ]
      : [];
  const rooms = new Map<string, Place>();
  const sites = new Map<string, Place>();
  for (const { site, room } of board.seats) {
    rooms.set(`${site} ${room}`, {
      value: `room ${site} ${room}`,
      label: `机房 ${site} ${room}`,
      scope: 'ROOM',
      site,
      room,
    });
    sites.set(site, { value: `site ${site}`, label: `考点 ${site}`, scope: 'SITE', site });
  }
  const here = first ? `${first.site} ${first.room}` : '';
  const sorted = [...rooms].sort(([a], [b]) => Number(b === here) - Number(a === here));
  const several = new Set(seats.map((seat) => seat.room)).size > 1;
  const all: Place = { value: 'all', label: '全场', scope: 'ALL' };
  const roomsHereFirst = sorted.map(([, place]) => place);
  const sitesHereFirst = [...sites.values()].sort(
    (a, b) => Number(b.site === first?.site) - Number(a.site === first?.site),
  );
  return several
    ? [...sitesHereFirst, ...roomsHereFirst, all]
    : [...one, ...roomsHereFirst, ...sitesHereFirst, all];
}

/** A time of day on the day of the exam, as a moment; undefined for what is no time. */
export function momentOf(board: Pick<Board, 'startsAt'>, clock: string): string | undefined {
  const found = /^([01]?\d|2[0-3])[:：]([0-5]\d)(?:[:：]([0-5]\d))?$/.exec(clock.trim());
  if (!found) return undefined;
  const day = new Date(Date.parse(board.startsAt) + 8 * 3_600_000).toISOString().slice(0, 10);
  const [, hours = '', minutes = '', seconds = '00'] = found;
  return `${day}T${hours.padStart(2, '0')}:${minutes}:${seconds}+08:00`;
}

/** From the beginning of the longest silence to now, as times of day. */
export function spanOf(board: Board, seats: readonly Seat[]): { from: string; until: string } {
  const now = Date.parse(board.now);
  const silent = Math.max(0, ...seats.map((seat) => seat.attempt?.silentSeconds ?? 0));
  const from = Math.max(Date.parse(board.startsAt), now - Math.max(silent + 5, 600) * 1000);
  const clock = (at: number) => formatClock(new Date(at).toISOString());
  return { from: clock(from), until: clock(now) };
}

export const lostWords = (share: { lostSeconds: number; minutes: number }) =>
  share.lostSeconds > 0
    ? `记录失联 ${formatDuration(share.lostSeconds)}，补 ${share.minutes} 分钟`
    : `按判断补 ${share.minutes} 分钟`;

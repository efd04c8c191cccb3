import type { ItemType } from '@tanshi/item-player';

/** What the server sends to a candidate's screen; names as in its description. */
export type AttemptState = 'WAITING' | 'OPEN' | 'PAUSED' | 'SUBMITTED' | 'TERMINATED';

export interface CardView {
  name: string;
  document: string;
  photo: boolean;
}

export interface SeatView {
  level: string;
  ticketNumber: string;
  site: string;
  room: string;
  seat: number;
}

export interface RulesView {
  durationMinutes: number;
  lateEntryMinutes: number;
  earliestHandInMinutes: number;
  graceMinutes: number;
  lostTimeFromMinutes: number;
}

export interface MessageView {
  position: number;
  at: string;
  text: string;
}

export interface NewsView {
  state: AttemptState;
  now: string;
  bell: string;
  deadline: string;
  handInFrom: string;
  extraMinutes: number;
  acknowledgedUpTo: number;
  hash: string;
  messages: MessageView[];
}

export interface EntryView {
  token: string;
  attemptId: string;
  card: CardView;
  seat: SeatView;
  rules: RulesView;
  news: NewsView;
}

export interface PaperView {
  longestText: number;
  sections: PaperSectionView[];
}

export interface PaperSectionView {
  kind: ItemType;
  title: string;
  pointsEach: string;
  items: { id: string; stem: string; options: { id: string; text: string }[] }[];
}

export interface SavedAnswerView {
  itemId: string;
  choices: string[];
  text: string;
  flagged: boolean;
}

export interface ReceiptView {
  number: string;
  at: string;
  by: string;
  total: number;
  answered: number;
  sections: { kind: ItemType; title: string; total: number; answered: number }[];
  entries: number;
  digest: string;
}

export interface ReceiptCheckView {
  known: boolean;
  at?: string;
  entries: number;
  addedLater: number;
}

export interface StateView {
  seat: SeatView;
  answers: SavedAnswerView[];
  receipt?: ReceiptView;
  /** Digest of the encrypted paper. */
  paper: string;
  news: NewsView;
}

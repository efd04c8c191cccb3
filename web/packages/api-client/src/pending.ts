/**
 * Endpoints that are agreed but not yet in the generated contract. An entry loses its effect as soon as the server
 * publishes the path, and can then be deleted.
 */
interface PendingGet<T> {
  parameters: { query?: never; header?: never; path?: never; cookie?: never };
  get: {
    parameters: { query?: never; header?: never; path?: never; cookie?: never };
    requestBody?: never;
    responses: { 200: { headers: Record<string, unknown>; content: { 'application/json': T } } };
  };
  put?: never;
  post?: never;
  delete?: never;
  options?: never;
  head?: never;
  patch?: never;
  trace?: never;
}

export interface LevelView {
  code: string;
  name: string;
}

export interface ClauseView {
  number: number | string;
  text: string;
  cells: { level: string; text: string }[];
}

export interface CompositionView {
  kind: string;
  label: string;
  count: number;
  points: number;
}

export interface SittingView {
  code: string;
  name: string;
  examAt: string;
  registrationClosesAt: string;
  milestones: {
    key: string;
    label: string;
    date: string;
    time?: string;
    provisional: boolean;
    rule?: string;
  }[];
  days: { date: string; workingDay: boolean }[];
}

export interface ProgrammeView {
  programmeName: string;
  series: string;
  field: string;
  issuer: string;
  notice: string;
  levels: LevelView[];
  clauses: ClauseView[];
  composition: CompositionView[];
  durationMinutes: number;
  passMark: number;
  retakeFeeFen: number;
  nextSitting?: SittingView;
  now: string;
}

export interface PendingPaths {
  '/api/public/programme': PendingGet<ProgrammeView>;
}

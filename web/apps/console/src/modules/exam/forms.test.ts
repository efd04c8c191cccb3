import { describe, expect, it } from 'vitest';
import { openLevels, shortDigest, stageOf } from './forms';
import type { Board, FormEntry } from './types';

type Status = FormEntry['status'];

function board(...levels: Status[][]): Board {
  return {
    levels: levels.map((statuses) => ({ forms: statuses.map((status) => ({ status })) })),
  } as unknown as Board;
}

describe('stage of the forms', () => {
  it('is empty while a level has no form and nothing else waits', () => {
    expect(stageOf(board([], [], []))).toBe('EMPTY');
    expect(stageOf(board(['SEALED', 'SEALED'], []))).toBe('EMPTY');
  });

  it('puts what waits for a second person first', () => {
    expect(stageOf(board(['DRAFT', 'DRAFT'], ['PROPOSED', 'PROPOSED']))).toBe('PROPOSED');
    expect(stageOf(board(['DRAFT', 'DRAFT'], ['SEALED', 'SEALED']))).toBe('DRAFT');
    expect(stageOf(board(['SEALED', 'SEALED']))).toBe('SEALED');
  });

  it('offers only levels that have not left draft for assembling', () => {
    expect(openLevels(board([], ['DRAFT', 'DRAFT'], ['SEALED', 'SEALED']))).toHaveLength(2);
  });

  it('shortens a digest at both ends', () => {
    expect(shortDigest('0123456789abcdef')).toBe('01234567…abcdef');
  });
});

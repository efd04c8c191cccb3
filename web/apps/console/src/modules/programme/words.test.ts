import { describe, expect, it } from 'vitest';
import { documentName, noteParts } from './words';

describe('words of the programme', () => {
  it('names documents', () => {
    expect(documentName('syllabus')).toBe('评测大纲');
    expect(documentName('rule-sets/deck-2024')).toBe('申报条件 deck-2024');
    expect(documentName('other')).toBe('other');
  });

  it('separates the mark of a contradiction', () => {
    expect(noteParts('E1 初级(5)要求满一年')).toEqual({ mark: 'E1', text: '初级(5)要求满一年' });
    expect(noteParts('学历按“及以上”理解')).toEqual({ mark: '', text: '学历按“及以上”理解' });
  });
});

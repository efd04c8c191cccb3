import { describe, expect, it } from 'vitest';
import { blocks, spans } from './rich-text';

describe('lesson text', () => {
  it('knows paragraphs, lists and bold, and nothing else', () => {
    expect(blocks('一 **二**\n\n1. 甲\n2. 乙\n\n- 丙\n<b>丁</b>')).toEqual([
      { kind: 'paragraph', spans: spans('一 **二**') },
      { kind: 'list', ordered: true, items: [spans('甲'), spans('乙')] },
      { kind: 'list', ordered: false, items: [spans('丙')] },
      { kind: 'paragraph', spans: [{ text: '<b>丁</b>', strong: false }] },
    ]);
    expect(spans('a**b**c')).toEqual([
      { text: 'a', strong: false },
      { text: 'b', strong: true },
      { text: 'c', strong: false },
    ]);
  });
});

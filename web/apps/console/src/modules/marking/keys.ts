/** What a key means on the marking page. */
export type MarkingAct =
  | { kind: 'toggle'; point: number }
  | { kind: 'half'; point: number }
  | { kind: 'clear' }
  | { kind: 'submit' }
  | { kind: 'scheme' }
  | { kind: 'withdraw' };

export interface KeyPress {
  key: string;
  code: string;
  shiftKey: boolean;
  ctrlKey: boolean;
  altKey: boolean;
  metaKey: boolean;
  repeat: boolean;
  isComposing: boolean;
  /** Where the focus is: typing is never a command, and Enter on a button presses that button. */
  focus: 'text' | 'button' | 'page';
}

/** Digits are read by their place on the keyboard, so that Shift and Chinese layouts do not hide them. */
const digitOf = (code: string): number | undefined => {
  const found = /^(?:Digit|Numpad)(\d)$/.exec(code);
  return found ? Number(found[1]) : undefined;
};

export function actOf(press: KeyPress, points: number): MarkingAct | undefined {
  if (press.isComposing || press.ctrlKey || press.altKey || press.metaKey || press.repeat) {
    return undefined;
  }
  if (press.key === 'Escape') return { kind: 'withdraw' };
  if (press.focus === 'text') return undefined;
  if (press.key === 'Enter') return press.focus === 'page' ? { kind: 'submit' } : undefined;
  const digit = digitOf(press.code);
  if (digit === 0) return press.shiftKey ? undefined : { kind: 'clear' };
  if (digit !== undefined && digit <= points) {
    return { kind: press.shiftKey ? 'half' : 'toggle', point: digit - 1 };
  }
  if (press.code === 'KeyF' && !press.shiftKey) return { kind: 'scheme' };
  return undefined;
}

const TYPED = new Set(['text', 'search', 'number', 'password', 'email', 'tel', 'url']);

export function focusOf(target: EventTarget | null): KeyPress['focus'] {
  if (!(target instanceof HTMLElement)) return 'page';
  if (target instanceof HTMLTextAreaElement || target.isContentEditable) return 'text';
  if (target instanceof HTMLSelectElement) return 'text';
  if (target instanceof HTMLInputElement) return TYPED.has(target.type) ? 'text' : 'page';
  return target.closest('button, a[href], summary') ? 'button' : 'page';
}

/** Signs that keyboards lack, as Unicode: they survive every copy and need no markup. */
export const SYMBOLS = ['₂', '₃', '₄', '₆', '²', '³', '×', '÷', '±', '‰', '℃', '≤', '≥'] as const;
export const WORDS = ['CO₂', 'CH₄', 'N₂O', 'tCO₂', 'tCO₂e', 'tCO₂/MWh'] as const;

const SUB: Record<string, string> = {
  '0': '₀',
  '1': '₁',
  '2': '₂',
  '3': '₃',
  '4': '₄',
  '5': '₅',
  '6': '₆',
  '7': '₇',
  '8': '₈',
  '9': '₉',
  '+': '₊',
  '-': '₋',
};
const SUP: Record<string, string> = {
  '0': '⁰',
  '1': '¹',
  '2': '²',
  '3': '³',
  '4': '⁴',
  '5': '⁵',
  '6': '⁶',
  '7': '⁷',
  '8': '⁸',
  '9': '⁹',
  '+': '⁺',
  '-': '⁻',
};

const mapped = (text: string, map: Record<string, string>) =>
  Array.from(text, (sign) => map[sign] ?? sign).join('');

/** The text of a copied piece of a Word page, its subscripts and superscripts kept as signs. */
export function textOfHtml(html: string): string {
  const body = new DOMParser().parseFromString(html, 'text/html').body;
  for (const node of body.querySelectorAll('sub')) {
    node.replaceWith(mapped(node.textContent ?? '', SUB));
  }
  for (const node of body.querySelectorAll('sup')) {
    node.replaceWith(mapped(node.textContent ?? '', SUP));
  }
  return (body.textContent ?? '').replace(/\s*\n\s*/g, '\n').trim();
}

export const hasScripts = (html: string) => /<su[bp][\s>]/i.test(html);

type Field = HTMLTextAreaElement | HTMLInputElement;

/** Puts text where the caret stands and tells Vue, so that the model follows. */
export function insertAt(field: Field, text: string) {
  const start = field.selectionStart ?? field.value.length;
  const end = field.selectionEnd ?? start;
  field.setRangeText(text, start, end, 'end');
  field.dispatchEvent(new Event('input', { bubbles: true }));
  field.focus();
}

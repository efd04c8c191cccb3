import type { Schemas } from '@tanshi/api-client';

/** Whether a candidate is meant by part of a name or by the last characters of the document number. */
export function isNamed(
  entry: Pick<Schemas['ActivationEntry'], 'name' | 'maskedNumber'>,
  words: string,
): boolean {
  const wanted = words.normalize('NFKC').replace(/\s/g, '').toUpperCase();
  if (wanted === '') return true;
  const tail = /^[\dX]{2,4}$/.test(wanted) && entry.maskedNumber.toUpperCase().endsWith(wanted);
  return tail || entry.name.normalize('NFKC').replace(/\s/g, '').toUpperCase().includes(wanted);
}

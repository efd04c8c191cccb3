/** The server decides; these are the two rules a person can be told while typing. */
export const SHORTEST = 10;
const LONGEST_BYTES = 72;

export function passwordFault(password: string): string | undefined {
  if (password.length < SHORTEST) {
    return `至少 ${SHORTEST} 个字符，现为 ${password.length} 个。可以用一句自己记得住的话。`;
  }
  if (new TextEncoder().encode(password).length > LONGEST_BYTES) return '过长：最多约 24 个汉字。';
  return undefined;
}

/** Pasted spaces, full-width letters and small letters are what people send; none of them is an error. */
export const tidyCode = (text: string): string =>
  text.normalize('NFKC').replace(/\s/g, '').toUpperCase();

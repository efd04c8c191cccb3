/**
 * What the server says of the programme, for readers of English. The Chinese stands in brackets where a word of the
 * notice is meant and a translation alone would mislead; whatever is not known here stays as the server wrote it.
 */
const LEVELS: Record<string, string> = {
  初级: 'Junior',
  中级: 'Intermediate',
  高级: 'Senior',
};
const DEGREES: Record<string, string> = {
  高中: 'Senior high school (高中)',
  中专: 'Secondary vocational school (中专)',
  大专: 'Junior college (大专)',
  本科: 'Bachelor (本科)',
  研究生: 'Postgraduate (研究生)',
  研究生及以上: 'Postgraduate (研究生)',
};
const PARTS: Record<string, string> = {
  SINGLE_CHOICE: 'Single choice',
  MULTIPLE_CHOICE: 'Multiple choice',
  EXTENDED_TEXT: 'Short answer',
};
const PART_WORDS: Record<string, string> = {
  SINGLE_CHOICE: 'Single',
  MULTIPLE_CHOICE: 'Multi',
  EXTENDED_TEXT: 'Short',
};
const MILESTONES: Record<string, string> = {
  REGISTRATION_CLOSES: 'Registration closes',
  LAST_REVIEW: 'Last reviews',
  SPRINT_CLASS: 'Revision class',
  MOCK_EXAM: 'Mock exam',
  EXAM: 'Exam',
  RESULTS: 'Results',
  CERTIFICATES: 'Certificates',
  PUBLIC_LOOKUP: 'Look-up opens',
};
const MONTHS =
  'January February March April May June July August September October November December'.split(
    ' ',
  );
const HELD: Record<string, string> = {
  持本系列低一级证书: 'Certificate of this series, one level lower (本系列低一级证书)',
  '持其他职业、技能或职称证书':
    'Other vocational, skill or professional-title certificate (职业、技能或职称证书)',
};

/** `初级` as the head of a column, where the Chinese belongs beside it. */
export const levelName = (label: string) => (LEVELS[label] ? `${LEVELS[label]} (${label})` : label);

export const partName = (kind: string, label: string) => PARTS[kind] ?? label;

/** For the scale on a phone. */
export const partWord = (kind: string, label: string) => PART_WORDS[kind] ?? label;

export const milestoneName = (key: string, label: string) => MILESTONES[key] ?? label;

/** `2026-12` as `December 2026`. */
export function sittingName(code: string, name: string): string {
  const [, year, month] = /^(\d{4})-(\d{2})$/.exec(code) ?? [];
  const word = MONTHS[Number(month) - 1];
  return year && word ? `${word} ${year}` : name;
}

/** The subject of a clause: a degree with a major, or a certificate held. */
export function clauseSubject(text: string): string {
  const held = HELD[text];
  if (held) return held;
  const related = /^环境、能源等相关专业，(.+)及以上$/.exec(text)?.[1];
  if (related)
    return `${DEGREES[related] ?? related} or above, related major (环境、能源等相关专业)`;
  const [degree = '', major = ''] = text.split('，');
  const known = DEGREES[degree];
  if (!known) return text;
  if (major === '其他专业') return `${known}, other majors`;
  return major === '不限专业' ? `${known}, any major` : text;
}

/** What a clause asks of one level: years of work, a certificate, both or neither. */
export function clauseCell(text: string): string {
  if (text === '不限') return 'none';
  return text
    .split('，')
    .map((piece) => {
      const years = /^满 (\d+) 年$/.exec(piece)?.[1];
      if (years) return years === '1' ? '1\u00a0year' : `${years}\u00a0years`;
      const level = LEVELS[piece.replace('证书', '')];
      return level ? `${level} certificate` : piece;
    })
    .join(', ');
}

/** A date for the candidate's own calendar. */
export interface CalendarEntry {
  uid: string;
  title: string;
  /** `2026-12-26` for a whole day, or an instant with offset. */
  start: string;
  end?: string;
  place?: string;
}

const escaped = (text: string) =>
  text.replace(/[\\;,]/g, (mark) => `\\${mark}`).replace(/\n/g, '\\n');
const compact = (instant: string) =>
  new Date(instant).toISOString().replace(/[-:]/g, '').replace(/\.\d+/, '');

/** Lines of RFC 5545 hold 75 octets; the rest follows after a blank. */
export function folded(line: string): string {
  const parts: string[] = [];
  let part = '';
  let octets = 0;
  for (const character of line) {
    const size = new TextEncoder().encode(character).length;
    if (octets + size > 73) {
      parts.push(part);
      part = '';
      octets = 0;
    }
    part += character;
    octets += size;
  }
  return [...parts, part].join('\r\n ');
}

function event(entry: CalendarEntry, stamp: string): string[] {
  const whole = !entry.start.includes('T');
  return [
    'BEGIN:VEVENT',
    `UID:${entry.uid}`,
    `DTSTAMP:${compact(stamp)}`,
    whole
      ? `DTSTART;VALUE=DATE:${entry.start.replace(/-/g, '')}`
      : `DTSTART:${compact(entry.start)}`,
    ...(entry.end && !whole ? [`DTEND:${compact(entry.end)}`] : []),
    `SUMMARY:${escaped(entry.title)}`,
    ...(entry.place ? [`LOCATION:${escaped(entry.place)}`] : []),
    'END:VEVENT',
  ];
}

/** The dates as an iCalendar file. */
export function calendar(entries: CalendarEntry[], stamp: string): string {
  return [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Tanshi//Candidate//ZH',
    ...entries.flatMap((entry) => event(entry, stamp)),
    'END:VCALENDAR',
    '',
  ]
    .map(folded)
    .join('\r\n');
}

/** Hands the file to the browser, which offers it to the calendar of the phone. */
export function download(name: string, text: string) {
  const address = URL.createObjectURL(new Blob([text], { type: 'text/calendar;charset=utf-8' }));
  const link = Object.assign(document.createElement('a'), { href: address, download: name });
  document.body.append(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}

/** One meeting as a calendar takes it in. Instants are UTC; a calendar shows them in its reader's own time. */
export interface CalendarEvent {
  /** The same for each version of the same meeting. */
  uid: string;
  /** Grows with each change: the latest wins. */
  sequence: number;
  startsAt: Date;
  minutes: number;
  summary: string;
  location: string | null;
  description: string | null;
  /** Whether the meeting is confirmed or only proposed. */
  confirmed: boolean;
}

/** The file that calendars read (RFC 5545). `stampedAt`: when it was written. */
export function writeCalendar(event: CalendarEvent, stampedAt: Date): string {
  const endsAt = new Date(event.startsAt.getTime() + event.minutes * 60_000);
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Jonction//Entretiens//FR',
    'CALSCALE:GREGORIAN',
    'METHOD:PUBLISH',
    'BEGIN:VEVENT',
    `UID:${escapeText(event.uid)}`,
    `SEQUENCE:${event.sequence}`,
    `DTSTAMP:${utc(stampedAt)}`,
    `DTSTART:${utc(event.startsAt)}`,
    `DTEND:${utc(endsAt)}`,
    `SUMMARY:${escapeText(event.summary)}`,
    ...(event.location ? [`LOCATION:${escapeText(event.location)}`] : []),
    ...(event.description ? [`DESCRIPTION:${escapeText(event.description)}`] : []),
    `STATUS:${event.confirmed ? 'CONFIRMED' : 'TENTATIVE'}`,
    'END:VEVENT',
    'END:VCALENDAR',
  ];
  return lines.map((line) => `${fold(line)}\r\n`).join('');
}

/** RFC 5545, 3.3.5, form 2: UTC, so that no definition of a time zone is needed, summer time included. */
function utc(instant: Date): string {
  return instant.toISOString().replaceAll(/[-:]|\.\d{3}/g, '');
}

/** RFC 5545, 3.3.11. Other control characters have no place in a text. */
function escapeText(text: string): string {
  return (
    text
      .replaceAll(/\r\n?|\u2028|\u2029/g, '\n')
      // biome-ignore lint/suspicious/noControlCharactersInRegex: those are what is taken out
      .replaceAll(/[\u0000-\u0009\u000b-\u001f\u007f]/g, ' ')
      .replaceAll('\\', '\\\\')
      .replaceAll(';', '\\;')
      .replaceAll(',', '\\,')
      .replaceAll('\n', '\\n')
  );
}

const mostOctets = 75;

/** RFC 5545, 3.1: no line over 75 octets, the next ones led by a space; a character is never cut in two. */
function fold(line: string): string {
  const parts: string[] = [];
  let part = '';
  let octets = 0;
  for (const character of line) {
    const size = Buffer.byteLength(character);
    if (octets + size > mostOctets) {
      parts.push(part);
      part = ' ';
      octets = 1;
    }
    part += character;
    octets += size;
  }
  return [...parts, part].join('\r\n');
}

import { type CalendarEvent, writeCalendar } from '@jonction/documents/calendar';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

const event: CalendarEvent = {
  uid: '0190a000-0000-7000-8000-000000000001@jonction.test',
  sequence: 0,
  startsAt: new Date('2026-03-12T08:30:00Z'),
  minutes: 45,
  summary: 'Entretien',
  location: null,
  description: null,
  confirmed: true,
};
const stamp = new Date('2026-03-02T10:00:00Z');

/** Reads as RFC 5545 says: unfold, cut the name from the value, take the escapes out. Strict: what it does not know throws. */
function read(text: string): { properties: Map<string, string>; order: string[] } {
  if (!text.endsWith('\r\n')) throw new Error('a line does not end');
  const physical = text.slice(0, -2).split('\r\n');
  for (const line of physical) {
    if (Buffer.byteLength(line) > 75) throw new Error(`over 75 octets: ${line}`);
    // biome-ignore lint/suspicious/noControlCharactersInRegex: none may be there
    if (/[\u0000-\u0008\u000a-\u001f\u007f]/.test(line))
      throw new Error(`a control character: ${JSON.stringify(line)}`);
  }
  const logical: string[] = [];
  for (const line of physical) {
    if (line.startsWith(' ')) logical.push(`${logical.pop() ?? ''}${line.slice(1)}`);
    else logical.push(line);
  }
  const properties = new Map<string, string>();
  for (const line of logical) {
    const parts = /^([A-Z-]+):(.*)$/su.exec(line);
    if (!parts?.[1]) throw new Error(`no property: ${line}`);
    properties.set(parts[1] === 'BEGIN' || parts[1] === 'END' ? line : parts[1], unescaped(parts[2] ?? ''));
  }
  return { properties, order: logical.map((line) => line.split(':')[0] ?? '') };
}

function unescaped(value: string): string {
  return value.replaceAll(/\\(.)/gsu, (_whole, character: string) => {
    if (character === 'n') return '\n';
    if ('\\;,'.includes(character)) return character;
    throw new Error(`unknown escape \\${character}`);
  });
}

describe('a calendar file', () => {
  it('is one event of one calendar, with what RFC 5545 asks of both', () => {
    const { properties, order } = read(writeCalendar(event, stamp));
    expect(order.slice(0, 2)).toEqual(['BEGIN', 'VERSION']);
    expect(order.slice(-2)).toEqual(['END', 'END']);
    expect(Object.fromEntries(properties)).toMatchObject({
      VERSION: '2.0',
      UID: event.uid,
      SEQUENCE: '0',
      DTSTAMP: '20260302T100000Z',
      DTSTART: '20260312T083000Z',
      DTEND: '20260312T091500Z',
      SUMMARY: 'Entretien',
      STATUS: 'CONFIRMED',
    });
    for (const once of ['UID', 'DTSTAMP', 'DTSTART']) expect(order.filter((name) => name === once)).toHaveLength(1);
  });

  it('says the same instant on both sides of the change to summer time', () => {
    const at = (iso: string) => read(writeCalendar({ ...event, startsAt: new Date(iso) }, stamp)).properties;
    // 9.30 in Paris, the day before and the day after 29 March 2026.
    expect(at('2026-03-28T08:30:00Z').get('DTSTART')).toBe('20260328T083000Z');
    expect(at('2026-03-30T07:30:00Z').get('DTSTART')).toBe('20260330T073000Z');
    const night = at('2026-10-25T00:30:00Z');
    expect(night.get('DTEND')).toBe('20261025T011500Z');
  });

  it('gives back any text as it was, commas, accents, emoji and lines included', () => {
    const text = fc
      .string({ unit: 'grapheme', maxLength: 300 })
      .filter((given) => !/\p{Cc}|\u2028|\u2029/u.test(given));
    fc.assert(
      fc.property(text, text, text, (summary, location, description) => {
        const { properties } = read(
          writeCalendar({ ...event, summary, location: `x${location}`, description: `x${description}` }, stamp),
        );
        expect(properties.get('SUMMARY')).toBe(summary);
        expect(properties.get('LOCATION')).toBe(`x${location}`);
        expect(properties.get('DESCRIPTION')).toBe(`x${description}`);
      }),
      { numRuns: 300 },
    );
  });

  it('lets nobody write a line of the file by what he types', () => {
    const evil = 'Bonjour\r\nEND:VEVENT\nBEGIN:VALARM\u2028ATTENDEE:mailto:x@y.test\u0000\u0007';
    const { properties, order } = read(writeCalendar({ ...event, location: evil, uid: evil }, stamp));
    expect(order.filter((name) => name === 'BEGIN')).toHaveLength(2);
    expect(order).not.toContain('ATTENDEE');
    expect(properties.get('LOCATION')).toContain('\nEND:VEVENT\n');
  });

  it('is proposed until it is confirmed, and its versions follow each other', () => {
    const { properties } = read(writeCalendar({ ...event, confirmed: false, sequence: 3 }, stamp));
    expect([properties.get('STATUS'), properties.get('SEQUENCE')]).toEqual(['TENTATIVE', '3']);
  });

  it('leaves out what is not known', () => {
    const { properties } = read(writeCalendar(event, stamp));
    expect(properties.has('LOCATION') || properties.has('DESCRIPTION')).toBe(false);
  });
});

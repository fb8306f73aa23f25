import { lastContactAfter, logContactSchema, mayLog } from '@jonction/domain/contact/contact';
import { contactChannels, contactOutcomes, contactPurposes } from '@jonction/domain/contact/outcome';
import { preferredChannels } from '@jonction/domain/participant/status';
import { type Day, dayFromNumber, parisDayOf } from '@jonction/domain/shared/day';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fieldsRefused, idOf, refusalsOf } from '../shared/refusals-of.ts';

const call = { participantId: idOf(1), channel: 'phone', outcome: 'reached' };
const noon = new Date('2026-05-04T10:00:00Z');

describe('a contact to log', () => {
  it('is a follow-up of now when nothing else is said', () => {
    expect(logContactSchema.parse(call)).toEqual({ ...call, purpose: 'follow_up' });
  });

  it('takes every channel with every outcome', () => {
    for (const channel of contactChannels) {
      for (const outcome of contactOutcomes) {
        expect(refusalsOf(logContactSchema, { ...call, channel, outcome }), `${channel} ${outcome}`).toEqual([]);
      }
    }
  });

  it.each([
    ['no person', { participantId: undefined }, 'participantId'],
    ['a name for a person', { participantId: 'Awa' }, 'participantId'],
    ['a channel of another age', { channel: 'telegram' }, 'channel'],
    ['no channel', { channel: undefined }, 'channel'],
    ['no outcome', { outcome: undefined }, 'outcome'],
    ['an outcome of its own words', { outcome: 'answered' }, 'outcome'],
    ['a purpose that is no concern of the clause file', { purpose: 'health' }, 'purpose'],
    ['a note of 2,001 characters', { note: 'x'.repeat(2001) }, 'note'],
    ['a day where an instant is asked', { at: '2026-05-04' }, 'at'],
    ['an instant without its zone', { at: '2026-05-04T10:00:00' }, 'at'],
    ['a month of no year', { at: '2026-13-04T10:00:00Z' }, 'at'],
    ['a positioning that is no id', { positioningId: 'offre 3' }, 'positioningId'],
  ])('is refused with %s', (_, change, field) => {
    expect(fieldsRefused(logContactSchema, { ...call, ...change })).toEqual([field]);
  });

  it.each([
    ['a note of 2,000 characters', { note: 'x'.repeat(2000) }],
    ['a note of 2,000 characters and spaces around', { note: ` ${'x'.repeat(2000)} ` }],
    ['no note', { note: null }],
    ['an instant of Paris', { at: '2026-05-04T12:00:00+02:00' }],
    ['the positioning that it is about', { positioningId: idOf(2), purpose: 'preparation' }],
  ])('is accepted with %s', (_, change) => {
    expect(refusalsOf(logContactSchema, { ...call, ...change })).toEqual([]);
  });

  it.each(contactPurposes)('may be for %s', (purpose) => {
    expect(logContactSchema.parse({ ...call, purpose }).purpose).toBe(purpose);
  });
});

describe('the day of the last contact', () => {
  it.each<[string, Day | null, string, Day]>([
    ['begins with the first conversation', null, '2026-05-04T10:00:00Z', '2026-05-04'],
    ['moves forward', '2026-04-01', '2026-05-04T10:00:00Z', '2026-05-04'],
    ['stays on the same day', '2026-05-04', '2026-05-04T18:00:00Z', '2026-05-04'],
    ['never moves back for a call written down late', '2026-05-04', '2026-04-01T10:00:00Z', '2026-05-04'],
    ['is a day of Paris: 22:30 UTC in summer is the next one', null, '2026-05-04T22:30:00Z', '2026-05-05'],
    ['is a day of Paris: 22:30 UTC in winter is the same one', null, '2026-01-04T22:30:00Z', '2026-01-04'],
  ])('%s', (_, last, at, expected) => {
    expect(lastContactAfter(last, { outcome: 'reached', at: new Date(at) })).toBe(expected);
  });

  it.each(contactOutcomes.filter((outcome) => outcome !== 'reached'))(
    'does not move for "%s": nobody was spoken to',
    (outcome) => {
      expect(lastContactAfter('2026-04-01', { outcome, at: noon })).toBe('2026-04-01');
      expect(lastContactAfter(null, { outcome, at: noon })).toBeNull();
    },
  );

  const contacts = fc.array(
    fc.record({
      outcome: fc.constantFrom(...contactOutcomes),
      at: fc.integer({ min: 1_700_000_000, max: 1_800_000_000 }).map((seconds) => new Date(seconds * 1000)),
    }),
    { maxLength: 12 },
  );
  const last = fc.option(
    fc.integer({ min: 19_000, max: 21_000 }).map((number) => dayFromNumber(number)),
    { nil: null },
  );

  it('does not depend on the order in which contacts are written down', () => {
    fc.assert(
      fc.property(last, contacts, fc.integer({ min: 0, max: 11 }), (before, all, turn) => {
        const turned = [...all.slice(turn), ...all.slice(0, turn)].reverse();
        expect(turned.reduce(lastContactAfter, before)).toBe(all.reduce(lastContactAfter, before));
      }),
    );
  });

  it('is the latest conversation, whatever came between', () => {
    fc.assert(
      fc.property(last, contacts, (before, all) => {
        const spoken = all.filter(({ outcome }) => outcome === 'reached').map(({ at }) => parisDayOf(at));
        const days = before === null ? spoken : [before, ...spoken];
        expect(all.reduce(lastContactAfter, before)).toBe(days.sort().at(-1) ?? null);
      }),
    );
  });
});

describe('a contact is refused', () => {
  it.each([
    ['of tomorrow', 86_400_000, false],
    ['of two minutes from now', 120_000, false],
    ['of one minute and a bit from now', 60_001, false],
    ['of one minute from now: clocks differ by so much', 60_000, true],
    ['of now', 0, true],
    ['of last year', -31_536_000_000, true],
  ])('%s: %d ms, %s', (_, later, accepted) => {
    const at = new Date(noon.getTime() + later);
    const answer = mayLog(at, noon);
    if (accepted) expect(answer).toEqual({ ok: true, value: at });
    else expect(answer).toEqual({ ok: false, refusal: { code: 'contact.in_future', facts: {} } });
  });
});

describe('the channels of contacts', () => {
  it('hold every channel that a person may prefer, but through whom she named: that one is called or written to', () => {
    const own = preferredChannels.filter((channel) => channel !== 'third');
    expect(own).toHaveLength(preferredChannels.length - 1);
    for (const channel of own) expect(contactChannels).toContain(channel);
  });
});

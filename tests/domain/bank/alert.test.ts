import { alertPaces, type Find, runAlert, setAlertSchema } from '@jonction/domain/bank/alert';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

const find = (participantId: string, traits: Partial<Find> = {}): Find => ({
  participantId,
  known: false,
  told: false,
  read: false,
  ...traits,
});
const person = fc.constantFrom('a', 'b', 'c', 'd', 'e');
const finds = fc.uniqueArray(
  fc.record({ participantId: person, known: fc.boolean(), told: fc.boolean(), read: fc.boolean() }),
  { selector: ({ participantId }) => participantId },
);
const found = fc.array(person);

/** What the base holds after a run. */
function kept(before: readonly Find[], { added, toTell }: ReturnType<typeof runAlert>): Find[] {
  const all = [...before, ...added.map((id) => find(id))];
  return all.map((one) => (toTell.includes(one.participantId) ? { ...one, told: true } : one));
}

describe('a run of an alert', () => {
  it('tells of whoever is new, and of nobody who was there when it began', () => {
    expect(runAlert([find('a', { known: true })], ['a', 'b'])).toEqual({ added: ['b'], toTell: ['b'] });
  });

  it('says nothing when nothing changed', () => {
    expect(runAlert([find('a', { known: true }), find('b', { told: true })], ['a', 'b'])).toEqual({
      added: [],
      toTell: [],
    });
  });

  it('says nothing when somebody left, nor when she comes back', () => {
    expect(runAlert([find('a', { told: true })], [])).toEqual({ added: [], toTell: [] });
    expect(runAlert([find('a', { told: true })], ['a'])).toEqual({ added: [], toTell: [] });
  });

  it('tells what a run that was cut had found and not told', () => {
    expect(runAlert([find('a')], ['a'])).toEqual({ added: [], toTell: ['a'] });
  });

  it('does not write of whom she has already looked at on the screen', () => {
    expect(runAlert([find('a', { read: true })], ['a'])).toEqual({ added: [], toTell: [] });
  });

  it('finds each person once, however often the search names her', () => {
    expect(runAlert([], ['a', 'a'])).toEqual({ added: ['a'], toTell: ['a'] });
  });

  it('run twice tells once', () => {
    fc.assert(
      fc.property(finds, found, (before, people) => {
        const first = runAlert(before, people);
        expect(runAlert(kept(before, first), people)).toEqual({ added: [], toTell: [] });
      }),
    );
  });

  it('tells of a person at most once, whatever comes and goes from run to run', () => {
    fc.assert(
      fc.property(finds, fc.array(found, { maxLength: 6 }), (start, days) => {
        const told: string[] = [];
        let before: Find[] = start;
        for (const people of days) {
          const run = runAlert(before, people);
          told.push(...run.toTell);
          before = kept(before, run);
        }
        expect(new Set(told).size).toBe(told.length);
        for (const { participantId } of start.filter(({ known, told: had, read }) => known || had || read)) {
          expect(told).not.toContain(participantId);
        }
      }),
    );
  });

  it('forgets nobody: whoever is found and was not known is told by the end', () => {
    fc.assert(
      fc.property(found, (people) => {
        expect(new Set(runAlert([], people).toTell)).toEqual(new Set(people));
      }),
    );
  });
});

describe('the pace of an alert', () => {
  it('is one of two, or none', () => {
    const searchId = '3f0f6a52-8d3e-4b7a-9c58-1d2e3f4a5b6c';
    for (const pace of [...alertPaces, null]) expect(setAlertSchema.parse({ searchId, pace }).pace).toBe(pace);
    expect(setAlertSchema.safeParse({ searchId, pace: 'hourly' }).success).toBe(false);
    expect(setAlertSchema.safeParse({ searchId }).success).toBe(false);
  });
});

import {
  answerAfter,
  answerBroadcastSchema,
  broadcastAnswers,
  broadcastGuardDays,
  broadcastSchema,
  committeeSchema,
  mayRemind,
  newAddressees,
} from '@jonction/domain/offer/broadcast';
import { offerStatuses } from '@jonction/domain/offer/offer';
import { addDays } from '@jonction/domain/shared/day';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

const today = '2026-05-04';
const partners = fc.uniqueArray(fc.constantFrom('a', 'b', 'c', 'd'));

describe('mayRemind', () => {
  const facts = { sentOn: '2026-05-01', remindedOn: null, answer: null };

  it.each([
    ['three days after the letter', facts, true],
    ['two days after the letter', { ...facts, sentOn: '2026-05-02' }, false],
    ['on the day of the letter', { ...facts, sentOn: today }, false],
    ['two days after a reminder', { ...facts, sentOn: '2026-04-01', remindedOn: '2026-05-02' }, false],
    ['three days after a reminder', { ...facts, sentOn: '2026-04-01', remindedOn: '2026-05-01' }, true],
    ['who proposed somebody', { ...facts, answer: 'people' as const }, false],
    ['who has nobody', { ...facts, answer: 'nobody' as const }, false],
  ])('%s: %s', (_, given, may) => {
    expect(mayRemind(given, today)).toBe(may);
  });

  it('never twice within the guard, and never once answered', () => {
    fc.assert(
      fc.property(fc.nat(30), fc.nat(30), fc.constantFrom(null, ...broadcastAnswers), (sent, reminded, answer) => {
        const given = { sentOn: addDays(today, -sent - reminded), remindedOn: addDays(today, -reminded), answer };
        expect(mayRemind(given, today)).toBe(answer === null && reminded >= broadcastGuardDays);
        if (mayRemind(given, today)) expect(mayRemind({ ...given, remindedOn: today }, today)).toBe(false);
      }),
    );
  });
});

describe('newAddressees', () => {
  it('are the members who do not have it yet, each once, and nobody else', () => {
    fc.assert(
      fc.property(partners, partners, (members, had) => {
        const decision = newAddressees('open', members, had);
        if (!decision.ok) {
          expect(members.every((member) => had.includes(member))).toBe(true);
          return;
        }
        expect(decision.value.length).toBeGreaterThan(0);
        for (const one of decision.value) {
          expect(members).toContain(one);
          expect(had).not.toContain(one);
        }
        expect(newAddressees('open', members, [...had, ...decision.value]).ok).toBe(false);
      }),
    );
  });

  it.each(offerStatuses.filter((status) => status !== 'open'))('are nobody of an offer that is %s', (status) => {
    expect(newAddressees(status, ['a'], [])).toMatchObject({ refusal: { code: 'offer.not_open' } });
  });

  it('say why there are none', () => {
    expect(newAddressees('open', [], [])).toMatchObject({ refusal: { code: 'offer.committee_empty' } });
    expect(newAddressees('open', ['a'], ['a'])).toMatchObject({ refusal: { code: 'offer.broadcast_everybody' } });
  });
});

describe('answerAfter', () => {
  it.each([
    [null, 0, 'nobody'],
    [null, 2, 'people'],
    ['nobody', 1, 'people'],
    ['people', 0, 'people'],
    ['nobody', 0, 'nobody'],
  ] as const)('%s, then %s people: %s', (before, people, after) => {
    expect(answerAfter(before, people)).toBe(after);
  });
});

describe('an answer', () => {
  const offerId = '0190a000-0000-7000-8000-00000000000a';

  it('is people or nobody, never both, never neither', () => {
    const valid = (input: object) => answerBroadcastSchema.safeParse({ offerId, ...input }).success;
    expect(valid({ participantIds: [offerId] })).toBe(true);
    expect(valid({ nobody: true })).toBe(true);
    expect(valid({})).toBe(false);
    expect(valid({ nobody: true, participantIds: [offerId] })).toBe(false);
  });

  it('says nothing where the note is blank', () => {
    expect(broadcastSchema.parse({ offerId, note: '  ' }).note).toBeNull();
    expect(broadcastSchema.parse({ offerId }).note).toBeNull();
    expect(committeeSchema.safeParse({ partnerIds: ['x'] }).success).toBe(false);
  });
});

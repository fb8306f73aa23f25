import {
  answerAfter,
  answerBroadcastSchema,
  type BroadcastAnswer,
  mayRemind,
  newAddressees,
} from '@jonction/domain/offer/broadcast';
import { actOnOffer, type OfferAct } from '@jonction/domain/offer/lifecycle';
import { type OfferStatus, offerInput } from '@jonction/domain/offer/offer';
import { silenceOf } from '@jonction/domain/offer/silence';
import { addDays, eachDay } from '@jonction/domain/shared/day';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

const idOf = (number: number) => `0190a000-0000-7000-8000-${number.toString(16).padStart(12, '0')}`;

describe('the rounds of an offer among its committee', () => {
  const names = fc.uniqueArray(fc.constantFrom(...'abcdefgh'.split('')));

  it('reach every member once, however the committee grows between them', () => {
    fc.assert(
      fc.property(fc.array(names, { minLength: 1, maxLength: 6 }), (committees) => {
        const letters: string[] = [];
        for (const members of committees) {
          const round = newAddressees('open', members, letters);
          if (round.ok) letters.push(...round.value);
        }
        expect(letters).toHaveLength(new Set(letters).size);
        expect(new Set(letters)).toEqual(new Set(committees.flat()));
      }),
    );
  });

  it('end with a refusal once everybody has it: a second press writes to nobody', () => {
    fc.assert(
      fc.property(names, names, (members, had) => {
        const first = newAddressees('open', members, had);
        const second = newAddressees('open', members, [...had, ...(first.ok ? first.value : [])]);
        expect(second).toEqual({
          ok: false,
          refusal: { code: members.length === 0 ? 'offer.committee_empty' : 'offer.broadcast_everybody', facts: {} },
        });
      }),
    );
  });

  it('remind a partner that keeps silent every third day, and no more often', () => {
    let remindedOn: string | null = null;
    const letters: string[] = [];
    for (const day of eachDay('2026-02-26', '2026-03-10')) {
      if (!mayRemind({ sentOn: '2026-02-26', remindedOn, answer: null }, day)) continue;
      letters.push(day);
      remindedOn = day;
    }
    expect(letters).toEqual(['2026-03-01', '2026-03-04', '2026-03-07', '2026-03-10']);
  });

  it('keep "people" whatever the order in which answers arrive', () => {
    const counts = fc.array(fc.integer({ min: 0, max: 3 }), { minLength: 1, maxLength: 8 });
    const last = (given: readonly number[]) => given.reduce<BroadcastAnswer | null>(answerAfter, null);
    fc.assert(
      fc.property(counts, (given) => {
        expect(last(given)).toBe(given.some((people) => people > 0) ? 'people' : 'nobody');
        expect(last(given.toReversed())).toBe(last(given));
      }),
    );
  });

  it.each([
    [0, false, ['offer.broadcast_answer_missing']],
    [0, true, []],
    [1, false, []],
    [1, true, ['offer.broadcast_answer_missing']],
    [50, false, []],
  ] as const)('take an answer of %i people, with nobody said: %s', (count, nobody, messages) => {
    const participantIds = Array.from({ length: count }, (_, index) => idOf(index));
    const parsed = answerBroadcastSchema.safeParse({ offerId: idOf(99), participantIds, nobody });
    expect(parsed.error?.issues.map(({ message }) => message) ?? []).toEqual(messages);
  });

  it('refuse the fifty-first person of one answer', () => {
    const participantIds = Array.from({ length: 51 }, (_, index) => idOf(index));
    expect(answerBroadcastSchema.safeParse({ offerId: idOf(99), participantIds }).success).toBe(false);
  });
});

describe('an offer that nobody speaks of', () => {
  it('is quiet for thirty days, asked about for fifteen, then put aside, across a February', () => {
    const days = eachDay('2026-01-20', '2026-03-31');
    const said = (wanted: string) => days.filter((day) => silenceOf('2026-01-20', day) === wanted);
    expect([said('quiet').at(0), said('quiet').at(-1), said('quiet').length]).toEqual(['2026-01-20', '2026-02-18', 30]);
    expect([said('ask').at(0), said('ask').at(-1), said('ask').length]).toEqual(['2026-02-19', '2026-03-05', 15]);
    expect(said('aside').at(0)).toBe('2026-03-06');
  });

  it('is judged by the days since the last news alone, in whatever season', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1000 }), fc.integer({ min: 0, max: 60 }), (shift, days) => {
        const news = addDays('2026-01-01', shift);
        expect(silenceOf(news, addDays(news, days))).toBe(silenceOf('2026-01-01', addDays('2026-01-01', days)));
      }),
    );
  });
});

/** By hand: where each act leads from each status; nothing where it is refused. */
const acts: readonly (readonly [OfferStatus, Readonly<Record<OfferAct, OfferStatus | null>>])[] = [
  ['draft', { open: 'open', close: 'closed', fill: null }],
  ['proposed', { open: 'open', close: 'closed', fill: null }],
  ['open', { open: null, close: 'closed', fill: 'filled' }],
  ['filled', { open: 'open', close: 'closed', fill: null }],
  ['closed', { open: 'open', close: null, fill: null }],
];

describe('a day in the life of an offer', () => {
  it('that is lived twice over leaves each act where the table says, and each refusal where it stood', () => {
    const table = new Map(acts);
    const tried = fc.array(fc.constantFrom<OfferAct>('open', 'close', 'fill'), { maxLength: 20 });
    fc.assert(
      fc.property(fc.constantFrom(...table.keys()), tried, (start, presses) => {
        let status: OfferStatus = start;
        for (const act of presses) {
          const to = table.get(status)?.[act] ?? null;
          const got = actOnOffer(status, act);
          if (to === null) {
            expect(got).toEqual({ ok: false, refusal: { code: 'offer.act_not_allowed', facts: { status } } });
          } else {
            expect(got).toEqual({ ok: true, value: to });
            status = to;
          }
        }
      }),
    );
  });

  const offer = {
    title: 'Agent de propreté',
    romeCode: 'K2204',
    positions: 2,
    weeklyHoursMin: 20,
    weeklyHoursMax: 35,
    employmentKind: 'fixed_term',
    startsOn: '2026-05-04',
    postalCode: '13001',
  };

  it('is written down the same when what was written is saved again', () => {
    const given = { ...offer, title: ' Agent de propreté ', contactEmail: ' rh@exemple.test', slackDays: 7 };
    const once = offerInput.parse(given);
    expect(offerInput.parse(once)).toEqual(once);
    expect(once).toMatchObject({ title: 'Agent de propreté', contactEmail: 'rh@exemple.test', slackDays: 7 });
  });

  it('takes exactly the pairs of hours that stand in order, and says so on the second', () => {
    const hours = fc.integer({ min: 1, max: 48 });
    fc.assert(
      fc.property(hours, hours, (weeklyHoursMin, weeklyHoursMax) => {
        const parsed = offerInput.safeParse({ ...offer, weeklyHoursMin, weeklyHoursMax });
        const said = parsed.error?.issues.map(({ path, message }) => `${path.join('.')}: ${message}`) ?? [];
        expect(said).toEqual(weeklyHoursMin <= weeklyHoursMax ? [] : ['weeklyHoursMax: offer.hours_reversed']);
      }),
    );
  });
});

import { answerAfter, answerBroadcastSchema, mayRemind, newAddressees } from '@jonction/domain/offer/broadcast';
import { actOnOffer, offerActs } from '@jonction/domain/offer/lifecycle';
import { offerInput, offerStatuses } from '@jonction/domain/offer/offer';
import { offerPermissions } from '@jonction/domain/offer/permissions';
import { silenceOf, silences } from '@jonction/domain/offer/silence';
import {
  type AskFacts,
  answerStillOpen,
  asksByItself,
  mayAskStillOpen,
  stillOpenAnswers,
} from '@jonction/domain/offer/still-open';
import { offerWords } from '@jonction/domain/offer/words';
import { addDays } from '@jonction/domain/shared/day';
import { sentence } from '@jonction/domain/shared/words';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { seen } from '../../support/spaces.ts';
import { fieldsRefused, idOf, refusalsOf } from '../shared/refusals-of.ts';

const today = '2026-05-12';
const asked: AskFacts = {
  status: 'open',
  since: '2026-04-10',
  address: 'ida@val.example',
  askedOn: null,
  lastToAddressOn: null,
};

describe('an offer that nobody speaks of', () => {
  it.each([
    [0, 'quiet'],
    [29, 'quiet'],
    [30, 'ask'],
    [44, 'ask'],
    [45, 'aside'],
    [400, 'aside'],
    [-3, 'quiet'],
  ] as const)('for %i days: %s', (days, silence) => {
    expect(silenceOf(addDays(today, -days), today)).toBe(silence);
  });

  it('gets no quieter as days pass', () => {
    fc.assert(
      fc.property(fc.nat(100), fc.nat(30), (days, more) => {
        const at = (count: number) => silences.indexOf(silenceOf(addDays(today, -count), today));
        expect(at(days + more)).toBeGreaterThanOrEqual(at(days));
      }),
    );
  });
});

describe('the letter "still open?"', () => {
  it.each([
    ['leaves', {}, 'ida@val.example'],
    ['asks nothing of a closed offer', { status: 'closed' }, 'offer.not_open'],
    ['needs an address', { address: null }, 'offer.still_open_no_address'],
    ['leaves once a silence', { askedOn: '2026-04-10' }, 'offer.still_open_asked'],
    ['leaves again once there was news since', { askedOn: '2026-04-09' }, 'ida@val.example'],
    ['spares an address written to two days ago', { lastToAddressOn: '2026-05-10' }, 'offer.still_open_guard'],
    ['writes to an address written to three days ago', { lastToAddressOn: '2026-05-09' }, 'ida@val.example'],
    ['says first that the offer is over', { status: 'filled', address: null, askedOn: today }, 'offer.not_open'],
  ] as const)('%s', (_, given, expected) => {
    const decision = mayAskStillOpen({ ...asked, ...given }, today);
    expect(decision.ok ? decision.value : decision.refusal.code).toBe(expected);
  });

  it('says on which day it left already', () => {
    const decision = mayAskStillOpen({ ...asked, askedOn: '2026-05-01' }, today);
    if (decision.ok) expect.unreachable();
    else {
      const { code, facts } = decision.refusal;
      expect(seen(sentence(offerWords, 'fr', code, facts))).toContain('déjà été envoyée le 1er~mai~2026');
      expect(seen(sentence(offerWords, 'en', code, facts))).toContain('already left on 1~May~2026');
    }
  });

  it('leaves by itself in the days of the question alone, and never where a hand may not send it', () => {
    const facts = fc.record({
      status: fc.constantFrom(...offerStatuses),
      since: fc.nat(60).map((days) => addDays(today, -days)),
      address: fc.option(fc.constant('ida@val.example')),
      askedOn: fc.option(fc.nat(60).map((days) => addDays(today, -days))),
      lastToAddressOn: fc.option(fc.nat(6).map((days) => addDays(today, -days))),
    });
    fc.assert(
      fc.property(facts, (given) => {
        const expected = silenceOf(given.since, today) === 'ask' && mayAskStillOpen(given, today).ok;
        expect(asksByItself(given, today)).toBe(expected);
        // Asked on the day, it is not asked again the next.
        expect(asksByItself({ ...given, askedOn: today, lastToAddressOn: today }, addDays(today, 1))).toBe(false);
      }),
    );
  });

  it('is answered once: the same answer again is no news, another on an offer that is over is refused', () => {
    for (const answer of stillOpenAnswers) {
      expect(answerStillOpen({ status: 'open', answer: null }, answer)).toEqual({
        ok: true,
        value: { unchanged: false },
      });
      expect(answerStillOpen({ status: 'closed', answer }, answer)).toEqual({ ok: true, value: { unchanged: true } });
    }
    expect(answerStillOpen({ status: 'filled', answer: 'filled' }, 'open')).toMatchObject({
      refusal: { code: 'offer.still_open_over' },
    });
  });
});

describe('an offer spread to the committee', () => {
  it.each([
    ['people after nothing', null, 2, 'people'],
    ['nobody after nothing', null, 0, 'nobody'],
    ['people after nobody', 'nobody', 1, 'people'],
    ['nobody after people, which stand', 'people', 0, 'people'],
  ] as const)('is answered: %s', (_, before, people, after) => {
    expect(answerAfter(before, people)).toBe(after);
  });

  it.each([
    ['two days after the letter', { sentOn: '2026-05-10', remindedOn: null, answer: null }, false],
    ['three days after it', { sentOn: '2026-05-09', remindedOn: null, answer: null }, true],
    ['two days after a reminder', { sentOn: '2026-04-01', remindedOn: '2026-05-10', answer: null }, false],
    ['three days after a reminder', { sentOn: '2026-04-01', remindedOn: '2026-05-09', answer: null }, true],
    ['once it has answered', { sentOn: '2026-04-01', remindedOn: null, answer: 'nobody' }, false],
  ] as const)('reminds a partner %s: %s', (_, facts, may) => {
    expect(mayRemind(facts, today)).toBe(may);
  });

  it('goes to each member who does not have it, in their order', () => {
    expect(newAddressees('open', ['a', 'b', 'c'], ['b'])).toEqual({ ok: true, value: ['a', 'c'] });
    expect(newAddressees('open', [], [])).toMatchObject({ refusal: { code: 'offer.committee_empty' } });
    expect(newAddressees('open', ['a'], ['a', 'z'])).toMatchObject({ refusal: { code: 'offer.broadcast_everybody' } });
    for (const status of offerStatuses) {
      if (status !== 'open')
        expect(newAddressees(status, ['a'], [])).toMatchObject({ refusal: { code: 'offer.not_open' } });
    }
  });

  it.each([
    [{ participantIds: [idOf(2)] }, []],
    [{ nobody: true }, []],
    [{}, ['participantIds: offer.broadcast_answer_missing']],
    [{ participantIds: [idOf(2)], nobody: true }, ['participantIds: offer.broadcast_answer_missing']],
  ])('is answered by people or by nobody, not both: %j', (given, refusals) => {
    expect(refusalsOf(answerBroadcastSchema, { offerId: idOf(1), ...given })).toEqual(refusals);
  });
});

describe('an offer as it is typed', () => {
  const offer = {
    title: 'Agent de propreté',
    romeCode: 'K2204',
    positions: 2,
    weeklyHoursMin: 20,
    weeklyHoursMax: 35,
    employmentKind: 'fixed_term',
    startsOn: '2026-06-01',
    postalCode: '75013',
  };

  it.each([
    [{}, []],
    [{ weeklyHoursMin: 35 }, []],
    [{ weeklyHoursMin: 36 }, ['weeklyHoursMax: offer.hours_reversed']],
    [{ weeklyHoursMax: 49 }, ['weeklyHoursMax: offer.hours_wrong']],
    [{ positions: 0 }, ['positions: offer.positions_wrong']],
    [{ positions: 1.5 }, ['positions: offer.positions_wrong']],
    [{ positions: 501 }, ['positions: offer.positions_wrong']],
    [{ title: ' ab ' }, ['title: offer.title_missing']],
    [{ romeCode: '' }, ['romeCode: offer.occupation_missing']],
    [{ romeCode: 'O1000' }, ['romeCode: offer.occupation_missing']],
    [{ employmentKind: '' }, ['employmentKind: offer.kind_missing']],
    [{ startsOn: '01/06/2026' }, ['startsOn: shared.not_a_day']],
    [{ postalCode: '7501' }, ['postalCode: offer.postal_code']],
    [{ slackDays: 366 }, ['slackDays: offer.slack_wrong']],
    [{ monthsAsked: -1 }, ['monthsAsked: offer.months_wrong']],
    [{ contactEmail: 'ida@' }, ['contactEmail: offer.email_wrong']],
  ])('%j: %j', (given, refusals) => {
    expect(refusalsOf(offerInput, { ...offer, ...given })).toEqual(refusals);
  });

  it('asks for nothing that nobody typed', () => {
    expect(offerInput.parse(offer)).toMatchObject({
      slackDays: 0,
      licences: [],
      skills: [],
      monthsAsked: 0,
      frenchLevel: 0,
      description: null,
    });
  });

  it('has no French above C2, nor below none', () => {
    expect([-1, 0, 6, 7].map((frenchLevel) => fieldsRefused(offerInput, { ...offer, frenchLevel }).length)).toEqual([
      1, 0, 0, 1,
    ]);
  });
});

it.each([
  ['draft', ['open', 'close']],
  ['proposed', ['open', 'close']],
  ['open', ['close', 'fill']],
  ['filled', ['open', 'close']],
  ['closed', ['open']],
] as const)('an offer that is %s may %j', (status, acts) => {
  const all = Object.keys(offerActs) as (keyof typeof offerActs)[];
  expect(all.filter((act) => actOnOffer(status, act).ok)).toEqual(acts);
});

it('lets a company ask for people, and open nothing by itself', () => {
  for (const [procedure, { who }] of Object.entries(offerPermissions)) {
    if (!/propose|Mine$/.test(procedure)) expect(who, procedure).not.toContain('employer');
  }
});

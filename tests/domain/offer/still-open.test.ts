import { offerStatuses } from '@jonction/domain/offer/offer';
import { askAfterDays, setAsideAfterDays } from '@jonction/domain/offer/silence';
import {
  type AskFacts,
  addressGuardDays,
  answerStillOpen,
  answerStillOpenSchema,
  asksByItself,
  mayAskStillOpen,
  stillOpenAnswers,
  stillOpenLinkDays,
} from '@jonction/domain/offer/still-open';
import { addDays, dayFromNumber, dayNumber } from '@jonction/domain/shared/day';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

const today = '2026-05-04';
const ago = (days: number) => addDays(today, -days);
const silent: AskFacts = {
  status: 'open',
  since: ago(35),
  address: 'rh@entreprise.test',
  askedOn: null,
  lastToAddressOn: null,
};
const codeOf = (facts: AskFacts) => {
  const decision = mayAskStillOpen(facts, today);
  return decision.ok ? decision.value : decision.refusal.code;
};

describe('asking a company whether its offer is still open', () => {
  it.each([
    ['leaves to its address', {}, 'rh@entreprise.test'],
    ['not without a sure address', { address: null }, 'offer.still_open_no_address'],
    ['once a silence', { askedOn: ago(10) }, 'offer.still_open_asked'],
    ['once a silence, the very day of its last news', { askedOn: ago(35) }, 'offer.still_open_asked'],
    ['again in another silence', { askedOn: ago(40) }, 'rh@entreprise.test'],
    ['not two days after another letter', { lastToAddressOn: ago(2) }, 'offer.still_open_guard'],
    ['three days after another letter', { lastToAddressOn: ago(addressGuardDays) }, 'rh@entreprise.test'],
  ] as const)('%s', (_, traits, expected) => {
    expect(codeOf({ ...silent, ...traits })).toBe(expected);
  });

  it.each(offerStatuses.filter((status) => status !== 'open'))(
    'is for open offers, not for one that is %s',
    (status) => {
      expect(codeOf({ ...silent, status })).toBe('offer.not_open');
    },
  );

  it('is done by itself from thirty days of silence on, and not once it is put aside', () => {
    const asked = [29, 30, 44, 45].filter((days) => asksByItself({ ...silent, since: ago(days) }, today));
    expect(asked).toEqual([askAfterDays, setAsideAfterDays - 1]);
  });

  it('never by itself where nobody may ask by hand', () => {
    const someDay = fc.integer({ min: dayNumber(ago(60)), max: dayNumber(today) }).map(dayFromNumber);
    const facts = fc.record({
      status: fc.constantFrom(...offerStatuses),
      since: someDay,
      address: fc.constantFrom(null, 'rh@entreprise.test'),
      askedOn: fc.option(someDay),
      lastToAddressOn: fc.option(someDay),
    });
    fc.assert(
      fc.property(facts, (one) => {
        if (asksByItself(one, today)) expect(mayAskStillOpen(one, today).ok).toBe(true);
      }),
    );
  });

  it('gives the company as long to answer as the silence may last', () => {
    expect(stillOpenLinkDays).toBeGreaterThanOrEqual(setAsideAfterDays - askAfterDays);
  });
});

describe('its answer', () => {
  it.each(stillOpenAnswers)('"%s" is taken for an open offer, and changed while it is open', (answer) => {
    for (const before of [null, ...stillOpenAnswers]) {
      expect(answerStillOpen({ status: 'open', answer: before }, answer)).toEqual({
        ok: true,
        value: { unchanged: before === answer },
      });
    }
  });

  it.each(offerStatuses.filter((status) => status !== 'open'))('opens nothing that is %s again', (status) => {
    expect(answerStillOpen({ status, answer: 'filled' }, 'open')).toMatchObject({
      ok: false,
      refusal: { code: 'offer.still_open_over' },
    });
    // The same click twice is one.
    expect(answerStillOpen({ status, answer: 'filled' }, 'filled')).toEqual({ ok: true, value: { unchanged: true } });
  });

  it('is one of three, with a token that can be one', () => {
    const whole = { token: 'x'.repeat(40), answer: 'open' };
    expect(answerStillOpenSchema.safeParse(whole).success).toBe(true);
    expect(answerStillOpenSchema.safeParse({ ...whole, answer: 'maybe' }).success).toBe(false);
    expect(answerStillOpenSchema.safeParse({ ...whole, token: 'x' }).success).toBe(false);
  });
});

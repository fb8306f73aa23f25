import { actOnOffer, type OfferAct, offerActs } from '@jonction/domain/offer/lifecycle';
import { type OfferStatus, offerStatuses } from '@jonction/domain/offer/offer';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

/** Every act from every status: where it leads, or `-` where it is refused. */
const table: Readonly<Record<OfferStatus, Readonly<Record<OfferAct, OfferStatus | '-'>>>> = {
  draft: { open: 'open', close: 'closed', fill: '-' },
  proposed: { open: 'open', close: 'closed', fill: '-' },
  open: { open: '-', close: 'closed', fill: 'filled' },
  filled: { open: 'open', close: 'closed', fill: '-' },
  closed: { open: 'open', close: '-', fill: '-' },
};
const acts: readonly OfferAct[] = ['open', 'close', 'fill'];

describe.each(offerStatuses)('an offer that is %s', (status) => {
  it.each(acts)('answers to "%s" as the table says', (act) => {
    const to = table[status][act];
    const answer = actOnOffer(status, act);
    if (to === '-')
      expect(answer).toEqual({ ok: false, refusal: { code: 'offer.act_not_allowed', facts: { status } } });
    else expect(answer).toEqual({ ok: true, value: to });
  });
});

describe('the life of an offer', () => {
  it('has no other act', () => {
    expect(Object.keys(offerActs).sort()).toEqual([...acts].sort());
  });

  it('goes back to draft or proposed by no act', () => {
    const reached = new Set(Object.values(offerActs).map(({ to }) => to));
    expect(offerStatuses.filter((status) => !reached.has(status as 'open'))).toEqual(['draft', 'proposed']);
  });

  it('is filled from open alone: nobody is hired on what was never shown', () => {
    expect(offerStatuses.filter((status) => actOnOffer(status, 'fill').ok)).toEqual(['open']);
  });

  it('may always be closed but once closed, and reopened after', () => {
    const closable = offerStatuses.filter((status) => actOnOffer(status, 'close').ok);
    expect(closable).toEqual(offerStatuses.filter((status) => status !== 'closed'));
    expect(actOnOffer('closed', 'open')).toEqual({ ok: true, value: 'open' });
  });

  it('refuses an act done twice: a button pressed again says so, and changes nothing', () => {
    fc.assert(
      fc.property(fc.constantFrom(...offerStatuses), fc.constantFrom(...acts), (status, act) => {
        const once = actOnOffer(status, act);
        if (once.ok) expect(actOnOffer(once.value, act).ok).toBe(false);
      }),
    );
  });

  it('is never stuck: from any status some act is allowed', () => {
    for (const status of offerStatuses)
      expect(
        acts.some((act) => actOnOffer(status, act).ok),
        status,
      ).toBe(true);
  });
});

import { consortiumWords } from '@jonction/domain/contract/consortium-words';
import { contractPermissions } from '@jonction/domain/contract/permissions';
import {
  checkNotTwice,
  checkParties,
  checkPurchaser,
  checkSeller,
  checkSignedOn,
  mayAnswer,
  type Proposed,
  paidCents,
  proposeTransferSchema,
  recordTransferSchema,
  refuseTransferSchema,
  stateOf,
  transferActs,
  transferStates,
  transferTotalCents,
} from '@jonction/domain/contract/transfer';
import { sentence } from '@jonction/domain/shared/words';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

const codeOf = (decision: { ok: true } | { ok: false; refusal: { code: string } }) =>
  decision.ok ? 'accepted' : decision.refusal.code;
const id = (count: number) => `00000000-0000-7000-8000-${String(count).padStart(12, '0')}`;

describe('what a transfer costs', () => {
  it.each([
    { hours: 100, price: 2_004, total: 2_004 },
    { hours: 12_000, price: 2_004, total: 240_480 },
    { hours: 50, price: 2_004, total: 1_002 },
    { hours: 1, price: 2_004, total: 20 },
    { hours: 1, price: 50, total: 1 },
    { hours: 1, price: 49, total: 0 },
    { hours: 25, price: 1_999, total: 500 },
    { hours: 15_167, price: 2_004, total: 303_947 },
    { hours: 12_000, price: 0, total: 0 },
    { hours: 1_000_000_000, price: 50_000, total: 500_000_000_000 },
  ])('$hours hundredths at $price cents make $total', ({ hours, price, total }) => {
    expect(transferTotalCents(hours, price)).toBe(total);
  });

  it('is the exact product, half up to the cent', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 10_000_000 }), fc.nat(50_000), (hours, price) => {
        const total = transferTotalCents(hours, price);
        expect(2 * (100 * total - hours * price)).toBeLessThanOrEqual(100);
        expect(2 * (hours * price - 100 * total)).toBeLessThan(100);
      }),
    );
  });
});

describe('where a transfer stands', () => {
  it.each([
    { act: null, state: 'waiting' },
    { act: 'sign', state: 'signed' },
    { act: 'paper', state: 'signed' },
    { act: 'refuse', state: 'refused' },
    { act: 'withdraw', state: 'withdrawn' },
  ] as const)('after $act it is $state', ({ act, state }) => {
    expect(stateOf({ act, lapsed: false })).toBe(state);
  });

  it('has a word for every state, in both languages', () => {
    for (const locale of ['fr', 'en'] as const)
      for (const state of transferStates)
        expect(sentence(consortiumWords, locale, `contract.transfer_state.${state}`)).toMatch(/\w{4}/);
  });
});

describe('what a member may take over', () => {
  it('is what it did and still holds, to the centihour', () => {
    expect(codeOf(checkSeller({ heldCentihours: 6_000 }, 6_000))).toBe('accepted');
    expect(codeOf(checkSeller({ heldCentihours: 6_000 }, 6_001))).toBe('contract.transfer_over_done');
    expect(codeOf(checkSeller({ heldCentihours: 0 }, 1))).toBe('contract.transfer_over_done');
  });

  it('is said in the refusal, and never below nought', () => {
    expect(checkSeller({ heldCentihours: 6_000 }, 6_001)).toMatchObject({
      refusal: { facts: { heldCentihours: 6_000 } },
    });
    expect(checkSeller({ heldCentihours: -3_000 }, 1)).toMatchObject({ refusal: { facts: { heldCentihours: 0 } } });
    const said = sentence(consortiumWords, 'fr', 'contract.transfer_over_done', { heldCentihours: 6_000 });
    expect(said.replaceAll(/[\u202f\u00a0]/g, ' ')).toContain('60 h');
  });
});

describe('what a member may be relieved of', () => {
  it('is what it still owes, to the centihour', () => {
    expect(codeOf(checkPurchaser({ effectiveCentihours: 6_000 }, 6_000))).toBe('accepted');
    expect(codeOf(checkPurchaser({ effectiveCentihours: 6_000 }, 6_001))).toBe('contract.transfer_over_due');
  });

  it('is said in the refusal, and never below nought', () => {
    expect(checkPurchaser({ effectiveCentihours: -50 }, 1)).toMatchObject({
      refusal: { code: 'contract.transfer_over_due', facts: { effectiveCentihours: 0 } },
    });
  });
});

describe('between whom', () => {
  it('is two members of the group', () => {
    const members = ['a', 'b', 'c'];
    expect(codeOf(checkParties({ sellerId: 'a', purchaserId: 'b' }, members))).toBe('accepted');
    expect(codeOf(checkParties({ sellerId: 'a', purchaserId: 'a' }, members))).toBe('contract.transfer_with_self');
    expect(codeOf(checkParties({ sellerId: 'a', purchaserId: 'z' }, members))).toBe('contract.transfer_not_member');
    expect(codeOf(checkParties({ sellerId: 'z', purchaserId: 'a' }, members))).toBe('contract.transfer_not_member');
    expect(codeOf(checkParties({ sellerId: 'a', purchaserId: 'b' }, []))).toBe('contract.transfer_not_member');
  });

  it('is not proposed twice the same, while the first waits', () => {
    const terms = { sellerId: 'a', purchaserId: 'b', centihours: 100, priceCents: 2_004 };
    expect(codeOf(checkNotTwice(terms, []))).toBe('accepted');
    expect(codeOf(checkNotTwice(terms, [{ ...terms }]))).toBe('contract.transfer_twice');
    for (const other of [{ centihours: 101 }, { priceCents: 0 }, { sellerId: 'c' }, { purchaserId: 'c' }])
      expect(codeOf(checkNotTwice(terms, [{ ...terms, ...other }]))).toBe('accepted');
    expect(codeOf(checkNotTwice(terms, [{ ...terms, sellerId: 'b', purchaserId: 'a' }]))).toBe('accepted');
  });

  it('was signed on paper today at the latest', () => {
    expect(codeOf(checkSignedOn('2024-06-12', '2024-06-12'))).toBe('accepted');
    expect(codeOf(checkSignedOn('2020-01-01', '2024-06-12'))).toBe('accepted');
    expect(codeOf(checkSignedOn('2024-06-13', '2024-06-12'))).toBe('contract.transfer_in_future');
  });
});

describe('who answers', () => {
  const bySeller: Proposed = { sellerId: 'a', purchaserId: 'b', proposerId: 'a', state: 'waiting' };
  const byPurchaser: Proposed = { ...bySeller, proposerId: 'b' };
  const answers = ['sign', 'refuse', 'withdraw'] as const;

  it.each([
    { by: bySeller, who: 'b', act: 'sign', code: 'accepted' },
    { by: bySeller, who: 'b', act: 'refuse', code: 'accepted' },
    { by: bySeller, who: 'b', act: 'withdraw', code: 'contract.transfer_not_yours_to_withdraw' },
    { by: bySeller, who: 'a', act: 'withdraw', code: 'accepted' },
    { by: bySeller, who: 'a', act: 'sign', code: 'contract.transfer_not_yours_to_sign' },
    { by: bySeller, who: 'a', act: 'refuse', code: 'contract.transfer_not_yours_to_sign' },
    { by: byPurchaser, who: 'a', act: 'sign', code: 'accepted' },
    { by: byPurchaser, who: 'b', act: 'sign', code: 'contract.transfer_not_yours_to_sign' },
    { by: byPurchaser, who: 'b', act: 'withdraw', code: 'accepted' },
  ] as const)('$who to $act what $by.proposerId proposed: $code', ({ by, who, act, code }) => {
    expect(codeOf(mayAnswer(by, act, who))).toBe(code);
  });

  it('is never a third member, nor the team', () => {
    for (const act of answers) {
      expect(mayAnswer(bySeller, act, 'c').ok).toBe(false);
      expect(mayAnswer({ ...bySeller, proposerId: null, state: 'signed' }, act, 'a').ok).toBe(false);
    }
  });

  it('does so once: nothing that ended is signed, refused or taken back', () => {
    for (const state of transferStates.filter((one) => one !== 'waiting'))
      for (const act of answers)
        for (const who of ['a', 'b'])
          expect(codeOf(mayAnswer({ ...bySeller, state }, act, who))).toBe(
            state === 'lapsed' ? 'contract.group_ended' : 'contract.transfer_changed_meanwhile',
          );
  });

  it('is exactly one of the two for each act, whoever proposed', () => {
    fc.assert(
      fc.property(fc.boolean(), fc.constantFrom(...answers), (seller, act) => {
        const transfer = seller ? bySeller : byPurchaser;
        expect(['a', 'b', 'c'].filter((who) => mayAnswer(transfer, act, who).ok)).toHaveLength(1);
      }),
    );
  });
});

describe('what is owed in money', () => {
  const signed = [
    { sellerId: 'a', purchaserId: 'b', totalCents: 240_480 },
    { sellerId: 'c', purchaserId: 'b', totalCents: 1_000 },
    { sellerId: 'b', purchaserId: 'a', totalCents: 40_000 },
  ];

  it('is what a member is to be paid without what it is to pay', () => {
    expect(paidCents('a', signed)).toBe(200_480);
    expect(paidCents('b', signed)).toBe(-201_480);
    expect(paidCents('c', signed)).toBe(1_000);
    expect(paidCents('d', signed)).toBe(0);
    expect(paidCents('a', [])).toBe(0);
  });

  it('comes to nought over a group', () => {
    const one = fc.record({
      seller: fc.nat(3),
      by: fc.integer({ min: 1, max: 3 }),
      totalCents: fc.nat(100_000_000),
    });
    fc.assert(
      fc.property(fc.array(one, { maxLength: 20 }), (given) => {
        const transfers = given.map(({ seller, by, totalCents }) => ({
          ...{ sellerId: `m${seller}`, purchaserId: `m${(seller + by) % 4}`, totalCents },
        }));
        expect(['m0', 'm1', 'm2', 'm3'].reduce((sum, member) => sum + paidCents(member, transfers), 0)).toBe(0);
      }),
    );
  });
});

describe('the shapes of what is typed', () => {
  const terms = { clauseId: id(1), centihours: 100, priceCents: 2_004, reason: 'Nous embauchons pour eux' };
  const proposed = { ...terms, side: 'sell', otherId: id(2) };
  const recorded = { ...terms, sellerId: id(2), purchaserId: id(3), signedOn: '2024-06-01', fileId: id(4) };
  const messageOf = (result: { success: boolean; error?: { issues: { message: string }[] } }) =>
    result.success ? 'accepted' : result.error?.issues[0]?.message;
  const propose = (changes: Record<string, unknown>) =>
    messageOf(proposeTransferSchema.safeParse({ ...proposed, ...changes }));
  const record = (changes: Record<string, unknown>) =>
    messageOf(recordTransferSchema.safeParse({ ...recorded, ...changes }));

  it('take what a form sends', () => {
    expect([propose({}), record({}), propose({ priceCents: 0 }), propose({ side: 'buy' })]).toEqual(
      Array(4).fill('accepted'),
    );
  });

  it.each([
    [{ centihours: 0 }, 'contract.transfer_hours_malformed'],
    [{ centihours: -100 }, 'contract.transfer_hours_malformed'],
    [{ centihours: Number.NaN }, 'contract.transfer_hours_malformed'],
    [{ centihours: 1.5 }, 'contract.transfer_hours_malformed'],
    [{ priceCents: -1 }, 'contract.transfer_price_out_of_range'],
    [{ priceCents: 50_001 }, 'contract.transfer_price_out_of_range'],
    [{ priceCents: Number.NaN }, 'contract.transfer_price_out_of_range'],
    [{ reason: '   ' }, 'contract.transfer_reason_missing'],
    [{ otherId: '' }, 'contract.transfer_other_missing'],
  ])('refuse %o with %s', (changes, code) => {
    expect(propose(changes)).toBe(code);
  });

  it('ask a paper of the team, and both companies', () => {
    expect(record({ fileId: null })).toBe('contract.transfer_paper_missing');
    expect(record({ sellerId: '' })).toBe('contract.transfer_other_missing');
    expect(record({ purchaserId: '' })).toBe('contract.transfer_other_missing');
    expect(record({ signedOn: 'hier' })).not.toBe('accepted');
  });

  it('ask a reason of whoever refuses', () => {
    expect(messageOf(refuseTransferSchema.safeParse({ transferId: id(1), reason: ' ' }))).toBe(
      'contract.transfer_reason_missing',
    );
    expect(refuseTransferSchema.parse({ transferId: id(1), reason: ' Trop cher ' }).reason).toBe('Trop cher');
  });
});

describe('who may, by role', () => {
  it('is companies for what binds them, the team for shares and papers, and never the buyer beyond reading', () => {
    for (const name of [
      'showOwnPart',
      'proposeTransfer',
      'signTransfer',
      'refuseTransfer',
      'withdrawTransfer',
    ] as const)
      expect(contractPermissions[`contract.${name}`].who).toEqual(['employer']);
    for (const name of ['setShares', 'recordTransfer'] as const)
      expect(contractPermissions[`contract.${name}`].who).toEqual(['facilitator', 'lead']);
    expect(contractPermissions['contract.showGroup'].who).toEqual(['facilitator', 'lead', 'buyer']);
  });

  it('leaves no act on a transfer without a state', () => {
    for (const act of transferActs) expect(transferStates).toContain(stateOf({ act, lapsed: false }));
  });
});

import {
  checkShares,
  fixedSharesDrifted,
  type GroupFacts,
  liabilities,
  partsOf,
  type SetShares,
  type Share,
  setSharesSchema,
  shareModes,
} from '@jonction/domain/contract/consortium';
import { consortiumWords } from '@jonction/domain/contract/consortium-words';
import { sentence } from '@jonction/domain/shared/words';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

const id = (count: number) => `00000000-0000-7000-8000-${String(count).padStart(12, '0')}`;
const [lead, second, third] = [id(1), id(2), id(3)];
type Asked = Pick<SetShares, 'mode' | 'leadId' | 'members'>;
type Member = SetShares['members'][number];

const by = (bps: readonly number[]): Member[] =>
  bps.map((shareBps, index) => ({ organisationId: id(index + 1), shareBps, fixedCentihours: null }));
const fixed = (hours: readonly number[]): Member[] =>
  hours.map((fixedCentihours, index) => ({ organisationId: id(index + 1), shareBps: null, fixedCentihours }));
const facts: GroupFacts = { holderIds: [lead, second, third], dueCentihours: 42_000, engagedIds: [] };
const asked: Asked = { mode: 'bps', leadId: lead, members: by([5000, 3000, 2000]) };
const codeOf = (given: Partial<Asked>, changes: Partial<GroupFacts> = {}) => {
  const decision = checkShares({ ...asked, ...given }, { ...facts, ...changes });
  return decision.ok ? 'accepted' : decision.refusal.code;
};

describe('who may share an obligation', () => {
  it('takes a group whose shares make the whole', () => {
    expect(codeOf({})).toBe('accepted');
    expect(codeOf({ members: by([10_000, 0]) })).toBe('accepted');
    expect(codeOf({ leadId: third })).toBe('accepted');
  });

  it('takes fixed hours that make the obligation to the centihour, and no others', () => {
    expect(codeOf({ mode: 'fixed', members: fixed([20_000, 12_000, 10_000]) })).toBe('accepted');
    expect(codeOf({ mode: 'fixed', members: fixed([20_000, 12_000, 9_999]) })).toBe('contract.fixed_shares_off');
    expect(codeOf({ mode: 'fixed', members: fixed([20_000, 12_000, 10_001]) })).toBe('contract.fixed_shares_off');
    expect(codeOf({ mode: 'fixed', members: by([5000, 5000]) })).toBe('contract.fixed_shares_off');
  });

  it('asks nothing of the shares where each owes by what it invoices', () => {
    expect(codeOf({ mode: 'invoiced', members: by([1, 2, 3]) })).toBe('accepted');
    expect(codeOf({ mode: 'invoiced', members: fixed([0, 0]) })).toBe('accepted');
  });

  it.each([
    { name: 'nine thousand', bps: [4000, 5000], sumBps: 9000 },
    { name: 'one too many', bps: [5000, 5001], sumBps: 10_001 },
    { name: 'one too few', bps: [3333, 3333, 3333], sumBps: 9999 },
    { name: 'nothing', bps: [0, 0], sumBps: 0 },
  ])('refuses shares that make $name', ({ bps, sumBps }) => {
    expect(checkShares({ ...asked, members: by(bps) }, facts)).toEqual({
      ok: false,
      refusal: { code: 'contract.group_shares_off', facts: { sumPercent: sumBps / 100 } },
    });
  });

  it('says how far fixed hours are from the obligation', () => {
    expect(checkShares({ ...asked, mode: 'fixed', members: fixed([1, 2]) }, facts)).toEqual({
      ok: false,
      refusal: { code: 'contract.fixed_shares_off', facts: { sumCentihours: 3, dueCentihours: 42_000 } },
    });
  });

  it('refuses a company twice, one that does not hold the lot, and a lead from outside', () => {
    const twice = [...by([5000]), { organisationId: lead, shareBps: 5000, fixedCentihours: null }];
    expect(codeOf({ members: twice })).toBe('contract.group_member_twice');
    expect(codeOf({}, { holderIds: [lead, second] })).toBe('contract.group_member_not_holder');
    expect(codeOf({ leadId: id(9) })).toBe('contract.group_lead_not_member');
    expect(codeOf({ leadId: third, members: by([5000, 5000]) })).toBe('contract.group_lead_not_member');
  });

  it('keeps in the group whoever signed a transfer or waits for one', () => {
    const two = by([5000, 5000]);
    expect(codeOf({ members: two }, { engagedIds: [lead, second] })).toBe('accepted');
    expect(codeOf({ members: two }, { engagedIds: [lead, third] })).toBe('contract.group_member_engaged');
    expect(codeOf({}, { engagedIds: [third] })).toBe('accepted');
  });

  it('looks at who before it looks at how much', () => {
    expect(codeOf({ leadId: id(9), members: by([1, 2]) })).toBe('contract.group_lead_not_member');
    expect(codeOf({ members: by([1, 2]) }, { engagedIds: [third] })).toBe('contract.group_member_engaged');
  });
});

describe('the shape of what is set', () => {
  const whole = {
    clauseId: id(7),
    mode: 'bps',
    liability: null,
    leadId: lead,
    version: null,
    members: by([5000, 5000]),
  };
  const refusal = (changes: Record<string, unknown>) => {
    const parsed = setSharesSchema.safeParse({ ...whole, ...changes });
    return parsed.success ? 'accepted' : parsed.error.issues[0]?.message;
  };

  it('takes what a form sends, and what the others ways of sharing leave out', () => {
    expect(refusal({})).toBe('accepted');
    expect(
      setSharesSchema.parse({ ...whole, members: [{ organisationId: lead }, { organisationId: second }] }),
    ).toMatchObject({
      members: [
        { shareBps: null, fixedCentihours: null },
        { shareBps: null, fixedCentihours: null },
      ],
    });
    for (const mode of shareModes) expect(refusal({ mode })).toBe('accepted');
    for (const liability of liabilities) expect(refusal({ liability })).toBe('accepted');
  });

  it('refuses one alone, a share out of range, and a group without a lead', () => {
    expect(refusal({ members: by([10_000]) })).toBe('contract.group_too_small');
    expect(refusal({ members: by([-1, 10_001]) })).toBe('contract.share_malformed');
    expect(refusal({ members: fixed([-1, 2]) })).toBe('contract.share_malformed');
    expect(refusal({ leadId: '' })).toBe('contract.group_lead_missing');
  });

  it('refuses what is no way of sharing, no answer for whom, and no version', () => {
    for (const changes of [{ mode: 'turns' }, { liability: 'all' }, { version: 0 }, { clauseId: 'x' }])
      expect(refusal(changes)).not.toBe('accepted');
  });
});

const share = (given: Partial<Share>): Share => ({ shareBps: null, fixedCentihours: null, invoicedCents: 0, ...given });
const parts = (mode: SetShares['mode'], dueCentihours: number, shares: readonly Share[], leadIndex = 0) =>
  partsOf({ mode, dueCentihours, leadIndex, shares });

describe('the parts of a group', () => {
  it('go by basis points', () => {
    const three = [3333, 3333, 3334].map((shareBps) => share({ shareBps }));
    expect(parts('bps', 42_000, three)).toEqual([13_999, 13_998, 14_003]);
    expect(parts('bps', 100, three)).toEqual([33, 33, 34]);
  });

  it('go by what each invoices, credit notes taken off', () => {
    const invoiced = [30_000_000, 10_000_000, -500].map((invoicedCents) => share({ invoicedCents }));
    expect(parts('invoiced', 18_000, invoiced)).toEqual([13_500, 4_500, 0]);
  });

  it('are all the lead’s while nobody invoiced', () => {
    const nothing = [share({}), share({}), share({ invoicedCents: -1 })];
    expect(parts('invoiced', 18_000, nothing, 1)).toEqual([0, 18_000, 0]);
  });

  it('are the hours fixed for each, as long as they make the obligation', () => {
    const hours = [20_000, 12_000, 10_000].map((fixedCentihours) => share({ fixedCentihours }));
    expect(parts('fixed', 42_000, hours)).toEqual([20_000, 12_000, 10_000]);
    expect(fixedSharesDrifted('fixed', 42_000, hours)).toBe(false);
  });

  it('follow the obligation in the proportion of the hours fixed, once it changed', () => {
    const hours = [20_000, 10_000].map((fixedCentihours) => share({ fixedCentihours }));
    expect(parts('fixed', 60_000, hours)).toEqual([40_000, 20_000]);
    expect(parts('fixed', 10_000, hours)).toEqual([6_667, 3_333]);
    expect(fixedSharesDrifted('fixed', 60_000, hours)).toBe(true);
  });

  it('drift in no other way of sharing', () => {
    const hours = [share({ fixedCentihours: 1, shareBps: 1, invoicedCents: 1 })];
    expect(fixedSharesDrifted('bps', 42_000, hours)).toBe(false);
    expect(fixedSharesDrifted('invoiced', 42_000, hours)).toBe(false);
  });

  it('do not mix the ways of sharing', () => {
    const both = [
      share({ shareBps: 9000, fixedCentihours: 1, invoicedCents: 5 }),
      share({ shareBps: 1000, fixedCentihours: 3, invoicedCents: 5 }),
    ];
    expect(parts('bps', 1000, both)).toEqual([900, 100]);
    expect(parts('fixed', 1000, both)).toEqual([250, 750]);
    expect(parts('invoiced', 1000, both)).toEqual([500, 500]);
  });

  const anyShare = fc.record({
    shareBps: fc.option(fc.nat(10_000)),
    fixedCentihours: fc.option(fc.nat(100_000_000)),
    invoicedCents: fc.integer({ min: -10_000_000, max: 2_000_000_000 }),
  });

  it('always add up to the obligation, whatever it is, whatever was invoiced', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...shareModes),
        fc.nat(1_000_000_000),
        fc.array(anyShare, { minLength: 2, maxLength: 10 }),
        fc.nat(9),
        (mode, due, shares, leader) => {
          const all = parts(mode, due, shares, leader % shares.length);
          expect(all).toHaveLength(shares.length);
          expect(all.every((part) => Number.isInteger(part) && part >= 0)).toBe(true);
          expect(all.reduce((sum, part) => sum + part, 0)).toBe(due);
        },
      ),
    );
  });

  it('come back when the obligation goes and comes back', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(1_000_000), { minLength: 2, maxLength: 6 }), fc.nat(10_000_000), (hours, other) => {
        const shares = hours.map((fixedCentihours) => share({ fixedCentihours }));
        const due = hours.reduce((sum, one) => sum + one, 0);
        fc.pre(due > 0);
        parts('fixed', other, shares);
        expect(parts('fixed', due, shares)).toEqual(hours);
      }),
    );
  });

  it('of one that invoices more never shrink', () => {
    fc.assert(
      fc.property(
        fc.nat(10_000_000),
        fc.array(fc.nat(100_000_000), { minLength: 2, maxLength: 6 }),
        fc.integer({ min: 1, max: 50_000_000 }),
        (due, invoiced, more) => {
          const before = parts(
            'invoiced',
            due,
            invoiced.map((invoicedCents) => share({ invoicedCents })),
            0,
          );
          const after = parts(
            'invoiced',
            due,
            invoiced.map((cents, index) => share({ invoicedCents: index === 0 ? cents + more : cents })),
            0,
          );
          // One centihour is what a remainder may turn the other way.
          expect((after[0] ?? 0) + 1).toBeGreaterThanOrEqual(before[0] ?? 0);
        },
      ),
    );
  });
});

describe('the words of a group', () => {
  it.each([
    ['contract.group_shares_off', { sumPercent: 99.99 }, '99,99 %'],
    ['contract.fixed_shares_off', { sumCentihours: 41_950, dueCentihours: 42_000 }, '419,5'],
    ['contract.group_member_engaged', {}, 'transfert'],
    ['contract.group_lead_not_member', {}, 'mandataire'],
  ])('of %s say what is wrong', (code, given, said) => {
    expect(sentence(consortiumWords, 'fr', code, given).replaceAll(/[\u202f\u00a0]/g, ' ')).toContain(said);
  });

  it('name every way of sharing and of answering, in both languages', () => {
    for (const locale of ['fr', 'en'] as const) {
      for (const mode of shareModes)
        expect(sentence(consortiumWords, locale, `contract.share_mode.${mode}`)).toMatch(/\w{5}/);
      for (const one of liabilities)
        expect(sentence(consortiumWords, locale, `contract.liability.${one}`)).toMatch(/\w{5}/);
    }
  });
});

import type { Exemption } from '@jonction/domain/programme/exemption';
import {
  type BuyerKind,
  buyerKinds,
  mandatoryClause,
  type ObligationAnswer,
  type ObligationFacts,
  type ObligationWhy,
  obligationAnswers,
  type PurchaseKind,
  purchaseKinds,
  specificServiceCents,
} from '@jonction/domain/programme/mandatory';
import { programmeWords } from '@jonction/domain/programme/words';
import { europeanThresholds, socialObligationFrom } from '@jonction/domain/reference/thresholds';
import { addDays } from '@jonction/domain/shared/day';
import { hasSentence } from '@jonction/domain/shared/words';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

const known: ObligationFacts = {
  kind: 'supplies',
  buyerKind: 'other',
  amountCents: 30_000_000,
  publicationOn: '2027-03-01',
  cpv: '39000000',
  exemption: null,
};

const exemption: Exemption = {
  reason: 'no_link',
  words: 'Achat de licences : aucune exécution sur place, aucun emploi à créer.',
};

/** Thresholds of 2026-2027, HT: works and concessions 5 404 000 €; else the State 140 000 €, others 216 000 €, networks 432 000 €. */
const atThreshold: readonly [PurchaseKind, BuyerKind, number, ObligationAnswer][] = [
  ['works', 'state', 540_399_999, 'not_mandatory'],
  ['works', 'state', 540_400_000, 'mandatory'],
  ['works', 'state', 1_621_200_000, 'mandatory'],
  ['works', 'state', 0, 'not_mandatory'],
  ['works', 'other', 540_399_999, 'not_mandatory'],
  ['works', 'other', 540_400_000, 'mandatory'],
  ['works', 'other', 1_621_200_000, 'mandatory'],
  ['works', 'other', 0, 'not_mandatory'],
  ['works', 'network', 540_399_999, 'not_mandatory'],
  ['works', 'network', 540_400_000, 'mandatory'],
  ['works', 'network', 1_621_200_000, 'mandatory'],
  ['works', 'network', 0, 'not_mandatory'],
  ['supplies', 'state', 13_999_999, 'not_mandatory'],
  ['supplies', 'state', 14_000_000, 'mandatory'],
  ['supplies', 'state', 42_000_000, 'mandatory'],
  ['supplies', 'state', 0, 'not_mandatory'],
  ['supplies', 'other', 21_599_999, 'not_mandatory'],
  ['supplies', 'other', 21_600_000, 'mandatory'],
  ['supplies', 'other', 64_800_000, 'mandatory'],
  ['supplies', 'other', 0, 'not_mandatory'],
  ['supplies', 'network', 43_199_999, 'not_mandatory'],
  ['supplies', 'network', 43_200_000, 'mandatory'],
  ['supplies', 'network', 129_600_000, 'mandatory'],
  ['supplies', 'network', 0, 'not_mandatory'],
  ['services', 'state', 13_999_999, 'not_mandatory'],
  ['services', 'state', 14_000_000, 'mandatory'],
  ['services', 'state', 42_000_000, 'mandatory'],
  ['services', 'state', 0, 'not_mandatory'],
  ['services', 'other', 21_599_999, 'not_mandatory'],
  ['services', 'other', 21_600_000, 'mandatory'],
  ['services', 'other', 64_800_000, 'mandatory'],
  ['services', 'other', 0, 'not_mandatory'],
  ['services', 'network', 43_199_999, 'not_mandatory'],
  ['services', 'network', 43_200_000, 'mandatory'],
  ['services', 'network', 129_600_000, 'mandatory'],
  ['services', 'network', 0, 'not_mandatory'],
  ['concession', 'state', 540_399_999, 'not_mandatory'],
  ['concession', 'state', 540_400_000, 'mandatory'],
  ['concession', 'state', 1_621_200_000, 'mandatory'],
  ['concession', 'state', 0, 'not_mandatory'],
  ['concession', 'other', 540_399_999, 'not_mandatory'],
  ['concession', 'other', 540_400_000, 'mandatory'],
  ['concession', 'other', 1_621_200_000, 'mandatory'],
  ['concession', 'other', 0, 'not_mandatory'],
  ['concession', 'network', 540_399_999, 'not_mandatory'],
  ['concession', 'network', 540_400_000, 'mandatory'],
  ['concession', 'network', 1_621_200_000, 'mandatory'],
  ['concession', 'network', 0, 'not_mandatory'],
];

/** A contract of supplies of 300 000 €, by the day its notice is published. */
const byDay: readonly [string, ObligationAnswer, ObligationWhy][] = [
  ['2019-01-01', 'not_mandatory', 'before_law'],
  ['2024-01-01', 'not_mandatory', 'before_law'],
  ['2025-12-31', 'not_mandatory', 'before_law'],
  ['2026-01-01', 'not_mandatory', 'before_law'],
  ['2026-08-20', 'not_mandatory', 'before_law'],
  ['2026-08-21', 'to_check', 'law_day_uncertain'],
  ['2026-08-22', 'mandatory', 'above'],
  ['2026-12-31', 'mandatory', 'above'],
  ['2027-12-31', 'mandatory', 'above'],
  ['2028-01-01', 'to_check', 'no_threshold_known'],
  ['2030-06-15', 'to_check', 'no_threshold_known'],
];

/** Every way of not knowing. */
const unknowns: readonly [Partial<ObligationFacts>, ObligationWhy[]][] = [
  [{ publicationOn: null }, ['publication_unknown']],
  [{ amountCents: null }, ['amount_unknown']],
  [{ amountCents: null, publicationOn: null }, ['amount_unknown', 'publication_unknown']],
  [{ buyerKind: null }, ['buyer_kind_unknown']],
  [{ buyerKind: null, publicationOn: null }, ['buyer_kind_unknown', 'publication_unknown']],
  [{ buyerKind: null, amountCents: null }, ['buyer_kind_unknown', 'amount_unknown']],
  [
    { buyerKind: null, amountCents: null, publicationOn: null },
    ['buyer_kind_unknown', 'amount_unknown', 'publication_unknown'],
  ],
  [{ kind: null }, ['kind_unknown']],
  [{ kind: null, publicationOn: null }, ['kind_unknown', 'publication_unknown']],
  [{ kind: null, amountCents: null }, ['kind_unknown', 'amount_unknown']],
  [{ kind: null, amountCents: null, publicationOn: null }, ['kind_unknown', 'amount_unknown', 'publication_unknown']],
  [{ kind: null, buyerKind: null }, ['kind_unknown', 'buyer_kind_unknown']],
  [{ kind: null, buyerKind: null, publicationOn: null }, ['kind_unknown', 'buyer_kind_unknown', 'publication_unknown']],
  [{ kind: null, buyerKind: null, amountCents: null }, ['kind_unknown', 'buyer_kind_unknown', 'amount_unknown']],
  [
    { kind: null, buyerKind: null, amountCents: null, publicationOn: null },
    ['kind_unknown', 'buyer_kind_unknown', 'amount_unknown', 'publication_unknown'],
  ],
];

describe('whether a social clause is mandatory', () => {
  it.each(atThreshold)('%s of a %s buyer at %d cents: %s', (kind, buyerKind, amountCents, answer) => {
    const told = mandatoryClause({ ...known, kind, buyerKind, amountCents });
    expect(told.answer).toBe(answer);
    expect(told.why).toEqual([answer === 'mandatory' ? 'above' : 'below']);
    expect(told.thresholdCents).not.toBeNull();
    expect(told.thresholdSource).toContain('2026-2027');
  });

  it.each(byDay)('for a notice of %s: %s, because %s', (publicationOn, answer, why) => {
    expect(mandatoryClause({ ...known, publicationOn })).toMatchObject({ answer, why: [why] });
  });

  it.each(unknowns)('with %j is to check, and says what is missing', (missing, why) => {
    expect(mandatoryClause({ ...known, ...missing })).toMatchObject({ answer: 'to_check', why, thresholdCents: null });
  });

  it('needs no kind of buyer for works and concessions: they have one threshold', () => {
    for (const kind of ['works', 'concession'] as const) {
      const told = mandatoryClause({ ...known, kind, buyerKind: null, amountCents: 540_400_000 });
      expect(told).toMatchObject({ answer: 'mandatory', thresholdCents: 540_400_000 });
    }
  });

  it('cites the article of contracts, and that of concessions', () => {
    for (const kind of purchaseKinds) {
      const { article } = mandatoryClause({ ...known, kind });
      expect(article).toBe(kind === 'concession' ? 'L3114-2-1' : 'L2112-2-1');
    }
    expect(mandatoryClause({ ...known, kind: null }).article).toBe('L2112-2-1');
  });

  it('knows the law of the day of the notice: nothing else is asked before it', () => {
    const told = mandatoryClause({
      ...known,
      kind: null,
      buyerKind: null,
      amountCents: null,
      publicationOn: '2026-03-01',
    });
    expect(told).toMatchObject({ answer: 'not_mandatory', why: ['before_law'], thresholdCents: null });
  });

  describe('for a service', () => {
    const service = { ...known, kind: 'services' as const };

    it.each(['55500000', '75000000', '79600000', '80500000', '85300000', '92000000', '98000000'])(
      'of CPV %s, that may be a specific one, is to check from the threshold to 750 000 €',
      (cpv) => {
        expect(mandatoryClause({ ...service, cpv, amountCents: 21_600_000 })).toMatchObject({
          answer: 'to_check',
          why: ['specific_service'],
          thresholdCents: specificServiceCents,
        });
        expect(mandatoryClause({ ...service, cpv, amountCents: specificServiceCents - 1 }).answer).toBe('to_check');
        expect(mandatoryClause({ ...service, cpv, amountCents: specificServiceCents }).answer).toBe('mandatory');
        expect(mandatoryClause({ ...service, cpv, amountCents: 21_599_999 }).answer).toBe('not_mandatory');
      },
    );

    it.each(['90910000', '77310000', '71000000', '50000000'])('of CPV %s is an ordinary one', (cpv) => {
      expect(mandatoryClause({ ...service, cpv, amountCents: 21_600_000 }).answer).toBe('mandatory');
    });

    it('without a CPV may be a specific one', () => {
      expect(mandatoryClause({ ...service, cpv: null, amountCents: 21_600_000 })).toMatchObject({
        answer: 'to_check',
        why: ['specific_service'],
      });
      expect(mandatoryClause({ ...service, cpv: null, amountCents: specificServiceCents }).answer).toBe('mandatory');
    });

    it('has nothing to do with what is supplied or built under the same codes', () => {
      for (const kind of ['supplies', 'works', 'concession'] as const) {
        const told = mandatoryClause({ ...known, kind, cpv: '85300000', amountCents: 700_000_000 });
        expect(told.answer).toBe('mandatory');
      }
    });
  });

  describe('with a written exemption', () => {
    it('is no longer mandatory, and says that the threshold was reached', () => {
      expect(mandatoryClause({ ...known, exemption })).toMatchObject({
        answer: 'not_mandatory',
        why: ['above', 'exempted'],
        exemption,
      });
    });

    it('is told the same as without where it was not mandatory, or not known to be', () => {
      for (const facts of [
        { ...known, amountCents: 1 },
        { ...known, amountCents: null },
        { ...known, publicationOn: '2026-01-15' },
        { ...known, publicationOn: '2028-01-15' },
      ]) {
        const { exemption: kept, ...told } = mandatoryClause({ ...facts, exemption });
        const { exemption: none, ...bare } = mandatoryClause(facts);
        expect(told).toEqual(bare);
        expect(kept).toBe(exemption);
        expect(none).toBeNull();
      }
    });
  });

  const anyFacts: fc.Arbitrary<ObligationFacts> = fc.record({
    kind: fc.constantFrom(...purchaseKinds, null),
    buyerKind: fc.constantFrom(...buyerKinds, null),
    amountCents: fc.option(fc.nat({ max: 2_000_000_000 })),
    publicationOn: fc.option(fc.integer({ min: -900, max: 900 }).map((days) => addDays('2026-08-22', days))),
    cpv: fc.constantFrom('90910000', '85300000', null),
    exemption: fc.constantFrom(exemption, null),
  });

  it('is never said not mandatory where the day, the amount or the kind is not known', () => {
    fc.assert(
      fc.property(anyFacts, (facts) => {
        const { answer, why } = mandatoryClause(facts);
        if (answer !== 'not_mandatory' || why[0] === 'before_law') return;
        expect(facts.kind).not.toBeNull();
        expect(facts.amountCents).not.toBeNull();
        expect(facts.publicationOn).not.toBeNull();
      }),
    );
  });

  it('is never said mandatory before the law, nor under the lowest threshold', () => {
    const lowest = Math.min(...europeanThresholds.flatMap(({ cents }) => Object.values(cents)));
    fc.assert(
      fc.property(anyFacts, (facts) => {
        if (mandatoryClause(facts).answer !== 'mandatory') return;
        expect((facts.publicationOn ?? '') >= socialObligationFrom).toBe(true);
        expect(facts.amountCents).toBeGreaterThanOrEqual(lowest);
        expect(facts.exemption).toBeNull();
      }),
    );
  });

  it('becomes no less owed when the amount grows', () => {
    const rank = (answer: ObligationAnswer) => (answer === 'not_mandatory' ? 0 : answer === 'to_check' ? 1 : 2);
    fc.assert(
      fc.property(anyFacts, fc.nat({ max: 1_000_000_000 }), (facts, more) => {
        if (facts.amountCents === null || facts.exemption !== null) return;
        const before = mandatoryClause(facts);
        const after = mandatoryClause({ ...facts, amountCents: facts.amountCents + more });
        expect(rank(after.answer)).toBeGreaterThanOrEqual(rank(before.answer));
      }),
    );
  });

  it('always says why, in words that exist', () => {
    fc.assert(
      fc.property(anyFacts, (facts) => {
        const { answer, why } = mandatoryClause(facts);
        expect(obligationAnswers).toContain(answer);
        expect(why.length).toBeGreaterThan(0);
        for (const one of why) expect(hasSentence(programmeWords, `programme.why.${one}`)).toBe(true);
        expect(hasSentence(programmeWords, `programme.obligation.${answer}`)).toBe(true);
      }),
    );
  });
});

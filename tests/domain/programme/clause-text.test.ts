import {
  type ClauseTextFacts,
  ccags,
  clauseText,
  reportings,
  type TextBlock,
} from '@jonction/domain/programme/clause-text';
import { clauseTextFactsSchema, writeTextSchema } from '@jonction/domain/programme/clause-text-schema';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

const facts: ClauseTextFacts = {
  object: 'Nettoyage des écoles',
  reference: '2027-014',
  buyerName: 'Ville de Montval',
  teamName: 'Clauses du Val',
  madeOn: '2026-11-20',
  lots: 1,
  durationMonths: 48,
  mandatoryArticle: 'L2112-2-1',
  dueHours: 480,
  formula: '1 000 000 € × 50 % = 480 h.',
  modalities: ['Embauche directe', 'Alternance'],
  publics: ['bénéficiaire du RSA ou ayant droit', 'travailleur handicapé'],
  reporting: 'monthly',
  ccag: 'works',
  penalty: { perHourCents: 6000, perDayCents: 7500, capBps: 1000 },
};
const plain = (text: string) => text.replaceAll(/[\u00a0\u202f]/g, ' ');
const whole = (blocks: readonly TextBlock[]) =>
  plain(blocks.flatMap((block) => (block.kind === 'list' ? block.items : [block.text])).join('\n'));
const said = (changes: Partial<ClauseTextFacts> = {}) => whole(clauseText({ ...facts, ...changes }));

describe('the text of a clause', () => {
  it('has eight articles, in their order, under one title', () => {
    const blocks = clauseText(facts);
    expect(blocks[0]?.kind).toBe('title');
    const headings = blocks
      .filter(({ kind }) => kind === 'heading')
      .map((block) => ('text' in block ? block.text : ''));
    expect(headings).toEqual([
      '1. Objet et fondement',
      '2. Volume d’heures',
      '3. Personnes concernées',
      '4. Modalités de réalisation',
      '5. Suivi',
      '6. Difficultés',
      '7. Pénalités',
      '8. Dérogations au CCAG',
    ]);
  });

  it('rests on the article of execution conditions, and on the duty where there is one', () => {
    expect(said()).toContain('article L2112-2 du code');
    expect(said()).toContain('obligation de l’article L2112-2-1');
    expect(said({ mandatoryArticle: null })).not.toContain('obligation de l’article');
    expect(said({ mandatoryArticle: 'L3114-2-1' })).toContain('L3114-2-1');
  });

  it('gives the hours, over its months, with how they were computed', () => {
    expect(said()).toContain('au moins 480 h de travail à l’insertion sur les 48 mois du marché');
    expect(said()).toContain('Calcul : 1 000 000 € × 50 % = 480 h.');
    expect(said({ durationMonths: null })).toContain('sur la durée du marché');
    expect(said({ formula: null })).not.toContain('Calcul');
    expect(said({ dueHours: 12_345 })).toContain('12 345 h');
  });

  it.each([
    [null, false],
    [1, false],
    [2, true],
    [9, true],
  ])('with %s lots asks to share the hours among them: %s', (lots, asked) => {
    expect(said({ lots }).includes('à répartir entre eux')).toBe(asked);
  });

  it('lists the people and the ways chosen, and says that nobody is told why somebody is eligible', () => {
    const lists = clauseText(facts).flatMap((block) => (block.kind === 'list' ? [block.items] : []));
    expect(lists[0]).toEqual(facts.publics);
    expect(lists[1]).toEqual(facts.modalities);
    expect(said()).toContain('jamais du motif');
    expect(said()).toContain('jamais de noms');
  });

  it('tells hours by the rhythm chosen', () => {
    expect(said()).toContain('Chaque mois, avant le 15 du mois suivant');
    expect(said({ reporting: 'quarterly' })).toContain('Chaque trimestre');
    expect(said({ reporting: 'quarterly' })).not.toContain('Chaque mois');
  });

  it.each([
    [{ perHourCents: 6000, perDayCents: null, capBps: null }, ['60 € par heure'], ['par jour', 'ne dépasse pas']],
    [
      { perHourCents: null, perDayCents: 7500, capBps: null },
      ['75 € par jour'],
      ['par heure d’insertion', 'ne dépasse pas'],
    ],
    [{ perHourCents: 6050, perDayCents: 7500, capBps: 750 }, ['60,50 € par heure', '75 € par jour', '7,5 %'], []],
    [{ perHourCents: null, perDayCents: null, capBps: null }, ['Aucune pénalité propre'], ['mise en demeure restée']],
    [{ perHourCents: null, perDayCents: null, capBps: 1000 }, ['Aucune pénalité propre'], ['ne dépasse pas']],
  ])('with penalties %j says so, and nothing of the others', (penalty, there, absent) => {
    const text = said({ penalty });
    for (const words of there) expect(text).toContain(words);
    for (const words of absent) expect(text).not.toContain(words);
  });

  it('lets the holder show that it used all its means', () => {
    expect(said()).toContain('tous les moyens dont il disposait');
  });

  it.each([
    ['works', 'CCAG Travaux, article 20.1'],
    ['digital', 'article 16.1'],
    ['services', 'CCAG Fournitures courantes et services, article relatif'],
    ['intellectual', 'CCAG Prestations intellectuelles, article relatif'],
    ['project', 'CCAG Maîtrise d’œuvre, article relatif'],
    ['industrial', 'CCAG Marchés industriels, article relatif'],
  ] as const)('under the CCAG of %s cites %s', (ccag, cited) => {
    expect(said({ ccag })).toContain(cited);
  });

  it('derogates only by penalties of its own, and says where to write it again', () => {
    expect(said()).toContain('article R2112-3');
    const without = said({ penalty: { perHourCents: null, perDayCents: null, capBps: null } });
    expect(without).toContain('Elle n’y déroge pas');
    expect(without).not.toContain('R2112-3');
    expect(said({ ccag: null })).toContain('ne renvoie à aucun CCAG');
  });

  it('names the contract by its reference where it has one', () => {
    expect(said()).toContain('Nettoyage des écoles (2027-014)');
    expect(said({ reference: null })).not.toContain('2027-014');
  });

  const anyFacts = fc.record({
    ...Object.fromEntries(Object.entries(facts).map(([name, value]) => [name, fc.constant(value)])),
    lots: fc.option(fc.integer({ min: 1, max: 40 })),
    durationMonths: fc.option(fc.integer({ min: 1, max: 600 })),
    dueHours: fc.nat({ max: 1_000_000 }),
    reporting: fc.constantFrom(...reportings),
    ccag: fc.option(fc.constantFrom(...ccags)),
    penalty: fc.record({
      perHourCents: fc.option(fc.nat({ max: 100_000 })),
      perDayCents: fc.option(fc.nat({ max: 100_000 })),
      capBps: fc.option(fc.nat({ max: 10_000 })),
    }),
  }) as fc.Arbitrary<ClauseTextFacts>;

  it('leaves no hole whatever is known: no empty block, no null, no figure that is none', () => {
    fc.assert(
      fc.property(anyFacts, (given) => {
        for (const block of clauseText(given)) {
          const texts = block.kind === 'list' ? block.items : [block.text];
          expect(texts.length).toBeGreaterThan(0);
          for (const text of texts) {
            expect(text.trim()).not.toBe('');
            expect(text).not.toMatch(/null|undefined|NaN/);
          }
        }
      }),
    );
  });

  it('is the same text for the same facts, kept and read again', () => {
    fc.assert(
      fc.property(anyFacts, (given) => {
        const kept = clauseTextFactsSchema.parse(JSON.parse(JSON.stringify(given)));
        expect(clauseText(kept)).toEqual(clauseText(given));
      }),
    );
  });
});

describe('what is chosen for the text of a clause', () => {
  const chosen = {
    plannedId: '0199a000-0000-7000-8000-000000000001',
    modalities: ['direct_hire'],
    categoryCodes: ['RSA'],
    reporting: 'monthly',
    ccag: null,
    penalty: { perHourCents: null, perDayCents: null, capBps: null },
  };

  it.each([
    [{}, null],
    [{ modalities: [] }, 'programme.modalities_missing'],
    [{ categoryCodes: [] }, 'contract.categories_missing'],
    [{ penalty: { ...chosen.penalty, perHourCents: -1 } }, 'programme.amount_wrong'],
    [{ penalty: { ...chosen.penalty, perDayCents: 100_000_001 } }, 'programme.amount_wrong'],
    [{ penalty: { ...chosen.penalty, capBps: 10_001 } }, 'programme.cap_wrong'],
    [{ penalty: { ...chosen.penalty, capBps: 10_000 } }, null],
  ])('with %j is refused for %s', (changes, code) => {
    const read = writeTextSchema.safeParse({ ...chosen, ...changes });
    expect(read.error?.issues[0]?.message ?? null).toBe(code);
  });
});

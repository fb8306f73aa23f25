import { layOutLetter, layOutNotice, layOutProof } from '@jonction/documents/papers/lay-out-penalty';
import { cellText, type Printed } from '@jonction/documents/printed/printed';
import { type PenaltyFacts, penaltyFactsSchema } from '@jonction/domain/penalty/penalty-facts';
import { describe, expect, it } from 'vitest';

const hours = { declared: 300, validated: 150, pending: 100, rejected: 50 };
const facts: PenaltyFacts = penaltyFactsSchema.parse({
  structureName: 'Clauses du Val',
  knownOn: '2026-03-02',
  contract: {
    number: 12,
    reference: '2025-07',
    object: 'Nettoyage',
    buyerName: 'Ville du Val',
    holderNames: ['Propreté du Val'],
  },
  lot: { number: '2', object: 'Écoles' },
  dueHours: 420,
  terms: { perHour: { basis: 'fixed', cents: 20_000 }, perDayCents: 7_500, capBps: 2_000, note: null },
  hours,
  months: [{ month: '2026-01', hours }],
  people: [{ pseudonym: 'P-01', month: '2026-01', hours }],
  events: [{ type: 'stop', on: '2025-03-17', recordedOn: '2025-03-20', source: 'buyer_answer' }],
  exemptions: [
    { reason: 'stopped', from: '2025-03-17', to: null },
    { reason: 'emergency', from: '2020-03-12', to: '2020-07-23' },
  ],
  input: {
    missingCentihours: 41_850,
    perHour: { basis: 'fixed', cents: 20_000 },
    perDay: { cents: 7_500, noticeOn: '2026-02-01', untilOn: '2026-02-11' },
    day: '2026-02-11',
    cap: { bps: 2_000, baseCents: 10_000_000 },
  },
  proposal: {
    cents: 2_000_000,
    hoursCents: 8_370_000,
    daysCents: 75_000,
    daysCounted: 10,
    smicCents: null,
    capCents: 2_000_000,
  },
});
const decision = { outcome: 'reduce', cents: 500_000, reason: 'Moyens démontrés', on: '2026-03-10' } as const;

function textOf(printed: Printed): string {
  const lines = printed.blocks.flatMap((block): string[] => {
    if (block.kind === 'heading' || block.kind === 'text') return [block.text];
    if (block.kind === 'facts')
      return block.rows.map(([label, value]) => `${label} : ${cellText(value, printed.locale)}`);
    const row = (cells: readonly Parameters<typeof cellText>[0][]) =>
      cells.map((cell) => cellText(cell, printed.locale)).join(' | ');
    const rows = block.rows.length === 0 ? [block.empty] : block.rows.map(row);
    return [block.caption, block.headers.join(' | '), ...rows, ...(block.total ? [row(block.total)] : [])];
  });
  return [printed.title, printed.from, printed.reference, ...lines].join('\n').replaceAll(/[\u00a0\u202f]/g, ' ');
}

describe('the bundle of proof', () => {
  const text = textOf(layOutProof(facts, { opinion: 'Trois relances sans réponse.', decision: null }, 'fr'));

  it('shows each line of the calculation, the cap and the sum proposed', () => {
    for (const line of [
      '418,5 h manquantes × 200 € par heure | 83 700 € HT',
      '10 jours de retard, du lendemain du 1er févr. 2026 au 11 févr. 2026, × 75 € | 750 € HT',
      'Plafond : 20 % de 100 000 € | 20 000 € HT',
      'Pénalité proposée | 20 000 € HT',
    ]) {
      expect(text).toContain(line);
    }
  });

  it('shows the days left out with their reason, the ordonnance of 2020 among them', () => {
    expect(text).toContain('marché arrêté : personne ne travaille | 17 mars 2025 | en cours');
    expect(text).toContain('ordonnance 2020-319, article 6, 2° a) | 12 mars 2020 | 23 juil. 2020');
    const none = textOf(layOutProof({ ...facts, exemptions: [] }, { opinion: 'x', decision: null }, 'fr'));
    expect(none).toContain('Aucun arrêt, aucune suspension, hors de l’état d’urgence de 2020.');
  });

  it('adds up by month and by pseudonym to the same hours', () => {
    expect(text).toContain('janvier 2026 | 3 h | 1,5 h | 1 h | 0,5 h\nTotal | 3 h | 1,5 h | 1 h | 0,5 h');
    expect(text).toContain('P-01 | janvier 2026 | 3 h | 1,5 h | 1 h | 0,5 h\nTotal |  | 3 h | 1,5 h | 1 h | 0,5 h');
  });

  it('tells the life of the contract, the opinion, and the decision once there is one', () => {
    expect(text).toContain('17 mars 2025 | 20 mars 2025');
    expect(text).toContain('Avis du facilitateur\nTrois relances sans réponse.');
    expect(text).not.toContain('Décision de l’acheteur');
    const decided = textOf(layOutProof(facts, { opinion: 'x', decision }, 'fr'));
    expect(decided).toContain('Décision de l’acheteur\nréduite : 5 000 €, le 10 mars 2026\nMoyens démontrés');
  });

  it('shows a multiple of the SMIC as it was counted', () => {
    const perHour = { basis: 'smic_multiple', multipleHundredths: 150 } as const;
    const smic = { ...facts, input: { ...facts.input, perHour }, proposal: { ...facts.proposal, smicCents: 1202 } };
    expect(textOf(layOutProof(smic, { opinion: 'x', decision: null }, 'fr'))).toContain(
      '418,5 h manquantes × 1,5 × SMIC horaire brut de 12,02 € au 11 févr. 2026',
    );
  });

  it('says so where there are neither hours nor events', () => {
    const bare = { ...facts, months: [], people: [], events: [] };
    const said = textOf(layOutProof(bare, { opinion: 'x', decision: null }, 'fr'));
    expect(said).toContain('Aucune heure déclarée.');
    expect(said).toContain('Aucun événement connu.');
  });
});

describe('drafts of letters', () => {
  it('give notice of what is missing, leave the delay to be written, and apply nothing', () => {
    const text = textOf(layOutNotice(facts, 'fr'));
    expect(text).toContain('Projet de mise en demeure\nVille du Val');
    expect(text).toContain('rien n’est envoyé par le logiciel');
    expect(text).toContain('vous devez 420 h d’insertion. Au 2 mars 2026, 1,5 h sont validées : il en manque 418,5 h.');
    expect(text).toContain('dans un délai de ______');
    expect(text).toContain('Vous pouvez présenter vos observations');
    expect(text).not.toContain('20 000 €');
  });

  it('tell the decision with its reason, its calculation and how to contest it', () => {
    const text = textOf(layOutLetter(facts, decision, 'fr'));
    expect(text).toContain('une pénalité de 5 000 € vous est appliquée par décision du 10 mars 2026.');
    expect(text).toContain('Le montant calculé, 20 000 €, a été réduit.');
    expect(text).toContain('Motif de la décision : Moyens démontrés');
    expect(text).toContain('mémoire en réclamation');
    const whole = textOf(layOutLetter(facts, { ...decision, outcome: 'apply', cents: 2_000_000 }, 'fr'));
    expect(whole).not.toContain('a été réduit');
  });

  it('leave a blank where no holder is known', () => {
    const nobody = { ...facts, contract: { ...facts.contract, holderNames: [] } };
    expect(textOf(layOutNotice(nobody, 'fr'))).toContain('À l’attention de ______');
  });

  it('can be written in English', () => {
    expect(textOf(layOutNotice(facts, 'en'))).toContain('Draft of a formal notice');
    expect(textOf(layOutLetter(facts, decision, 'en'))).toContain('Draft of a penalty letter');
  });
});

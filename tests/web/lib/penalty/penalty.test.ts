import { penaltyStates } from '@jonction/domain/penalty/lifecycle';
import { penaltyWords } from '@jonction/domain/penalty/words';
import { translate } from '@jonction/domain/shared/words';
import Scale from '@lucide/svelte/icons/scale';
import { describe, expect, it } from 'vitest';
import DecisionForm from '../../../../apps/web/src/lib/penalty/DecisionForm.svelte';
import PenaltyList from '../../../../apps/web/src/lib/penalty/PenaltyList.svelte';
import PenaltyPage from '../../../../apps/web/src/lib/penalty/PenaltyPage.svelte';
import PenaltySheet from '../../../../apps/web/src/lib/penalty/PenaltySheet.svelte';
import { markOfPenalty, type Penalty, type PenaltyRow } from '../../../../apps/web/src/lib/penalty/penalty.ts';
import { isCurrent } from '../../../../apps/web/src/lib/shell/frame.ts';
import { all, attribute, draw, words } from '../../../support/drawn.ts';

const hours = { declared: 300, validated: 150, pending: 100, rejected: 50 };
const facts: Penalty['facts'] = {
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
  terms: { perHour: { basis: 'fixed', cents: 20_000 }, perDayCents: 7_500, capBps: null, note: null },
  hours,
  months: [{ month: '2026-01', hours }],
  people: [{ pseudonym: 'P-01', month: '2026-01', hours }],
  events: [],
  exemptions: [
    { reason: 'stopped', from: '2025-03-17', to: null },
    { reason: 'emergency', from: '2020-03-12', to: '2020-07-23' },
  ],
  input: { missingCentihours: 41_850, perHour: { basis: 'fixed', cents: 20_000 }, day: '2026-03-02' },
  proposal: { cents: 8_370_000, hoursCents: 8_370_000, daysCents: 0, daysCounted: 0, smicCents: null, capCents: null },
};
const at = '2026-03-02T10:00:00Z' as unknown as Penalty['acts'][number]['at'];
const penalty: Penalty = {
  id: 'p1',
  contractId: 'c1',
  state: 'submitted',
  cents: 8_370_000,
  opinion: 'Trois relances <b>sans</b> réponse.',
  facts,
  decision: null,
  withdrawnWhy: null,
  acts: [
    { act: 'propose', byBuyer: false, at, userName: 'Amina Belkacem' },
    { act: 'submit', byBuyer: false, at, userName: 'Amina Belkacem' },
  ],
  allowed: ['decide'],
};
const row: PenaltyRow = {
  ...{
    id: 'p1',
    contractId: 'c1',
    contractNumber: 12,
    contractObject: 'Nettoyage',
    lotNumber: '2',
    state: 'submitted',
  },
  ...{ cents: 8_370_000, outcome: null, decidedCents: null, knownOn: '2026-03-02', createdAt: at },
};
const url = new URL('http://jonction.test/acheteur/penalites');
const plain = (text: string) => text.replaceAll(/[\u00a0\u202f]/g, ' ');
const trail = [{ label: 'Pénalités', href: '/acheteur/penalites' }];

describe('the sheet of a penalty', () => {
  const text = plain(words(draw(PenaltySheet, { facts })));

  it('shows what is due, done and missing, each line of the calculation and the sum', () => {
    for (const said of [
      '420 h',
      '1,5 h',
      '418,5 h',
      '418,5 h manquantes × 200 € par heure',
      '83 700 €',
      'Pénalité proposée',
    ]) {
      expect(text).toContain(said);
    }
  });

  it('shows the days left out in words, the ordonnance of 2020 among them', () => {
    expect(text).toContain('marché arrêté : personne ne travaille : depuis le 17 mars 2025');
    expect(text).toContain('(ordonnance 2020-319, article 6, 2° a) : du 12 mars 2020 au 23 juil. 2020');
    const none = words(draw(PenaltySheet, { facts: { ...facts, exemptions: [] } }));
    expect(none).toContain('Aucun arrêt, aucune suspension');
  });

  it('shows hours under pseudonyms, and says where there are none', () => {
    expect(text).toContain('P-01');
    expect(text).toContain('janvier 2026');
    expect(words(draw(PenaltySheet, { facts: { ...facts, people: [] } }))).toContain('Aucune heure déclarée');
  });
});

describe('the page of a penalty', () => {
  it('gives the papers that there are: no letter before a decision, nor where it was waived', () => {
    const filesOf = (given: Partial<Penalty>) =>
      all(draw(PenaltyPage, { penalty: { ...penalty, ...given }, trail }), 'a')
        .map((link) => attribute(link, 'href') ?? '')
        .filter((href) => href.startsWith('/api/'));
    const both = ['/api/penalties/p1/dossier.zip', '/api/penalties/p1/mise-en-demeure.pdf'];
    expect(filesOf({})).toEqual(both);
    const decision = {
      outcome: 'reduce',
      cents: 100,
      reason: 'Équité',
      on: '2026-03-10',
      source: null,
      saidBy: null,
    } as const;
    expect(filesOf({ state: 'decided', decision })).toEqual([...both, '/api/penalties/p1/penalite.pdf']);
    expect(filesOf({ state: 'decided', decision: { ...decision, outcome: 'waive', cents: 0 } })).toEqual(both);
  });

  it('says that nothing is sent, who did what, and writes what was typed as it was typed', () => {
    const page = draw(PenaltyPage, { penalty, trail });
    const text = plain(words(page));
    expect(text).toContain('Le logiciel n’envoie rien.');
    expect(text).toContain('Amina Belkacem');
    expect(text).toContain('Trois relances <b>sans</b> réponse.');
    expect(page.html).not.toContain('<b>');
  });

  it('tells a decision with its reason, and where the team heard it', () => {
    const decision = {
      outcome: 'reduce',
      cents: 100_000,
      reason: 'Équité',
      on: '2026-03-10',
      source: 'letter',
      saidBy: 'Mme Petit',
    } as const;
    const text = plain(words(draw(PenaltyPage, { penalty: { ...penalty, state: 'decided', decision }, trail })));
    expect(text).toContain('réduite : 1 000 €, le 10 mars 2026');
    expect(text).toContain('Équité');
    expect(text).toContain('Dit par Mme Petit (lettre).');
    expect(plain(words(draw(PenaltyPage, { penalty: { ...penalty, withdrawnWhy: 'Recalcul' }, trail })))).toContain(
      'Retirée : Recalcul',
    );
  });
});

describe('the form of a decision', () => {
  it('offers to apply the sum, reduce or waive, asks for a reason, and to be confirmed', () => {
    const page = draw(DecisionForm, { cents: 8_370_000, today: '2026-03-02', refused: null });
    const labels = plain(words(page));
    for (const said of ['Appliquer 83 700 €', 'Réduire', 'Renoncer', 'ne se modifie plus'])
      expect(labels).toContain(said);
    expect(all(page, 'input').filter((input) => attribute(input, 'type') === 'radio')).toHaveLength(3);
    const confirmed = all(page, 'input').find((input) => attribute(input, 'name') === 'confirmed');
    expect(confirmed?.attributes.has('required')).toBe(true);
    expect(all(page, 'select')).toHaveLength(0);
  });

  it('asks the team how, by whom and when it was said', () => {
    const page = draw(DecisionForm, { cents: 100, heard: true, today: '2026-03-02', refused: null });
    const names = [...all(page, 'input'), ...all(page, 'select')].map((field) => attribute(field, 'name'));
    expect(names).toEqual(expect.arrayContaining(['source', 'saidBy', 'saidOn']));
    expect(all(page, 'form').map((form) => attribute(form, 'action'))).toEqual(['?/noter']);
  });

  it('gives back what was typed, with the refusal at its field', () => {
    const refused = {
      sentence: 'Écrivez le montant retenu.',
      fields: { reducedCents: 'Écrivez le montant retenu.' },
      values: { outcome: 'reduce', reducedCents: '', reason: 'Équité' },
    };
    const page = draw(DecisionForm, { cents: 100, today: '2026-03-02', refused });
    const wrong = all(page, 'input').find((input) => attribute(input, 'aria-invalid') === 'true');
    expect(wrong && attribute(wrong, 'name')).toBe('reducedCents');
    expect(page.html).toContain('Équité');
  });
});

describe('the list of penalties', () => {
  it('says the contract, the state, what is proposed and decided', () => {
    const page = draw(PenaltyList, { rows: [row], total: 1, page: 1, base: '/acheteur/penalites', nextStep: '', url });
    const text = plain(words(page));
    for (const said of ['12 · Nettoyage, lot 2', 'soumise à l’acheteur', '83 700 €', '2 mars 2026', '—'])
      expect(text).toContain(said);
    expect(all(page, 'a').map((link) => attribute(link, 'href'))).toContain('/acheteur/penalites/p1');
  });

  it('says what comes next where there is none', () => {
    const page = draw(PenaltyList, { rows: [], total: 0, page: 1, base: '/x', nextStep: 'Rien à décider.', url });
    expect(words(page)).toContain('Aucun dossier de pénalité');
    expect(words(page)).toContain('Rien à décider.');
  });

  it('marks every state by a shape and a word', () => {
    for (const state of penaltyStates) {
      const page = draw(PenaltyList, { rows: [{ ...row, state }], total: 1, page: 1, base: '/x', nextStep: '', url });
      expect(words(page)).toContain(translate(penaltyWords, 'fr', `penalty.state.${state}`));
    }
    expect(new Set(Object.values(markOfPenalty)).size).toBe(penaltyStates.length);
  });
});

describe('a word of the rail', () => {
  it('is current on its own path and on those named with it, not on others below', () => {
    const entry = { href: '/acheteur', label: 'Marchés', icon: Scale, exact: true, also: ['/acheteur/marches'] };
    expect(isCurrent(entry, '/acheteur')).toBe(true);
    expect(isCurrent(entry, '/acheteur/marches/x')).toBe(true);
    expect(isCurrent(entry, '/acheteur/penalites')).toBe(false);
  });
});

import { waitingOf } from '@jonction/domain/programme/answer-clock';
import { allowedActs, plannedActs, plannedStatuses } from '@jonction/domain/programme/life';
import { mandatoryClause } from '@jonction/domain/programme/mandatory';
import { peopleBand } from '@jonction/domain/programme/people';
import { describe, expect, it } from 'vitest';
import ActLog from '../../../../apps/web/src/lib/programme/ActLog.svelte';
import { plannedQuestion } from '../../../../apps/web/src/lib/programme/list-address.ts';
import ObligationTold from '../../../../apps/web/src/lib/programme/ObligationTold.svelte';
import PeopleTold from '../../../../apps/web/src/lib/programme/PeopleTold.svelte';
import PlannedActs from '../../../../apps/web/src/lib/programme/PlannedActs.svelte';
import PlannedFields from '../../../../apps/web/src/lib/programme/PlannedFields.svelte';
import PlannedList from '../../../../apps/web/src/lib/programme/PlannedList.svelte';
import PlannedShown from '../../../../apps/web/src/lib/programme/PlannedShown.svelte';
import { plannedFacts } from '../../../../apps/web/src/lib/programme/planned-form.ts';
import SheetSent from '../../../../apps/web/src/lib/programme/SheetSent.svelte';
import { obligationState, statusState } from '../../../../apps/web/src/lib/programme/status-state.ts';
import WaitingTold from '../../../../apps/web/src/lib/programme/WaitingTold.svelte';
import { all, attribute, draw, one, type Tag, words as wordsAsIs } from '../../../support/drawn.ts';

const words = (tag: Tag) => wordsAsIs(tag).replaceAll(/[\u00a0\u202f]/g, ' ');
const today = '2026-11-20';
const facts = {
  ...{ kind: 'services' as const, buyerKind: 'other' as const, amountCents: 120_000_000, publicationOn: '2027-03-15' },
  ...{ cpv: '90910000', exemption: null },
};
const row = {
  ...{ id: 'p1', buyerId: 'b1', buyerName: 'Ville de Montval', year: 2027, object: 'Nettoyage <des> écoles' },
  ...{ reference: '2027-014', cpvLabel: 'Services de nettoyage', procedure: 'open' as const, durationMonths: 48 },
  ...{ lots: 2, area: '75013', status: 'planned' as const, statusSince: '2026-10-01', receivedOn: '2026-10-01' },
  ...{ answeredOn: null, ownerId: null, ownerName: null, nextAction: 'Appeler le service', nextActionOn: null },
  ...{ dueHours: null, contractId: null, version: 1, ...facts },
  waiting: waitingOf({ status: 'planned', receivedOn: '2026-10-01', answeredOn: null, since: '2026-10-01' }, today),
  obligation: mandatoryClause(facts),
};
const planned = { ...row, note: 'Reprise de personnel', target: null, occupations: [], people: null };
const exemption = { reason: 'no_link' as const, words: 'Achat de licences, rien à exécuter sur place.' };
const refused = (values: Record<string, string>, fields: Record<string, string>) => ({
  ...{ sentence: 'Certains champs sont à corriger.', values, fields },
});

describe('who waits on whom', () => {
  it('is said from the side of who reads, with the day due and how late', () => {
    const team = words(draw(WaitingTold, { waiting: row.waiting }));
    expect(team).toContain('L’acheteur attend depuis 50 jours');
    expect(team).toContain('réponse due le 29 oct. 2026, en retard de 22 jours');
    expect(words(draw(WaitingTold, { waiting: row.waiting, forBuyer: true }))).toContain(
      'Vous attendez depuis 50 jours',
    );
  });

  it('is said in the singular, without a day where none is due, and as over', () => {
    const waiting = { on: 'buyer' as const, since: today, days: 1, dueOn: null, late: false, daysLeft: null };
    expect(words(draw(WaitingTold, { waiting }))).toBe('L’acheteur a la main depuis 1 jour');
    expect(words(draw(WaitingTold, { waiting, forBuyer: true }))).toBe('À vous, depuis 1 jour');
    expect(words(draw(WaitingTold, { waiting: { ...waiting, on: 'nobody' } }))).toBe('Terminé');
    const due = { ...waiting, on: 'team' as const, dueOn: '2026-11-21', daysLeft: 1 };
    expect(words(draw(WaitingTold, { waiting: due }))).toContain('réponse due le 21 nov. 2026, 1 jour reste');
  });
});

describe('whether a clause is mandatory', () => {
  it('is told with why, the article and where the threshold comes from', () => {
    const page = draw(ObligationTold, { obligation: row.obligation, exemption: null, may: true });
    expect(words(page)).toContain('Clause obligatoire');
    expect(words(page)).toContain('Le montant estimé atteint le seuil européen de 216 000 €.');
    expect(words(page)).toContain('article L2112-2-1');
    expect(words(page)).toContain('seuils de procédure formalisée 2026-2027');
    const options = all(one(page, 'form', { action: '?/dispenser' }), 'option').map((tag) => attribute(tag, 'value'));
    expect(options.slice(1)).toEqual(['available_solution', 'no_link', 'competition', 'short_works']);
  });

  it('is to check with each thing that is missing, in its own sentence', () => {
    const obligation = mandatoryClause({ ...facts, kind: null, amountCents: null });
    const page = draw(ObligationTold, { obligation, exemption: null, may: false });
    expect(words(page)).toContain('À vérifier');
    expect(all(page, 'li')).toHaveLength(2);
    expect(all(page, 'form')).toHaveLength(0);
  });

  it('shows the written exemption as it was written, and lets it be taken back', () => {
    const obligation = mandatoryClause({ ...facts, exemption });
    const page = draw(ObligationTold, { obligation, exemption, may: true });
    expect(words(page)).toContain('Clause pas obligatoire');
    expect(words(page)).toContain('pas de lien suffisant avec l’objet du marché');
    expect(words(one(page, 'blockquote'))).toBe(exemption.words);
    expect(all(page, 'form').map((tag) => attribute(tag, 'action'))).toEqual(['?/retirerDispense']);
    expect(all(draw(ObligationTold, { obligation, exemption, may: false }), 'form')).toHaveLength(0);
  });

  it('keeps what was typed and refused, opened at its field', () => {
    const page = draw(ObligationTold, {
      ...{ obligation: row.obligation, exemption: null, may: true },
      refused: refused({ reason: 'short_works', words: 'Bref' }, { reason: 'Ce motif ne vaut que pour des travaux.' }),
    });
    expect(one(page, 'details').attributes.has('open')).toBe(true);
    expect(words(one(page, 'textarea', { name: 'words' }))).toBe('Bref');
    expect(words(page)).toContain('Ce motif ne vaut que pour des travaux.');
  });

  it('has a mark for each answer and each state', () => {
    expect(new Set(Object.values(obligationState)).size).toBe(3);
    expect(Object.keys(statusState)).toEqual([...plannedStatuses]);
  });
});

describe('what may be done now', () => {
  it('is a form for each act, with its day at most today, and words where they are asked', () => {
    for (const status of plannedStatuses) {
      const allowed = allowedActs(status, 'facilitator');
      const page = draw(PlannedActs, { allowed, today, notifyHref: '/notifier' });
      const acts = all(page, 'input', { name: 'act' }).map((tag) => attribute(tag, 'value'));
      expect([...acts].sort()).toEqual(allowed.filter((act) => act !== 'notify').sort());
      for (const day of all(page, 'input', { name: 'on' })) expect(attribute(day, 'max')).toBe(today);
      const asked = allowed.filter((act) => ['no_clause', 'unsuccessful', 'drop', 'reopen'].includes(act));
      expect(all(page, 'textarea', { name: 'why' })).toHaveLength(asked.length);
      expect(all(page, 'a', { href: '/notifier' })).toHaveLength(allowed.includes('notify') ? 1 : 0);
      // Every id once, whatever is allowed.
      const ids = all(page, 'textarea').map((tag) => attribute(tag, 'id'));
      expect(new Set(ids).size).toBe(ids.length);
    }
  });

  it('says so where there is nothing to do', () => {
    expect(words(draw(PlannedActs, { allowed: [], today }))).toContain('Rien à faire de votre côté');
  });

  it('keeps what was refused in the form of its own act', () => {
    const page = draw(PlannedActs, {
      ...{ allowed: ['no_clause', 'drop'], today },
      refused: refused({ act: 'drop', why: ' ', on: '2026-11-01' }, { why: 'Dites pourquoi.' }),
    });
    expect(all(page, 'details').map((tag) => tag.attributes.has('open'))).toEqual([false, true]);
    expect(words(page)).toContain('Dites pourquoi.');
  });
});

describe('what was done', () => {
  it('is told in words, by whom, when and why, for every act there is', () => {
    const acts = [...plannedActs, 'added', 'corrected', 'sized', 'exempted', 'exemption_withdrawn', 'text'].map(
      (act) => ({
        ...{
          id: act,
          act,
          onDay: '2026-10-01',
          why: act === 'drop' ? 'Budget reporté' : null,
          byName: 'Inès Marchand',
        },
      }),
    );
    const page = draw(ActLog, { acts });
    expect(words(page)).not.toMatch(/programme\.|_/);
    expect(words(page)).toContain('1er oct. 2026 · Inès Marchand');
    expect(words(page)).toContain('Budget reporté');
  });
});

describe('who is available', () => {
  const counts = { sure: 6, unprovenEligibility: 2, staleCv: 3, unknownDay: 1, unknownPlace: 0 };
  const band = { ...counts, ...peopleBand(counts) };
  const counted = {
    on: today,
    all: band,
    occupations: [
      { code: 'K2204', label: 'Nettoyage de locaux', ...band },
      { code: 'K2303', label: 'Nettoyage des espaces urbains', ...band },
    ],
  };

  it('is told from how many to how many, how sure it is, and opens how it was counted', () => {
    const page = draw(PeopleTold, { counted, dueHours: 1600, durationMonths: 12 });
    expect(words(page)).toContain('De 6 à 12 personnes');
    expect(words(page)).toContain('à confirmer');
    expect(words(page)).toContain('1 600 h sur 12 mois : 1 en postes à plein temps');
    expect(words(page)).toContain('Il y a assez de personnes connues.');
    const how = one(page, 'details');
    expect(how.attributes.has('open')).toBe(false);
    expect(words(how)).toContain('3 leur CV n’est pas confirmé, ou depuis longtemps');
    expect(words(how)).toContain('Nettoyage des espaces urbains : De 6 à 12 personnes');
  });

  it('does not say how many posts where the duration is not known', () => {
    const page = words(draw(PeopleTold, { counted, dueHours: 1600, durationMonths: null }));
    expect(page).toContain('on ne sait pas combien de postes il fait');
    expect(page).not.toContain('plein temps');
  });
});

describe('the list of planned contracts', () => {
  const list = { rows: [row], total: 1, counts: { late: 1, team: 4, buyer: 0, nobody: 2 }, years: [2027, 2026] };
  const url = { pathname: '/facilitateur/marches/programmation', searchParams: new URLSearchParams(), search: '' };
  const question = plannedQuestion(new URL('https://jonction.test/x'));

  it('says where each stands, whether a clause is owed, who waits and what is next', () => {
    const page = draw(PlannedList, { list, question, url, home: '/facilitateur/marches/programmation' });
    expect(attribute(one(page, 'a', { href: '/facilitateur/marches/programmation/p1' }), 'href')).toBeDefined();
    const text = words(page);
    for (const said of ['Nettoyage <des> écoles', 'Ville de Montval', '1 200 000 €', 'programmé', 'obligatoire']) {
      expect(text).toContain(said);
    }
    expect(text).toContain('en retard de 22 jours');
    expect(text).toContain('Appeler le service');
    expect(text).toContain('réponse en retard (1)');
    expect(text).toContain('à calibrer');
  });

  it('tells a buyer nothing of what the team does next', () => {
    const page = draw(PlannedList, { list, question, url, home: '/acheteur/programmation', forBuyer: true });
    expect(words(page)).not.toContain('Appeler le service');
    expect(words(page)).not.toContain('Ville de Montval');
    expect(words(page)).toContain('Vous attendez depuis 50 jours');
    expect(all(page, 'input', { name: 'moi' })).toHaveLength(0);
  });

  it('says what to do first where it is empty, and that filters found nothing', () => {
    const empty = { ...list, rows: [], total: 0 };
    expect(words(draw(PlannedList, { list: empty, question, url, home: '/x' }))).toContain('Ajoutez le premier');
    const filtered = draw(PlannedList, { list: empty, question: { ...question, text: 'rien' }, url, home: '/x' });
    expect(words(filtered)).toContain('Aucun marché prévu ne répond à ces filtres');
  });

  it('reads its question from its address, and nothing else', () => {
    const ask = (search: string) => plannedQuestion(new URL(`https://jonction.test/x?${search}`));
    expect(ask('annee=2027&q=eau&etat=study&attend=late&moi=oui&page=3')).toMatchObject({
      ...{ year: 2027, text: 'eau', status: 'study', waits: 'late', mine: true, page: 3 },
    });
    expect(ask('annee=20277&etat=faux&attend=moi')).toMatchObject({
      year: null,
      status: null,
      waits: null,
      mine: false,
    });
  });
});

describe('one planned contract', () => {
  const shown = { planned, formula: null, texts: [], allowed: allowedActs('planned', 'facilitator'), acts: [] };
  const here = '/facilitateur/marches/programmation/p1';

  it('is sized and corrected by the team while it is studied', () => {
    const page = draw(PlannedShown, { shown, today, here });
    expect(all(page, 'a', { href: `${here}/calibrage` })).toHaveLength(1);
    expect(all(page, 'a', { href: `${here}/corriger` })).toHaveLength(1);
    expect(words(page)).toContain('Services de nettoyage');
    expect(words(page)).toContain('appel d’offres ouvert');
    expect(words(page)).toContain('Pas encore calibré.');
  });

  it('leads to the contract of the register it became, and is corrected no more', () => {
    const notified = { ...shown, planned: { ...planned, status: 'notified' as const, contractId: 'c1' }, allowed: [] };
    const page = draw(PlannedShown, { shown: notified, today, here });
    expect(all(page, 'a', { href: '/facilitateur/marches/c1' })).toHaveLength(1);
    expect(all(page, 'a', { href: `${here}/corriger` })).toHaveLength(0);
  });

  it('gives a buyer its hours with their formula, and figures of people that it may be told', () => {
    const people = { on: today, occupations: ['Nettoyage de locaux'], area: '75', atLeast: null, atMost: 12 };
    const answered = { ...shown, formula: 'P × 1 200 000 € = 480 h.', planned: { ...planned, dueHours: 480, people } };
    const page = draw(PlannedShown, { shown: answered, today, here: '/acheteur/programmation/p1', forBuyer: true });
    expect(words(page)).toContain('480 h');
    expect(words(page)).toContain('P × 1 200 000 € = 480 h.');
    expect(words(page)).toContain('de moins de 5 à 12 personnes');
    expect(all(page, 'a', { href: '/acheteur/programmation/p1/calibrage' })).toHaveLength(0);
  });
});

describe('the text of a clause', () => {
  const shown = {
    ...{ formula: null, allowed: [], acts: [], planned: { ...planned, dueHours: 480 } },
    texts: [{ id: 't2', number: 2, madeAt: '2026-11-19T23:30:00.000Z', madeByName: 'Inès Marchand' }],
  };

  it('is there to download under its number, with the day in Paris and who made it', () => {
    const page = draw(PlannedShown, { shown, today, here: '/x', forBuyer: true });
    expect(words(one(page, 'a', { href: '/api/clause-texts/t2.docx' }))).toContain('version 2');
    expect(words(page)).toContain('20 nov. 2026 · Inès Marchand');
    expect(all(page, 'a', { href: '/x/clause' })).toHaveLength(0);
  });

  it('is written by the team once there are hours', () => {
    expect(all(draw(PlannedShown, { shown, today, here: '/x' }), 'a', { href: '/x/clause' })).toHaveLength(1);
    const bare = { ...shown, planned };
    expect(all(draw(PlannedShown, { shown: bare, today, here: '/x' }), 'a', { href: '/x/clause' })).toHaveLength(0);
  });
});

describe('the forms of the programme', () => {
  it('ask for an object and a year, and nothing else', () => {
    const page = draw(PlannedFields, { values: { year: '2027' } });
    const required = [...all(page, 'input'), ...all(page, 'textarea'), ...all(page, 'select')]
      .filter((tag) => tag.attributes.has('required'))
      .map((tag) => attribute(tag, 'name'));
    expect(required.sort()).toEqual(['object', 'year']);
  });

  it('give what was typed as the API reads it: cents, whole months, nothing for what is empty', () => {
    const form = new FormData();
    for (const [name, value] of Object.entries({
      ...{
        year: '2027',
        object: ' Voirie ',
        amountCents: '1 250,5',
        durationMonths: '48',
        kind: 'works',
        buyerKind: 'faux',
      },
      ...{ procedure: 'open', lots: 'deux', publicationOn: '2027-03-15', area: '', note: '' },
    })) {
      form.set(name, value);
    }
    expect(plannedFacts(form)).toEqual({
      ...{ year: 2027, object: 'Voirie', amountCents: 125_050, durationMonths: 48, kind: 'works', buyerKind: null },
      ...{ procedure: 'open', lots: Number.NaN, publicationOn: '2027-03-15', area: null, note: null },
      ...{ reference: null, cpv: null },
    });
  });

  it('send the list of a year, for a buyer chosen by a team alone', () => {
    const team = draw(SheetSent, { home: '/x', buyers: [{ value: 'b1', label: 'Ville de Montval' }], year: '2027' });
    expect(words(team)).toContain('Pour les lignes qui ne disent pas le SIRET');
    expect(attribute(one(team, 'form'), 'enctype')).toBe('multipart/form-data');
    const buyer = draw(SheetSent, { home: '/x', buyers: null, year: '2027' });
    expect(words(buyer)).not.toContain('SIRET');
    expect(all(buyer, 'a', { href: '/api/templates/programme' })).toHaveLength(1);
  });
});

import { crisisMeasures } from '@jonction/domain/crisis/regime';
import { beforeEach, describe, expect, it } from 'vitest';
import ContractMeasures from '../../../../apps/web/src/lib/crisis/ContractMeasures.svelte';
import CrisisActs from '../../../../apps/web/src/lib/crisis/CrisisActs.svelte';
import CrisisBanner from '../../../../apps/web/src/lib/crisis/CrisisBanner.svelte';
import CrisisDone from '../../../../apps/web/src/lib/crisis/CrisisDone.svelte';
import CrisisPreview from '../../../../apps/web/src/lib/crisis/CrisisPreview.svelte';
import { concernedBy } from '../../../../apps/web/src/lib/crisis/concerned.ts';
import type {
  ContractCrisisMeasure,
  CrisisInForce,
  CrisisPreviewed,
  CrisisShown,
} from '../../../../apps/web/src/lib/crisis/crisis.ts';
import { crisisDays } from '../../../../apps/web/src/lib/crisis/days.ts';
import { page as app } from '../../../support/app-state.ts';
import { all, attribute, draw, words as read, type Tag } from '../../../support/drawn.ts';

/** Thin and no-break spaces are for the eye. */
const words = (tag: Tag) => read(tag).replaceAll(/\s+/g, ' ');

beforeEach(() => {
  app.url = new URL('http://jonction.test/facilitateur/urgence/c1');
});

const href = '/facilitateur/urgence/c1/marches';
const preview = (changes: Partial<CrisisPreviewed> = {}): CrisisPreviewed => ({
  ...{ looked: 12, concerned: 9, planned: 15 },
  measures: [
    {
      ...{ measure: 'extend_term', legalBasis: 'Ordonnance 2020-319, art. 4', chosen: true, may: 3, planned: 2 },
      obstacles: [{ why: 'ends_elsewhere', count: 6 }],
    },
    {
      measure: 'terminate',
      legalBasis: 'Ordonnance 2020-319, art. 6, 3°',
      chosen: false,
      may: 0,
      planned: 0,
      obstacles: [],
    },
  ],
  moves: [{ before: 'active', after: 'suspended', count: 4 }],
  policies: {
    offered: [
      { id: 'emergency-2020', inForce: true, chosen: true },
      { id: 'emergency-2020-early', inForce: false, chosen: true },
      { id: 'emergency-2020-more', inForce: false, chosen: false },
    ],
    ...{ published: 1, moved: 2_800, validated: 0, pending: 2_800, rejected: -2_800, lines: 1, partly: false },
    contracts: [
      {
        ...{ contractId: 'k1', number: 7, object: 'Nettoyage des écoles', lines: 1 },
        ...{ moved: 2_800, validated: 0, pending: 2_800, rejected: -2_800 },
      },
    ],
  },
  cadences: [{ cadence: 'hours', waiting: 3 }],
  penalties: {
    exempt: 5,
    open: [
      { id: 'p1', contractId: 'k1', number: 7, object: 'Nettoyage des écoles', cents: 90_000, centsAfter: 15_000 },
    ],
  },
  letters: {
    receivers: [
      { organisationId: 'b1', name: 'Ville de Montval', receiver: 'buyer', address: 'voirie@ville.test', contracts: 9 },
      { organisationId: 'e1', name: 'Propreté du Val', receiver: 'company', address: null, contracts: 2 },
    ],
    addressed: 1,
    sample: { to: 'Ville de Montval', subject: 'Crise sanitaire', text: 'Bonjour,\n\nVoici.' },
  },
  ...changes,
});
const drawn = (changes: Partial<CrisisPreviewed> = {}, dated = false, locale: 'fr' | 'en' = 'fr') =>
  draw(CrisisPreview, { preview: preview(changes), dated, legalTitle: 'Ordonnance 2020-319', href }, locale);
const links = (page: ReturnType<typeof draw>) => all(page, 'a').map((link) => attribute(link, 'href'));

describe('what an emergency would change', () => {
  it('is told in figures that open into their rows', () => {
    const page = drawn();
    expect(words(page)).toMatch(/9 marchés concernés sur 12 regardés/);
    expect(words(page)).toMatch(/15 mesures à écrire en une fois/);
    expect(links(page)).toEqual(
      expect.arrayContaining([
        `${href}?mesure=scope`,
        `${href}?mesure=no_penalty`,
        `${href}?mesure=extend_term`,
        `${href}?mesure=extend_term&lignes=may`,
        `${href}?mesure=extend_term&lignes=ends_elsewhere`,
      ]),
    );
  });

  it('is told article by article, with why not, and no link where nothing is behind', () => {
    const page = drawn();
    expect(words(page)).toMatch(/durée prolongée par avenant pour tous ?art\. 4 ?2 ?3 ?6 ne finit pas/);
    expect(links(page)).not.toContain(`${href}?mesure=terminate`);
  });

  it('says from which status to which', () => {
    expect(words(drawn())).toMatch(/4 en cours devient suspendu/);
    expect(words(drawn({ moves: [] }))).toContain('Aucun statut ne change');
  });

  it('says which policies judge already, which are adopted, which left, and the hours moved by contract', () => {
    const said = words(drawn());
    expect(said).toMatch(/État d’urgence sanitaire 2020 déjà en vigueur partout/);
    expect(said).toMatch(/du 17 au 23 mars 2020 sera adoptée/);
    expect(said).toMatch(/chômage partiel laissée de côté/);
    expect(said).toMatch(
      /28\sh déclarées seraient jugées autrement\s: validées 0\sh, à décider \+28\sh, refusées −28\sh/,
    );
    expect(links(drawn())).toContain('/facilitateur/marches/k1');
    expect(words(drawn({}, true))).toMatch(/aux dates de cette urgence sera adoptée/);
  });

  it('says so where hours do not move, or where only some were judged', () => {
    const none = { ...preview().policies, published: 0, moved: 0, contracts: [] };
    expect(words(drawn({ policies: none }))).toContain('Aucune heure déjà déclarée ne serait jugée autrement');
    expect(words(drawn({ policies: { ...preview().policies, partly: true } }))).toContain('Plus de 2 000 embauches');
  });

  it('leads from each letter of the morning to those who wait', () => {
    expect(words(drawn())).toMatch(/heures non déclarées\s: 3 attendent/);
    expect(links(drawn())).toContain('/facilitateur/heures/retards');
    expect(words(drawn({ cadences: [] }))).toContain('Aucun envoi n’est retenu');
  });

  it('names the penalties that would be less, and by how much', () => {
    expect(words(drawn())).toMatch(/Nettoyage des écoles 900\s€ devient 150\s€/);
    expect(words(drawn({ penalties: { exempt: 0, open: [] } }))).toContain('Aucune proposition en cours');
  });

  it('shows the first letter, who gets one, and who has no address', () => {
    const said = words(drawn());
    expect(said).toMatch(/La première lettre, à Ville de Montval/);
    expect(said).toMatch(/Propreté du Val entreprises ?aucune adresse\s: à appeler/);
    const nobody = { receivers: [], addressed: 0, sample: null };
    expect(words(drawn({ letters: nobody }))).toContain('Personne n’est prévenu par lettre');
  });

  it('is in words in English too', () => {
    const said = words(drawn({}, true, 'en'));
    expect(said).not.toMatch(/(show|part|table|crisis)\.[a-z]/);
    expect(said).toContain('9 contracts concerned of 12 looked at');
  });
});

const shown = (changes: Partial<CrisisShown> = {}): CrisisShown => ({
  ...{ id: 'c1', state: 'in_force', title: 'Crise sanitaire', regime: 'ordonnance_2020_319', version: 1 },
  ...{ fromDay: '2020-03-17', toDay: '2020-07-23', cadences: ['hours'], link: null, allowed: [], contracts: 9 },
  ...{ writtenByName: 'Nadia', writtenAt: '2020-04-20T08:00:00.000Z', appliedByName: 'Nadia', appliedOn: '2020-04-20' },
  ...{ endedOn: null, endedByName: null, undoneByName: null, undoneAt: null },
  done: [{ measure: 'suspend', legalBasis: 'Ordonnance 2020-319, art. 6, 4°', count: 4, withdrawn: 1 }],
  published: [{ policy: 'emergency-2020-early', title: 'Confinement', versionId: 'v1', runId: 'r1' }],
  letters: [{ receiver: 'buyer', moment: 'begin', planned: 3, written: 2, dropped: 1 }],
  terms: {
    ...{ title: 'Crise sanitaire', regime: 'ordonnance_2020_319', legalTitle: 'Ordonnance 2020-319', legalUrl: null },
    ...{ justification: 'Fermé', from: '2020-03-17', to: '2020-07-23', departments: [], communes: [], cpv: [] },
    ...{ withUnknownPlace: true, buyerIds: [], statuses: [], measures: [], retenderDays: 0, policies: [] },
    ...{ cadences: ['hours'], receivers: ['buyer'], letter: 'Voici' },
  },
  ...changes,
});

describe('what an emergency did', () => {
  it('is each measure with its contracts, those taken back apart', () => {
    const page = draw(CrisisDone, { crisis: shown(), href });
    expect(words(page)).toMatch(/marché suspendu ?art\. 6, 4° ?4 dont 1 repris/);
    expect(links(page)).toEqual([`${href}?mesure=suspend`, '/facilitateur/heures/regles/essais/r1']);
    expect(words(page)).toMatch(/au début, acheteurs\s: 2 parties sur 3 1 retenue/);
  });
});

describe('what may be done with an emergency', () => {
  const acts = (crisis: CrisisShown, more: Partial<Parameters<typeof draw<typeof CrisisActs>>[1]> = {}) =>
    draw(CrisisActs, { crisis, preview: null, today: '2020-05-11', ...more });
  const buttons = (page: ReturnType<typeof draw>) => all(page, 'button').map((one) => words(one));

  it('is nothing for somebody who may not', () => {
    expect(buttons(acts(shown()))).toEqual([]);
  });

  it('applies what was previewed, and no other count', () => {
    const page = acts(shown({ state: 'draft', allowed: ['enforce', 'write'] }), { preview: preview() });
    expect(buttons(page)).toEqual(['Appliquer à 9 marchés', 'Abandonner']);
    const planned = all(page, 'input').find((input) => attribute(input, 'name') === 'planned');
    expect(planned && attribute(planned, 'value')).toBe('15');
    const none = acts(shown({ state: 'draft', allowed: ['enforce'] }), { preview: preview({ planned: 0 }) });
    expect(buttons(none)).toEqual(['Abandonner']);
  });

  it('ends only what was told before, from the first day to today', () => {
    const crisis = shown({ allowed: ['end', 'undo'] });
    expect(buttons(acts(crisis))).toEqual(['Voir ce que la fin change', 'Tout annuler']);
    const ending = { on: '2020-05-11', resumed: 4, left: 1, policies: [] };
    const page = acts(crisis, { ending });
    expect(buttons(page)).toEqual(['Voir ce que la fin change', 'Terminer l’urgence', 'Tout annuler']);
    expect(words(page)).toMatch(/4 marchés reprennent, 0 règle d’heures s’arrête/);
    expect(words(page)).toMatch(/1 marché arrêté ou suspendu a bougé depuis/);
    const day = all(page, 'input').find((input) => attribute(input, 'name') === 'on');
    expect([day && attribute(day, 'min'), day && attribute(day, 'max')]).toEqual(['2020-03-17', '2020-05-11']);
  });

  it('takes back an ended one, and writes to nobody where nobody was', () => {
    expect(buttons(acts(shown({ state: 'ended', allowed: ['undo'] })))).toEqual(['Tout annuler']);
    const silent = shown({ allowed: ['end'] });
    const page = acts({ ...silent, terms: { ...silent.terms, receivers: [] } });
    expect(all(page, 'textarea')).toEqual([]);
  });
});

describe('the line of an emergency in force', () => {
  const line = (changes: Partial<CrisisInForce> = {}, today = '2020-04-20') =>
    draw(CrisisBanner, {
      crises: [
        {
          id: 'c1',
          title: 'Crise sanitaire',
          fromDay: '2020-03-17',
          toDay: '2020-07-23',
          cadences: ['hours'],
          ...changes,
        },
      ],
      today,
    });

  it('says what is in force, its days, what is held back, and leads there', () => {
    const page = line();
    expect(words(page)).toMatch(
      /Urgence en vigueur\s: Crise sanitaire du 17\smars\s2020 au 23\sjuil\.\s2020 · 1 envoi du matin retenu/,
    );
    expect(links(page)).toEqual(['/facilitateur/urgence/c1']);
  });

  it('asks for its end once its days are over', () => {
    expect(words(line({}, '2020-07-24'))).toMatch(/ses dates sont passées depuis le 23\sjuil\.\s2020\s: terminez-la/);
    expect(words(line())).not.toContain('terminez-la');
    expect(words(line({ toDay: null }, '2026-01-01'))).not.toContain('terminez-la');
  });

  it('is drawn nowhere without an emergency, and only where it changes something', () => {
    expect(words(draw(CrisisBanner, { crises: [], today: '2020-04-20' }))).toBe('');
    for (const path of ['/facilitateur', '/facilitateur/marches/recensement', '/facilitateur/heures/retards']) {
      expect(concernedBy(path)).toBe(true);
    }
    for (const path of ['/facilitateur/urgence', '/facilitateur/participants', '/facilitateur/marchesans']) {
      expect(concernedBy(path)).toBe(false);
    }
  });

  it('tells its days to the one it was ended on', () => {
    const days = { fromDay: '2020-03-17', toDay: '2020-07-23' };
    expect(crisisDays({ ...days, endedOn: '2020-05-11' }, 'fr')).toMatch(/au 11\smai\s2020/);
    expect(crisisDays({ ...days, toDay: null }, 'fr')).toMatch(/^depuis le/);
  });
});

describe('on the page of a contract', () => {
  const measure = (changes: Partial<ContractCrisisMeasure> = {}): ContractCrisisMeasure => ({
    ...{ crisisId: 'c1', title: 'Crise sanitaire', measure: 'scope', legalBasis: 'Ordonnance 2020-319, art. 1' },
    ...{ exemptFrom: null, exemptTo: null, endsOn: null, recordedOn: '2020-04-20', endedOn: null, withdrawnOn: null },
    ...changes,
  });
  const card = (measures: ContractCrisisMeasure[], locale: 'fr' | 'en' = 'fr') =>
    words(draw(ContractMeasures, { measures }, locale));

  it('stands what each emergency did, with its text and its days', () => {
    const said = card([
      measure(),
      measure({ measure: 'no_penalty', exemptFrom: '2020-03-17', exemptTo: '2020-07-23' }),
      measure({ measure: 'extend_term', endsOn: '2021-01-10' }),
    ]);
    expect(said).toMatch(/Urgence « Crise sanitaire », écrite le 20\savr\.\s2020/);
    expect(said).toMatch(/pas de pénalité de retard du 17\smars\s2020 au 23\sjuil\.\s2020/);
    expect(said).toMatch(/durée prolongée par avenant jusqu’au 10\sjanv\.\s2021/);
  });

  it('says what became of it, and nothing where there was none', () => {
    expect(card([measure({ endedOn: '2020-05-11' })])).toMatch(/terminée le 11\smai\s2020/);
    expect(card([measure({ endedOn: '2020-05-11', withdrawnOn: '2020-05-12' })])).toMatch(/reprise le 12\smai\s2020/);
    expect(card([])).toBe('');
  });

  it('has a word for every measure in both languages', () => {
    for (const locale of ['fr', 'en'] as const) {
      expect(
        card(
          crisisMeasures.map((one) => measure({ measure: one })),
          locale,
        ),
      ).not.toContain('crisis.');
    }
  });
});

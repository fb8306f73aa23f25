import { describe, expect, it } from 'vitest';
import ProjectSummary from '../../../../apps/web/src/lib/participant/ProjectSummary.svelte';
import ProjectsPage from '../../../../apps/web/src/lib/participant/ProjectsPage.svelte';
import type { ShownProject } from '../../../../apps/web/src/lib/participant/shown-project.ts';
import { all, attribute, draw, one, type Tag, words as typeset } from '../../../support/drawn.ts';

const words = (tag: Tag) => typeset(tag).replaceAll(/[\u00a0\u202f]/g, ' ');
const main: ShownProject = {
  ...{ id: 'p1', code: 'G1603', label: 'Personnel polyvalent en restauration', wish: 'En cuisine, pas le soir.' },
  ...{
    transports: ['public', 'bike'],
    radiusKm: 15,
    availableFrom: '2026-04-01',
    weeklyHoursMin: 20,
    weeklyHoursMax: 30,
  },
  ...{
    main: true,
    state: 'active',
    statedOn: '2026-03-02',
    closedOn: null,
    recordedByName: 'Samira Benali',
    version: 3,
  },
};
const other: ShownProject = {
  ...{ ...main, id: 'p2', code: 'K2204', label: 'Nettoyage de locaux', wish: null, transports: [], main: false },
  ...{ radiusKm: null, availableFrom: null, weeklyHoursMin: null, weeklyHoursMax: null, recordedByName: null },
};
const over: ShownProject = { ...other, id: 'p3', label: 'Maçonnerie', state: 'dropped', closedOn: '2026-03-10' };
const skills = [
  { skill: 'vitrerie', label: 'Vitrerie', byHand: true },
  { skill: 'haccp', label: 'HACCP', byHand: false },
];
const trades = [{ value: 'K2204', label: 'Nettoyage de locaux' }];
const page = (given: Partial<Parameters<typeof draw<typeof ProjectsPage>>[1]> = {}) =>
  draw(ProjectsPage, { projects: [main, other, over], skills, trades, suggested: [], ...given });
const formsTo = (tag: Tag, action: string) => all(tag, 'form').filter((form) => attribute(form, 'action') === action);

describe('the projects of a person', () => {
  it('say the trade, her words, how far, from when and how long, and who noted it', () => {
    const text = words(page());
    expect(text).toContain('« En cuisine, pas le soir. »');
    expect(text).toContain(
      'en transports en commun · à vélo · jusqu’à 15 km · dès le 1er avr. 2026 · 20 – 30 h par semaine'.replace(
        "'",
        '’',
      ),
    );
    expect(text).toContain('en cours, principal');
    expect(text).toContain('noté par Samira Benali');
    expect(text).toContain('abandonné le 10 mars 2026');
  });

  it('offer each one what can be done with it: the main one is not made main, what is over runs again', () => {
    const drawn = page();
    expect(formsTo(drawn, '?/principal').map((form) => attribute(one(form, 'input'), 'value'))).toEqual(['p2']);
    const settled = formsTo(drawn, '?/regler').map((form) => all(form, 'button').map((one) => attribute(one, 'value')));
    expect(settled).toEqual([['achieved', 'dropped'], ['achieved', 'dropped'], ['active']]);
    expect(formsTo(drawn, '?/changer')).toHaveLength(2);
  });

  it('name the trade in every button, for whoever does not see the line', () => {
    for (const action of ['?/principal', '?/regler']) {
      for (const form of formsTo(page(), action)) {
        for (const button of all(form, 'button')) expect(words(button)).toMatch(/Nettoyage|restauration|Maçonnerie/);
      }
    }
  });

  it('hold every fact in the form that changes them, with ids of its own', () => {
    const drawn = page();
    const [form] = formsTo(drawn, '?/changer');
    if (!form) throw new Error('no form');
    expect(attribute(one(form, 'input', { name: 'radiusKm' }), 'value')).toBe('15');
    expect(attribute(one(form, 'input', { name: 'version' }), 'value')).toBe('3');
    expect(words(one(form, 'textarea', { name: 'wish' }))).toBe('En cuisine, pas le soir.');
    const ids = [...all(drawn, 'input'), ...all(drawn, 'textarea')].map((tag) => attribute(tag, 'id')).filter(Boolean);
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('say what to do first where there is none, with the form already open', () => {
    const drawn = page({ projects: [] });
    expect(words(drawn)).toContain('Aucun projet noté');
    const [add] = all(drawn, 'details').filter((tag) => formsTo(tag, '?/ajouter').length > 0);
    expect(add && attribute(add, 'open')).toBeDefined();
    expect(all(drawn, 'input', { name: 'main' })).toEqual([]);
  });

  it('come back as they were typed, the error at its field', () => {
    const refused = {
      sentence: 'Un champ est à corriger.',
      fields: { radiusKm: 'Écrivez un nombre de kilomètres, de 0 à 500.' },
      values: { projectId: 'p2', version: '3', wish: 'Le matin', radiusKm: '900', transport: 'car' },
    };
    const [, form] = formsTo(page({ refused }), '?/changer');
    if (!form) throw new Error('no form');
    expect(attribute(one(form, 'input', { name: 'radiusKm' }), 'value')).toBe('900');
    expect(words(form)).toContain('de 0 à 500');
    expect(
      all(form, 'input', { name: 'transport' }).filter((tag) => attribute(tag, 'checked') !== undefined),
    ).toHaveLength(1);
  });
});

describe('the skills noted by hand', () => {
  it('are taken back one by one, and those of a CV only read', () => {
    const drawn = page();
    expect(formsTo(drawn, '?/oter').map((form) => attribute(one(form, 'input'), 'value'))).toEqual(['vitrerie']);
    expect(words(drawn)).toContain('Dites par ses CV : HACCP.');
    expect(attribute(one(formsTo(drawn, '?/oter')[0] ?? drawn, 'button'), 'aria-label')).toBe('Retirer Vitrerie');
  });

  it('are found in the register or written in plain words, without a script too', () => {
    const suggested = [{ value: 'perche\u001fPerche', label: 'Perche' }];
    const [form] = formsTo(page({ suggested }), '?/noter');
    if (!form) throw new Error('no form');
    expect(all(one(form, 'select', { name: 'newSkill' }), 'option').map((tag) => words(tag))).toContain('Perche');
    expect(one(form, 'input', { name: 'moreSkills' })).toBeDefined();
  });

  it('say what was done', () => {
    expect(words(page({ done: { said: 'added', count: 2 } }))).toContain('2 compétences ajoutées.');
    expect(words(page({ done: { said: 'onCv', count: 1 } }))).toContain('un CV la dit encore');
    expect(words(page({ done: { said: 'main', count: 1 } }))).toContain('le projet principal');
  });
});

describe('the projects on her record', () => {
  it('are read there, with the way to change them', () => {
    const drawn = draw(ProjectSummary, { projects: [main], href: '/facilitateur/participants/x/projets' });
    expect(words(drawn)).toContain('Personnel polyvalent en restauration');
    expect(attribute(one(drawn, 'a'), 'href')).toBe('/facilitateur/participants/x/projets');
    expect(all(drawn, 'form')).toEqual([]);
  });

  it('say that none was noted', () => {
    expect(words(draw(ProjectSummary, { projects: [], href: '/x' }))).toContain('Aucun projet noté.');
  });
});

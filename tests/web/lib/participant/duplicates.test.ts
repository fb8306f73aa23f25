import { mergeFields } from '@jonction/domain/participant/merge';
import { mergedKinds, undoBlocks } from '@jonction/domain/participant/merge-rows';
import { describe, expect, it } from 'vitest';
import { type Compared, lineOf, lineOfColumn } from '../../../../apps/web/src/lib/participant/compared.ts';
import SideBySide from '../../../../apps/web/src/lib/participant/SideBySide.svelte';
import ListPage from '../../../../apps/web/src/routes/(portals)/facilitateur/participants/doublons/+page.svelte';
import PairPage from '../../../../apps/web/src/routes/(portals)/facilitateur/participants/doublons/[keptId]/[goneId]/+page.svelte';
import MergesPage from '../../../../apps/web/src/routes/(portals)/facilitateur/participants/doublons/fusions/+page.svelte';
import MergePage from '../../../../apps/web/src/routes/(portals)/facilitateur/participants/doublons/fusions/[mergeId]/+page.svelte';
import { all, attribute, draw, heard, one, words } from '../../../support/drawn.ts';

const kept: Compared = {
  id: 'k',
  number: 12,
  version: 3,
  firstName: 'Maëlle',
  lastName: 'Le Goff',
  birthDate: '1995-06-30',
  sex: null,
  phone: null,
  email: 'maelle@exemple.test',
  postalCode: '75013',
  city: 'Paris',
  preferredChannel: 'sms',
  status: 'available',
  availableFrom: null,
  radiusMetres: 12_400,
  frenchLevel: 4,
  weeklyHoursMin: 20,
  weeklyHoursMax: 35,
  nextAction: null,
  nextActionOn: null,
  consents: true,
  lastConsent: 'given',
  partnerName: null,
  ownerName: 'Nadia',
  currentCv: 'Agente de propreté',
  occupations: ['Nettoyage de locaux'],
  counts: { cvs: 1, contacts: 2, positionings: 0, open: 0, placements: 0, evidences: 1 },
};
const gone: Compared = {
  ...kept,
  id: 'g',
  number: 40,
  version: 1,
  firstName: 'Maelle',
  phone: '+33611223344',
  counts: { ...kept.counts, cvs: 0 },
};
const differences = [
  { field: 'firstName', suggested: 'kept' },
  { field: 'phone', suggested: 'gone' },
] as const;
const data = { portal: null } as never;
const page = <Piece extends Parameters<typeof draw>[0]>(piece: Piece, own: object, form: object | null = null) =>
  draw(piece, { data: { ...(data as object), ...own }, form, params: {} } as never);

describe('two records side by side', () => {
  it('let a person choose each line that differs, the suggestion ticked, and fold away what is the same', () => {
    const drawn = draw(SideBySide, { kept, gone, differences: [...differences] });
    const radios = all(drawn, 'input', { type: 'radio' });
    expect(radios.map((radio) => [attribute(radio, 'name'), attribute(radio, 'value')])).toEqual([
      ['choix-firstName', 'kept'],
      ['choix-firstName', 'gone'],
      ['choix-phone', 'kept'],
      ['choix-phone', 'gone'],
      ['cv', 'kept'],
      ['cv', 'gone'],
    ]);
    expect(all(drawn, 'input', { checked: true }).map((radio) => attribute(radio, 'value'))).toEqual([
      'kept',
      'gone',
      'kept',
    ]);
    expect(words(one(drawn, 'details'))).toContain('75013 Paris');
  });

  it('say each choice by its line and its value, not by its place alone', () => {
    const drawn = draw(SideBySide, { kept, gone, differences: [...differences] });
    const [, , silent] = all(drawn, 'input', { type: 'radio' });
    expect(silent && attribute(silent, 'aria-label')).toContain('Téléphone');
    expect(silent && attribute(silent, 'aria-label')).toContain('non renseigné');
  });

  it('keep what was chosen when the form comes back', () => {
    const drawn = draw(SideBySide, { kept, gone, differences: [...differences], chosen: { 'choix-phone': 'kept' } });
    const phone = all(drawn, 'input', { name: 'choix-phone', checked: true });
    expect(phone.map((radio) => attribute(radio, 'value'))).toEqual(['kept']);
  });

  it('ask nothing of the current CV when only one has one, and say when nothing differs', () => {
    const drawn = draw(SideBySide, { kept, gone: { ...kept, currentCv: null }, differences: [] });
    expect(all(drawn, 'input')).toEqual([]);
    expect(words(drawn)).toContain('Aucune ligne ne diffère');
  });
});

describe('lineOf', () => {
  const said = {
    day: (day: string) => `le ${day}`,
    status: String,
    channel: String,
    sex: (sex: string) => `dit ${sex}`,
    french: (level: number) => `n${level}`,
  };

  it('writes each line in words, and null for what is not known', () => {
    expect(lineOf(kept, 'birthDate', said)).toBe('le 1995-06-30');
    expect(lineOf(kept, 'radiusMetres', said)).toBe('12\u00a0km');
    expect(lineOf(kept, 'weeklyHours', said)).toBe('20\u00a0h – 35\u00a0h');
    expect(lineOf(kept, 'sex', said)).toBeNull();
    expect(lineOf({ ...kept, sex: 'woman' }, 'sex', said)).toBe('dit woman');
    expect(lineOf(kept, 'phone', said)).toBeNull();
    expect(lineOf({ ...kept, frenchLevel: 0 }, 'frenchLevel', said)).toBe('n0');
    for (const field of mergeFields) expect(() => lineOf(kept, field, said)).not.toThrow();
  });

  it('names the line of each column that an undo may speak of', () => {
    expect(lineOfColumn('weekly_hours_max')).toBe('weeklyHours');
    expect(lineOfColumn('latitude')).toBe('place');
    expect(mergeFields).toContain(lineOfColumn('anything'));
  });
});

describe('the page of the pair', () => {
  const pair = {
    kept,
    gone,
    score: 95,
    reasons: ['name', 'phone'],
    differences: [...differences],
    consentsAfter: true,
  };

  it('merges by a form that holds both versions, and offers to say that they are two', () => {
    const drawn = page(PairPage, { pair });
    expect(attribute(one(drawn, 'form'), 'action')).toBe('?/fusionner');
    expect(attribute(one(drawn, 'input', { name: 'keptVersion' }), 'value')).toBe('3');
    expect(all(drawn, 'button').map(heard)).toEqual(['Fusionner les deux fiches', 'Ce sont deux personnes']);
    expect(all(drawn, 'a', { href: '/facilitateur/participants/doublons/g/k' })).toHaveLength(1);
    expect(words(drawn)).toContain('30 jours');
  });

  it('says that the strictest agreement wins', () => {
    const drawn = page(PairPage, {
      pair: { ...pair, gone: { ...gone, lastConsent: 'withdrawn' }, consentsAfter: false },
    });
    expect(words(drawn)).toContain('Le plus protecteur l’emporte');
  });

  it('warns when two partners follow her', () => {
    const two = { ...pair, kept: { ...kept, partnerName: 'A' }, gone: { ...gone, partnerName: 'B' } };
    expect(words(page(PairPage, { pair: two }))).toContain('seul celui de la ligne choisie');
    expect(words(page(PairPage, { pair }))).not.toContain('seul celui de la ligne choisie');
  });
});

describe('the list of pairs', () => {
  const person = { id: 'k', number: 12, firstName: 'Awa', lastName: 'Diop', birthDate: '1990-01-01', city: 'Paris' };
  const row = {
    score: 95,
    level: 'sure',
    why: ['name', 'birth'],
    one: person,
    other: { ...person, id: 'g', number: 13 },
  };
  const given = { list: { rows: [row], total: 1 }, page: 1, pageSize: 40, least: '', said: null };

  it('says the likeness in words and points, why, and leads to the comparison', () => {
    const drawn = page(ListPage, given);
    expect(words(drawn)).toContain('même nom, même date de naissance');
    expect(words(drawn)).toContain('95/100');
    expect(all(drawn, 'a', { href: '/facilitateur/participants/doublons/k/g' })).toHaveLength(1);
    expect(words(drawn)).toContain('une personne décide');
  });

  it('says that there is nothing, and when it looks', () => {
    const drawn = page(ListPage, { ...given, list: { rows: [], total: 0 } });
    expect(words(drawn)).toContain('Aucun doublon à regarder');
    expect(words(drawn)).toContain('chaque nuit');
  });

  it('says what was just done', () => {
    expect(words(page(ListPage, { ...given, said: 'deux' }))).toContain('ne seront plus montrées ensemble');
    expect(words(page(ListPage, { ...given, said: 'separees' }))).toContain('de nouveau séparées');
    expect(words(page(ListPage, given, { done: { asked: true } }))).toContain('relue');
  });
});

describe('the page of a merge', () => {
  const merge = {
    ...{
      id: 'm',
      keptId: 'k',
      keptNumber: 12,
      keptName: 'Awa Diop',
      goneId: 'g',
      goneNumber: 13,
      goneName: 'Ava Diop',
    },
    ...{
      mergedAt: '2026-05-04T10:00:00Z',
      mergedByName: 'Nadia',
      undoUntil: '2026-06-03',
      undoneAt: null as string | null,
    },
    followed: mergedKinds.map((kind) => ({ kind, count: 2 })),
    mayUndo: true,
    blocks: [] as { block: string; kind: string; column: string | null }[],
  };

  it('says what followed and offers the way back while nothing contradicts', () => {
    const drawn = page(MergePage, { merge, done: true });
    expect(words(drawn)).toContain('2 embauches');
    expect(attribute(one(drawn, 'form'), 'action')).toBe('?/annuler');
    expect(words(drawn)).toContain('3\u00a0juin');
  });

  it('names each row that contradicts, and offers nothing then', () => {
    const blocks = undoBlocks.map((block) => ({
      block,
      kind: 'placement',
      column: block === 'field' ? 'phone' : null,
    }));
    const drawn = page(MergePage, { merge: { ...merge, mayUndo: false, blocks }, done: false });
    expect(all(drawn, 'form')).toEqual([]);
    expect(words(drawn)).toContain('Téléphone\u202f» a été modifié depuis la fusion');
    expect(words(drawn)).toContain('1 embauche');
    expect(words(drawn)).toContain('6 lignes contredisent');
  });

  it('says when it was undone, and when it is too late', () => {
    const undone = { ...merge, mayUndo: false, undoneAt: '2026-05-05T10:00:00Z' };
    expect(words(page(MergePage, { merge: undone, done: false }))).toContain('annulée le 5\u00a0mai');
    expect(words(page(MergePage, { merge: { ...merge, mayUndo: false }, done: false }))).toContain('définitive');
  });

  it('is listed with the others, with where each stands', () => {
    const rows = [
      merge,
      { ...merge, id: 'n', undoUntil: '2026-01-01' },
      { ...merge, id: 'o', undoneAt: '2026-05-05T10:00:00Z' },
    ];
    const drawn = page(MergesPage, { list: { rows, total: 3 }, page: 1, pageSize: 40, today: '2026-05-10' });
    expect(words(drawn)).toContain('annulable jusqu’au 3\u00a0juin');
    expect(words(drawn)).toContain('définitive');
    expect(words(drawn)).toContain('annulée le');
    expect(
      words(page(MergesPage, { list: { rows: [], total: 0 }, page: 1, pageSize: 40, today: '2026-05-10' })),
    ).toContain('Aucune fusion');
  });
});

import { describe, expect, it } from 'vitest';
import AskDerogation from '../../../../apps/web/src/lib/eligibility/AskDerogation.svelte';
import ClauseCheck from '../../../../apps/web/src/lib/eligibility/ClauseCheck.svelte';
import Derogations from '../../../../apps/web/src/lib/eligibility/Derogations.svelte';
import { all, attribute, draw, labelOf, one, type Tag, words as typeset } from '../../../support/drawn.ts';

const words = (tag: Tag) => typeset(tag).replaceAll(/[\u00a0\u202f]/g, ' ');
const waiting = {
  id: 'd1',
  contractObject: 'Nettoyage des écoles',
  opinion: 'Sans emploi depuis longtemps.\nSuivie par la mission locale.',
  fileId: 'f1',
  askedByName: 'Samira Benali',
  askedAt: '2026-03-02T09:00:00.000Z',
  mine: false,
  decision: null,
  decidedByName: null,
  decidedAt: null,
  validFrom: null,
  validTo: null,
  alone: null,
} as const;
const granted = {
  ...waiting,
  decision: 'granted',
  decidedByName: 'Rachid Meziane',
  decidedAt: '2026-03-04T09:00:00.000Z',
  validFrom: '2026-03-04',
  validTo: '2026-06-30',
} as const;
const list = (derogations: Parameters<typeof draw<typeof Derogations>>[1]['derogations']) =>
  draw(Derogations, { derogations, alone: false, today: '2026-03-04', purpose: 'control' });

describe('a motivated opinion on the page of a person', () => {
  it('is decided by somebody else, between two days', () => {
    const page = list([waiting]);
    expect(words(page)).toContain('Avis de Samira Benali, le 2 mars 2026.');
    const form = one(page, 'form');
    expect(attribute(form, 'action')).toBe('?/trancher');
    expect(all(form, 'button').map((button) => attribute(button, 'value'))).toEqual(['granted', 'refused']);
    expect(attribute(one(form, 'input', { name: 'validFrom' }), 'value')).toBe('2026-03-04');
  });

  it('offers its own author no button, and says who decides', () => {
    const page = list([{ ...waiting, mine: true }]);
    expect(all(page, 'form')).toEqual([]);
    expect(words(page)).toContain('une autre personne de l’équipe doit décider');
  });

  it('of somebody alone in the team is decided by herself, with a reason to write', () => {
    const derogations = [{ ...waiting, mine: true }, granted];
    const page = draw(Derogations, { derogations, alone: true, today: '2026-03-04', purpose: 'control' });
    const form = one(page, 'form');
    const why = one(form, 'textarea', { name: 'alone' });
    expect(attribute(why, 'required')).toBeDefined();
    expect(words(form)).toContain('marquée « décidé seul »');
    expect(words(page)).not.toContain('une autre personne de l’équipe doit décider');
  });

  it('asks no reason of whoever decides on the opinion of somebody else', () => {
    const page = draw(Derogations, { derogations: [waiting], alone: true, today: '2026-03-04', purpose: 'control' });
    expect(all(page, 'textarea')).toEqual([]);
  });

  it('says for ever that it was decided alone, and why', () => {
    const page = list([{ ...granted, mine: true, alone: 'Chantier lundi, personne d’autre au service.' }]);
    expect(words(page)).toContain('décidé seul');
    expect(words(page)).toContain('« Chantier lundi, personne d’autre au service. »');
    expect(words(list([granted]))).not.toContain('décidé seul');
  });

  it('leaves its whole trace once decided: why, who, when, the days and the paper', () => {
    const page = list([granted]);
    expect(all(page, 'form')).toEqual([]);
    expect(words(page)).toContain('Décidé par Rachid Meziane, le 4 mars 2026.');
    expect(words(page)).toMatch(/Embauche possible du 4 mars 2026 au 30 juin 2026/);
    expect(words(page)).toContain('accordée');
    expect(all(page, 'a').map((link) => attribute(link, 'href'))).toEqual(['/api/downloads/f1?purpose=control']);
  });

  it('is given with a contract and a reason, both required, and kept as typed when it comes back', () => {
    const page = draw(AskDerogation, {
      clauses: [{ value: 'c1', label: 'Nettoyage des écoles' }],
      errors: { opinion: 'Dites pourquoi.' },
      values: { opinion: 'Court.', clauseId: 'c1' },
    });
    expect(attribute(one(page, 'form'), 'enctype')).toBe('multipart/form-data');
    const reason = one(page, 'textarea');
    expect(attribute(reason, 'required')).toBeDefined();
    expect(labelOf(page, reason)).toContain('Pourquoi');
    expect(typeset(reason)).toBe('Court.');
    expect(words(page)).toContain('Dites pourquoi.');
  });
});

describe('a check for a clause', () => {
  const checked = {
    clauseId: 'c1',
    on: '2026-03-04',
    eligible: true,
    window: { from: '2026-03-04', to: '2028-03-03' },
  };
  const clauses = [{ value: 'c1', label: 'Nettoyage des écoles' }];

  it.each([
    ['papers', /figée|dérogation/, false],
    ['snapshot', /figée à une embauche précédente/, true],
    ['derogation', /par dérogation/, true],
  ] as const)('on %s says so', (by, text, said) => {
    const page = draw(ClauseCheck, { clauses, today: '2026-03-04', checked: { ...checked, by } });
    expect(text.test(words(page))).toBe(said);
  });
});

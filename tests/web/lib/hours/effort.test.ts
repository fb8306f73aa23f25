import { difficultyKinds, meansKinds } from '@jonction/domain/hours/effort';
import { effortWords } from '@jonction/domain/hours/effort-words';
import { translate } from '@jonction/domain/shared/words';
import { describe, expect, it } from 'vitest';
import AskHoursDerogation from '../../../../apps/web/src/lib/hours/AskHoursDerogation.svelte';
import DifficultyList from '../../../../apps/web/src/lib/hours/DifficultyList.svelte';
import HourDerogations from '../../../../apps/web/src/lib/hours/HourDerogations.svelte';
import MeansForm from '../../../../apps/web/src/lib/hours/MeansForm.svelte';
import MeansLog from '../../../../apps/web/src/lib/hours/MeansLog.svelte';
import { all, attribute, draw, labelOf, one, type Tag, words as wordsAsIs } from '../../../support/drawn.ts';

/** Spaces that do not break read as spaces here. */
const words = (tag: Tag) => wordsAsIs(tag).replaceAll(/[\u00a0\u202f]/g, ' ');
const values = (page: Tag, name: string) => all(page, '*', { name }).map((tag) => attribute(tag, 'value') ?? '');
const options = (page: Tag, name: string) =>
  all(one(page, 'select', { name }), 'option').map((tag) => attribute(tag, 'value'));

const difficulty = {
  id: 'd1',
  employerName: 'Nettoyage & Fils',
  contractObject: 'Entretien des écoles',
  kind: 'departure' as const,
  body: 'Un départ <hier>\nsans relève',
  toldAt: '2026-04-02T08:00:00.000Z',
  answer: null,
  answeredByName: null,
  answeredAt: null,
};
const answered = {
  ...difficulty,
  ...{ id: 'd2', answer: 'Trois CV arrivent.', answeredAt: '2026-04-04T08:00:00.000Z' },
};

describe('difficulties reported', () => {
  it('say what, whose, when, and that they wait; nothing of them is HTML', () => {
    const page = draw(DifficultyList, { rows: [difficulty] });
    const [row] = all(page, 'li');
    expect(row && words(row)).toContain('départ d’une personne embauchée, le 2 avr. 2026');
    expect(words(page)).toContain('Nettoyage & Fils · Entretien des écoles');
    expect(words(page)).toContain('Un départ <hier>');
    expect(words(page)).toContain('attend une réponse');
  });

  it('are answered by the team alone, each in its own form, and by nobody once they are', () => {
    const forms = (answers: boolean) =>
      all(draw(DifficultyList, { rows: [difficulty, answered], answers }), 'form', { action: '?/repondre' });
    expect(forms(false)).toHaveLength(0);
    expect(forms(true).map((form) => values(form, 'difficultyId'))).toEqual([['d1']]);
    const page = draw(DifficultyList, { rows: [answered] });
    expect(words(page)).toContain('Réponse de l’équipe clauses, le 4 avr. 2026');
    expect(words(page)).toContain('Trois CV arrivent.');
    expect(words(page)).not.toContain('attend');
    const named = draw(DifficultyList, { rows: [{ ...answered, answeredByName: 'Amina Chaïb' }] });
    expect(words(named)).toContain('Réponse de Amina Chaïb');
  });

  it('keep what was typed and refused in the form where it was', () => {
    const other = { ...difficulty, id: 'd3' };
    const refused = {
      sentence: 'Certains champs sont à corriger.',
      fields: { body: 'Ce texte contient un numéro de sécurité sociale.' },
      values: { difficultyId: 'd3', body: 'Pour Mme B.' },
    };
    const page = draw(DifficultyList, { rows: [difficulty, other], answers: true, refused });
    const typed = all(page, 'textarea');
    expect(typed.map((tag) => words(tag))).toEqual(['', 'Pour Mme B.']);
    expect(typed.map((tag) => attribute(tag, 'aria-invalid'))).toEqual([undefined, 'true']);
    expect(new Set(typed.map((tag) => attribute(tag, 'id'))).size).toBe(2);
  });

  it('are of every kind that has words', () => {
    for (const kind of difficultyKinds) {
      const page = draw(DifficultyList, { rows: [{ ...difficulty, kind }] }, 'en');
      expect(words(page)).toContain(translate(effortWords, 'en', `hours.difficulty.${kind}`));
    }
  });
});

describe('means used', () => {
  const row = { usedOn: '2026-03-12', means: 'interviews' as const, employerName: 'Nettoyage & Fils' };

  it('are told with their day, and with the note and the name where whoever reads may', () => {
    const own = draw(MeansLog, { rows: [{ ...row, note: 'Deux <personnes>', recordedByName: 'Odile Ferrand' }] });
    for (const said of ['12 mars 2026', 'Entretiens menés', 'Nettoyage & Fils · Odile Ferrand', 'Deux <personnes>']) {
      expect(words(own)).toContain(said);
    }
    const buyer = draw(MeansLog, { rows: [{ ...row, note: null, recordedByName: null }] });
    expect(words(buyer)).toContain('Nettoyage & Fils');
    expect(words(buyer)).not.toContain('null');
  });

  it('say what to do where none was written down', () => {
    expect(words(draw(MeansLog, { rows: [] }))).toContain('Chaque démarche se note le jour où elle est faite.');
    expect(words(draw(MeansLog, { rows: [] }, 'en'))).toContain('No means written down');
  });

  it('are written down with a day that has come, one of those known, and a note that may stay empty', () => {
    const page = draw(MeansForm, { today: '2026-04-02' });
    const day = one(page, 'input', { name: 'usedOn' });
    expect([attribute(day, 'value'), attribute(day, 'max')]).toEqual(['2026-04-02', '2026-04-02']);
    expect(options(page, 'means').slice(1)).toEqual([...meansKinds]);
    expect(one(page, 'input', { name: 'note' }).attributes.has('required')).toBe(false);
    expect(all(page, 'select')).toHaveLength(1);
  });

  it('are a company’s for one of its contracts, and the team’s for one of the companies', () => {
    const contracts = [{ value: 'c1', label: 'Entretien des écoles' }];
    const companies = [
      { value: 'e1', label: 'Nettoyage & Fils' },
      { value: 'e2', label: 'Bâti du Val' },
    ];
    expect(options(draw(MeansForm, { today: '2026-04-02', contracts }), 'contractId')).toContain('c1');
    const page = draw(MeansForm, { today: '2026-04-02', companies });
    expect(options(page, 'employerId')).toEqual(expect.arrayContaining(['e1', 'e2']));
    expect(all(page, 'option', { value: 'e1', selected: true })).toHaveLength(1);
  });

  it('keep what was typed and refused', () => {
    const refused = {
      sentence: 'Certains champs sont à corriger.',
      fields: { usedOn: 'Le 9 mai n’est pas venu.' },
      values: { usedOn: '2026-05-09', means: 'training', note: 'Tutorat' },
    };
    const page = draw(MeansForm, { today: '2026-04-02', refused });
    expect(values(page, 'usedOn')).toEqual(['2026-05-09']);
    expect(values(page, 'note')).toEqual(['Tutorat']);
    expect(all(page, 'option', { value: 'training', selected: true })).toHaveLength(1);
    expect(words(page)).toContain('Le 9 mai n’est pas venu.');
  });
});

describe('derogations on hours', () => {
  const asked = {
    id: 'g1',
    lineId: 'l1',
    workerName: 'Awa Diarra',
    employerName: 'Nettoyage & Fils',
    contractObject: 'Entretien des écoles',
    from: '2026-03-02',
    to: '2026-03-06',
    centihours: 2_800,
    opinion: 'Blessée le premier jour,\nposte <gardé>.',
    fileId: null,
    askedByName: 'Amina Chaïb',
    askedAt: '2026-04-02T08:00:00.000Z',
    mine: false,
    decision: null,
    decisionReason: null,
    decidedByName: null,
    decidedAt: null,
  };
  const decided = {
    ...{ ...asked, id: 'g2', decision: 'granted' as const, decisionReason: 'Écrit vu.' },
    ...{ decidedByName: 'Luc Roy', decidedAt: '2026-04-05T08:00:00.000Z', fileId: 'f1' },
  };

  it('tell the opinion, its author, its paper, the decision and its reason on one page', () => {
    const page = draw(HourDerogations, { rows: [decided], linked: true });
    for (const said of [
      ...['28 h', 'accordée', 'Blessée le premier jour,', 'poste <gardé>.', 'Avis de Amina Chaïb, le 2 avr. 2026'],
      ...['accordée par Luc Roy, le 5 avr. 2026', 'Écrit vu.', 'Nettoyage & Fils', 'Entretien des écoles'],
    ]) {
      expect(words(page)).toContain(said);
    }
    const links = all(page, 'a').map((tag) => attribute(tag, 'href'));
    expect(links).toEqual(['/facilitateur/heures/lignes/l1', '/api/downloads/f1']);
    expect(all(page, 'form')).toHaveLength(0);
  });

  it('are decided by somebody else than their author, with a reason', () => {
    const forms = (mine: boolean) =>
      all(draw(HourDerogations, { rows: [{ ...asked, mine }] }), 'form', { action: '?/trancher' });
    expect(forms(true)).toHaveLength(0);
    const [form] = forms(false);
    expect(form && values(form, 'decision')).toEqual(['granted', 'refused']);
    expect(form && one(form, 'input', { name: 'reason' }).attributes.has('required')).toBe(true);
    expect(words(draw(HourDerogations, { rows: [{ ...asked, mine: true }] }))).toContain('une autre personne décide');
  });

  it('do not name the line on its own page, nor anybody who is gone', () => {
    const page = draw(HourDerogations, { rows: [{ ...decided, decidedByName: null, askedByName: null }] });
    expect(words(page)).not.toContain('Awa Diarra');
    expect(words(page)).toContain('Avis de une personne');
    expect(words(page)).not.toContain('null');
  });

  it('keep the reason that was typed where it was refused, and its sentence', () => {
    const refused = {
      fields: { reason: 'Ce texte contient des coordonnées bancaires.' },
      values: { derogationId: 'g1', reason: 'Vu le RIB' },
    };
    const page = draw(HourDerogations, { rows: [{ ...asked, id: 'g0' }, asked], refused });
    expect(values(page, 'reason')).toEqual(['', 'Vu le RIB']);
    expect(words(page).match(/coordonnées bancaires/g)).toHaveLength(1);
  });

  it('are asked with hours and an opinion, the paper left free, and open again where they were refused', () => {
    const page = draw(AskHoursDerogation, {});
    expect(one(page, 'details').attributes.has('open')).toBe(false);
    expect(one(page, 'textarea', { name: 'opinion' }).attributes.has('required')).toBe(true);
    expect(one(page, 'input', { name: 'file' }).attributes.has('required')).toBe(false);
    expect(labelOf(page, one(page, 'input', { name: 'credit' }))).toContain('Heures à créditer');
    const refused = {
      sentence: 'Certains champs sont à corriger.',
      fields: { centihours: 'Il reste 7 h refusées.', opinion: 'Motivez l’avis en 30 signes au moins.' },
      values: { credit: '12', opinion: 'Présente' },
    };
    const wrong = draw(AskHoursDerogation, { refused });
    expect(one(wrong, 'details').attributes.has('open')).toBe(true);
    expect(values(wrong, 'credit')).toEqual(['12']);
    expect(words(one(wrong, 'textarea'))).toBe('Présente');
    for (const said of Object.values(refused.fields)) expect(words(wrong)).toContain(said);
  });
});

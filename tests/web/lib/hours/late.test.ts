import { describe, expect, it } from 'vitest';
import LateTabs from '../../../../apps/web/src/lib/hours/LateTabs.svelte';
import MonthRow from '../../../../apps/web/src/lib/hours/MonthRow.svelte';
import QuarterAnswers from '../../../../apps/web/src/lib/hours/QuarterAnswers.svelte';
import SentNotice from '../../../../apps/web/src/lib/hours/SentNotice.svelte';
import { all, attribute, draw, one, type Tag, words as wordsAsIs } from '../../../support/drawn.ts';

const words = (tag: Tag) => wordsAsIs(tag).replaceAll(/[\u00a0\u202f]/g, ' ');

describe('the views of what companies still have to say', () => {
  it('are two, the one open said to be so', () => {
    for (const current of ['months', 'campaigns'] as const) {
      const links = all(draw(LateTabs, { current }), 'a');
      expect(links.map((tag) => attribute(tag, 'href'))).toEqual([
        '/facilitateur/heures/retards',
        '/facilitateur/heures/campagnes',
      ]);
      const open = links.filter((tag) => attribute(tag, 'aria-current') === 'page');
      expect(open.map((tag) => words(tag))).toEqual([
        current === 'months' ? 'Mois qui manquent' : 'Campagnes du trimestre',
      ]);
    }
  });
});

describe('a quarter that a company has to say complete', () => {
  const quarter = {
    quarter: '2026-T1',
    missing: 0,
    centihours: 12_350,
    answeredOn: null,
    structureId: 's1',
    structureName: 'Clauses du Val',
  };

  it('is said with one button once nothing of it misses', () => {
    const page = draw(QuarterAnswers, { quarters: [quarter] });
    expect(words(page)).toContain('123,5 h déclarées, rien ne manque.');
    const form = one(page, 'form', { action: '?/trimestre' });
    expect(all(form, 'input').map((tag) => attribute(tag, 'value'))).toEqual(['2026-T1', 's1']);
    const label = attribute(one(form, 'button'), 'aria-label')?.replaceAll(/[\u00a0\u202f]/g, ' ');
    expect(label).toContain('auprès de Clauses du Val');
  });

  it('tells what misses, or the day of the answer, and then has no button', () => {
    const missing = draw(QuarterAnswers, { quarters: [{ ...quarter, missing: 2 }] });
    expect(words(missing)).toContain('2 mois de personnes manquent');
    const answered = draw(QuarterAnswers, { quarters: [{ ...quarter, answeredOn: '2026-04-03' }] });
    expect(words(answered)).toContain('dit complet le 3 avr. 2026');
    for (const page of [missing, answered]) expect(all(page, 'form')).toHaveLength(0);
  });

  it('names the team where there are several, and is nothing where none is asked', () => {
    expect(words(draw(QuarterAnswers, { quarters: [quarter] }))).not.toContain('auprès de');
    const two = [quarter, { ...quarter, structureId: 's2', structureName: 'Clauses du Mont' }];
    expect(words(draw(QuarterAnswers, { quarters: two }))).toContain('auprès de Clauses du Mont');
    expect(words(draw(QuarterAnswers, { quarters: [] }))).toBe('');
  });

  it('says that it is done, or why not', () => {
    expect(words(draw(QuarterAnswers, { quarters: [], done: true }))).toContain('le trimestre est complet');
    expect(words(draw(QuarterAnswers, { quarters: [], refused: 'Un mois manque.' }))).toContain('Un mois manque.');
    expect(words(draw(QuarterAnswers, { quarters: [quarter] }, 'en'))).toContain('nothing is missing');
  });
});

describe('a month of a company', () => {
  const month = {
    month: '2026-03',
    workers: 3,
    declaredWorkers: 1,
    validated: 0,
    toDecide: 0,
    waiting: 0,
    rejected: 0,
  };
  const drawn = (given: Partial<typeof month>, next = false) =>
    draw(MonthRow, { month: { ...month, ...given }, name: 'mars 2026', next });

  it('says who is missing, and its link what to do', () => {
    expect(words(drawn({}))).toContain('2 salariés à déclarer');
    expect(words(drawn({ workers: 2 }))).toContain('1 salarié à déclarer');
    const links = all(drawn({}), 'a');
    expect(links.map((tag) => attribute(tag, 'href'))).toEqual(Array(2).fill('/entreprise/heures/2026-03'));
    expect(links.map((tag) => words(tag))).toEqual(['mars 2026', 'Déclarer mars 2026']);
  });

  it('that is whole is opened to see and correct, and one where nobody worked has no button', () => {
    const whole = drawn({ declaredWorkers: 3 });
    expect(words(whole)).toContain('3 salariés déclarés');
    expect(words(whole)).toContain('Voir, corriger');
    const nobody = drawn({ workers: 0, declaredWorkers: 0 });
    expect(words(nobody)).toContain('personne au travail ce mois-là');
    expect(all(nobody, 'a')).toHaveLength(1);
  });

  it('of more declared people than are at work now is not said to miss any', () => {
    expect(words(drawn({ workers: 1, declaredWorkers: 2 }))).not.toContain('à déclarer');
  });
});

describe('what a declaration did', () => {
  it('is counted by what became of the lines', () => {
    const page = draw(SentNotice, { outcomes: ['created', 'created', 'updated', 'unchanged'], warnings: [] });
    expect(words(page)).toContain('4 lignes reçues');
    expect(words(page)).toContain('2 nouvelles, 1 corrigée, 1 sans changement.');
    expect(words(draw(SentNotice, { outcomes: ['unchanged'], warnings: [] }))).toContain('Rien n’avait changé');
  });

  it('tells six warnings and how many more', () => {
    const warnings = Array.from({ length: 9 }, (_, at) => `Awa : le ${at}`);
    const page = draw(SentNotice, { outcomes: ['created'], warnings });
    expect(all(page, 'li')).toHaveLength(7);
    expect(words(page)).toContain('Awa : le 5');
    expect(words(page)).not.toContain('Awa : le 6');
    expect(words(page)).toContain('3');
  });
});

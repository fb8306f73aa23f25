import { reliabilityFigures } from '@jonction/domain/report/reliability';
import type { ComponentProps } from 'svelte';
import { describe, expect, it } from 'vitest';
import ReliabilityFigures from '../../../../apps/web/src/lib/report/ReliabilityFigures.svelte';
import ReliabilityLine from '../../../../apps/web/src/lib/report/ReliabilityLine.svelte';
import { all, attribute, draw, heard, one, words } from '../../../support/drawn.ts';

type Figure = ComponentProps<typeof ReliabilityFigures>['figures'][number];
const figure: Figure = { figure: 'declared', good: 4, of: 5, percent: 80, rows: [] };
const said = (given: Partial<Figure>) => heard(draw(ReliabilityFigures, { figures: [{ ...figure, ...given }] }));

describe('a figure of reliability', () => {
  it('is a share with what it is made of', () => {
    expect(said({})).toMatch(/80\s%/);
    expect(said({})).toContain('4 sur 5');
  });

  it('is no share when there is too little to tell, and says so', () => {
    const few = said({ good: 2, of: 4, percent: null });
    expect(few).toContain('trop peu pour dire');
    expect(few).not.toContain('%');
    expect(said({ good: 0, of: 0, percent: null })).toContain('Rien à compter');
  });

  it.each(reliabilityFigures)('says how it is counted: %s', (name) => {
    expect(said({ figure: name }).length).toBeGreaterThan(60);
  });

  it('opens into its rows, each with its day and whether it counts', () => {
    const rows = [
      { id: 'a', name: 'Aïcha Benali', on: '2026-02-01', doneOn: '2026-03-04', good: true },
      { id: 'a', name: 'Aïcha Benali', on: '2026-01-01', doneOn: null, good: false },
      { id: 'b', name: 'Tom Roux', on: '2026-03-01', doneOn: null, good: null },
    ];
    const drawn = draw(ReliabilityFigures, { figures: [{ ...figure, rows }] });
    const [first, second, third] = all(drawn, 'tr').slice(1).map(heard);
    expect(first).toMatch(/Aïcha Benali.*février\s2026.*4\smars\s2026.*oui/);
    expect(second).toMatch(/janvier\s2026.*rien.*non/);
    expect(third).toMatch(/pas encore/);
    expect(words(drawn)).toContain('3 lignes');
  });

  it('names nobody on a CV: a day is enough', () => {
    const rows = [{ id: 'c', name: null, on: '2026-02-03', doneOn: null, good: false }];
    expect(said({ figure: 'answered_five', rows })).toContain('CV envoyé');
    expect(said({ figure: 'contests', rows })).toContain('contestation close');
  });
});

describe('the line of a company, where a CV is about to be sent', () => {
  const figures = [
    { figure: 'declared', good: 9, of: 10 },
    { figure: 'answered_five', good: 1, of: 6 },
    { figure: 'answered_ten', good: 4, of: 6 },
    { figure: 'kept', good: 0, of: 0 },
  ] as const;
  const line = (given: ComponentProps<typeof ReliabilityLine>['figures']) =>
    draw(ReliabilityLine, { employerId: 'e1', figures: given });

  it('says what was counted, answers first, and leaves out what has nothing to count', () => {
    const said = heard(line(figures)).replaceAll(/\s/g, ' ');
    expect(said).toContain(
      'Sur douze mois : CV répondus en 10 jours ouvrés 4 sur 6 ; Heures déclarées à temps 9 sur 10.',
    );
    expect(said).not.toMatch(/Embauches|5 jours/);
  });

  it('says that nothing can be told yet, and leads to the rows either way', () => {
    expect(heard(line([]))).toContain('rien à compter encore');
    for (const drawn of [line([]), line(figures)]) {
      expect(attribute(one(drawn, 'a'), 'href')).toBe('/facilitateur/organisations/e1/signal');
    }
  });
});

import { checkReasons } from '@jonction/domain/hours/outcome';
import { describe, expect, it } from 'vitest';
import LineChecks from '../../../../apps/web/src/lib/hours/LineChecks.svelte';
import LineWarnings from '../../../../apps/web/src/lib/hours/LineWarnings.svelte';
import { reasonSentence } from '../../../../apps/web/src/lib/hours/outcome.ts';
import { all, draw, type Tag, words as wordsAsIs } from '../../../support/drawn.ts';

const words = (tag: Tag) => wordsAsIs(tag).replaceAll(/[\u00a0\u202f]/g, ' ');
const day = (on: string, centihours = 1_250) => ({ code: 'over-day' as const, on, centihours });
const week = (on: string) => ({ code: 'over-week' as const, on, centihours: 5_200 });
const rows = (page: Tag) => all(page, 'li').map((tag) => words(tag));

describe('the checks of a line', () => {
  it('are six for the team, in the order in which they are made, each in order where nothing was found', () => {
    const page = draw(LineChecks, { held: [], warnings: [], side: 'team' });
    expect(rows(page)).toHaveLength(6);
    for (const row of rows(page)) expect(row).toContain('en règle');
    expect(rows(page)[0]).toContain('dates du contrat de travail');
    expect(rows(page)[5]).toContain('48 h par semaine');
  });

  it('say the hours that each refused, in the words of the reason', () => {
    for (const [at, reason] of checkReasons.entries()) {
      const held = [
        { reason, centihours: 700 },
        { reason, centihours: 350 },
        { reason: 'over-cap', centihours: 900 },
        { reason: null, centihours: 1_400 },
      ];
      const found = rows(draw(LineChecks, { held, warnings: [], side: 'team' }));
      expect(found[at]).toContain('10,5 h');
      expect(found[at]).toContain(reasonSentence(reason, 'fr').replaceAll(/[\u00a0\u202f]/g, ' '));
      expect(found.filter((row) => row.includes('en règle'))).toHaveLength(5);
    }
  });

  it('tell a company nothing of why somebody’s hours count', () => {
    const held = [{ reason: 'outside-eligibility', centihours: 700 }];
    const page = draw(LineChecks, { held, warnings: [], side: 'employer' });
    expect(rows(page)).toHaveLength(5);
    expect(words(page)).not.toContain('où ses heures comptent');
    expect(words(page)).not.toContain('7 h');
    expect(words(page)).toContain('Les trois premiers');
  });

  it('warn of long days and weeks with the first of them and how many more', () => {
    const warnings = [day('2026-03-09'), day('2026-03-10'), day('2026-03-11'), week('2026-03-09')];
    const found = rows(draw(LineChecks, { held: [], warnings, side: 'employer' }));
    expect(found[3]).toContain('Plus de 10 h déclarées le 9 mars 2026 : 12,5 h.');
    expect(found[3]).toContain('et 2 autres fois');
    expect(found[4]).toContain('Plus de 48 h déclarées la semaine du 9 mars 2026 : 52 h.');
    expect(found[4]).not.toContain('autre');
    const twice = rows(draw(LineChecks, { held: [], warnings: warnings.slice(1, 3), side: 'team' }, 'en'));
    expect(twice[4]).toContain('once more');
  });
});

describe('in a list', () => {
  it('long days and weeks are told in a few words, and nothing where there are none', () => {
    expect(words(draw(LineWarnings, { warnings: [] }))).toBe('');
    expect(words(draw(LineWarnings, { warnings: [day('2026-03-09')] }))).toContain('plus de 10 h le 9 mars 2026');
    const many = draw(LineWarnings, { warnings: [day('2026-03-09'), day('2026-03-10'), week('2026-03-09')] });
    expect(words(many)).toContain('plus de 10 h sur 2 jours');
    expect(words(many)).toContain('plus de 48 h la semaine du 9 mars 2026');
    expect(words(draw(LineWarnings, { warnings: [week('2026-03-09'), week('2026-03-16')] }, 'en'))).toContain(
      'more than 48 h in 2 weeks',
    );
  });
});

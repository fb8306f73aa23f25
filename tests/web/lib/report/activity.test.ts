import { type ActivityFigure, activityFigures } from '@jonction/domain/report/activity';
import { activityWords } from '@jonction/domain/report/activity-words';
import { sentence } from '@jonction/domain/shared/words';
import { describe, expect, it } from 'vitest';
import ActivityReport from '../../../../apps/web/src/lib/report/ActivityReport.svelte';
import { activityHref, readPeriod, rowHome, rowsHref } from '../../../../apps/web/src/lib/report/activity-address.ts';
import { all, draw, heard } from '../../../support/drawn.ts';

const period = { from: '2020-04-01', to: '2020-04-30' };
const before = { from: '2020-03-01', to: '2020-03-31' };

function report(amounts: Partial<Record<ActivityFigure, number>>, knownOn: string | null = null) {
  const figures = activityFigures.map((figure) => ({
    ...{ figure, amount: amounts[figure] ?? 0, rows: amounts[figure] ?? 0, before: 7 },
    groups:
      figure === 'orientations' && amounts.orientations
        ? [{ key: 'p1', label: 'Mission locale du Canal', amount: amounts.orientations }]
        : [],
  }));
  return draw(ActivityReport, { figures, period, before, knownOn });
}
const links = (drawn: ReturnType<typeof report>) =>
  all(drawn, 'a').map((link) => [heard(link), link.attributes.get('href') ?? ''] as const);

describe('the activity report', () => {
  it('reads as sentences whose figures are links to their rows', () => {
    const drawn = report({
      offers_received: 15,
      positions_received: 22,
      offers_alive: 18,
      offers_handled: 13,
      hires: 4,
    });
    const said = heard(drawn).replaceAll(/\s+/g, ' ');
    expect(said).toContain(
      '15 offres reçues, soit 22 postes. 13 offres travaillées sur 18 offres ouvertes pendant la période.',
    );
    expect(said).toContain('4 embauches, pour 0 personne embauchée.');
    const found = links(drawn).find(([text]) => text.includes('13 offres travaillées'));
    expect(found?.[1]).toContain('/facilitateur/bilans/offers_handled?du=2020-04-01&au=2020-04-30');
  });

  it('says of every figure how it is counted, and what it was before', () => {
    const rows = all(report({ hires: 4 }), 'tr').map((row) => heard(row).replaceAll(/\s+/g, ' '));
    for (const figure of activityFigures) {
      const how = sentence(activityWords, 'fr', `report.activity.how.${figure}`).replaceAll(/\s+/g, ' ');
      expect(
        rows.some((row) => row.includes(how)),
        figure,
      ).toBe(true);
    }
    expect(rows.find((row) => row.startsWith('Embauches'))).toContain('Embauches47');
  });

  it('tells the share of a part, and none of nothing', () => {
    const of = (made: number) =>
      all(report({ contacts_made: made, contacts_reached: made ? 3 : 0 }), 'tr')
        .map((row) => heard(row).replaceAll(/\s+/g, ' '))
        .find((row) => row.startsWith('Conversations'));
    expect(of(4)).toContain('75 % de « Contacts »');
    expect(of(0)).not.toContain('%');
  });

  it('tells orientations partner by partner, each a link to its own rows', () => {
    const group = links(report({ orientations: 12 })).find(([text]) => text.startsWith('Mission locale'));
    expect(group?.[0]).toMatch(/Mission locale du Canal\s+12/);
    expect(group?.[1]).toContain('groupe=p1');
    expect(heard(report({}))).not.toContain('Par partenaire');
  });

  it('keeps the day of knowledge in every link', () => {
    for (const [, link] of links(report({}, '2020-06-01'))) expect(link).toContain('connu=2020-06-01');
    for (const [, link] of links(report({}))) expect(link).not.toContain('connu');
  });

  it('leaves no code of ours on the page', () => {
    expect(heard(report({ hires: 1, orientations: 2 }))).not.toMatch(/report\.|activity\.|[a-z]+_[a-z]+|undefined|NaN/);
  });
});

describe('the address of a report', () => {
  const url = (query: string) => new URL(`http://jonction.test/facilitateur/bilans${query}`);

  it.each([
    ['', '2026-11-01', '2026-11-30'],
    ['?du=2020-03-01&au=2020-03-31', '2020-03-01', '2020-03-31'],
    ['?du=2020-03-31&au=2020-03-01', '2020-03-01', '2020-03-31'],
    ['?du=hier&au=2026-12-05', '2026-11-01', '2026-12-05'],
    ['?du=2026-02-30', '2026-11-01', '2026-11-30'],
  ])('%s is from %s to %s', (query, from, to) => {
    expect(readPeriod(url(query), '2026-11-23')).toEqual({ from, to });
  });

  it('leads back to the same period', () => {
    for (const href of [activityHref(period, null), rowsHref('hires', period, null, 'permanent')])
      expect(readPeriod(new URL(href, 'http://jonction.test'), '2026-11-23')).toEqual(period);
    expect(rowsHref('hires', period, null, 'permanent')).toContain('groupe=permanent');
    expect(rowsHref('hires', period, null, null)).not.toContain('groupe');
  });

  it('of a row is the file of what it counts', () => {
    expect(rowHome('hires', 'x')).toBe('/facilitateur/embauches/x');
    expect(rowHome('orientations', 'x')).toBe('/facilitateur/participants/x');
    expect(rowHome('hours_rejected', 'x')).toBe('/facilitateur/heures/lignes/x');
    expect(rowHome('contracts_heard', 'x')).toBe('/facilitateur/marches/x');
    expect(rowHome('offers_alive', 'x')).toBe('/facilitateur/offres/x');
  });
});

import { contractStatuses } from '@jonction/domain/contract/lifecycle';
import { windowKinds } from '@jonction/domain/placement/placement';
import {
  type ActivityCount,
  type ActivityFigure,
  activityFigureFacts,
  activityFigures,
  activityParts,
  groupedFigures,
  isActivityFigure,
  shareOf,
} from '@jonction/domain/report/activity';
import { activityQuestionSchema, activityRowsSchema } from '@jonction/domain/report/activity-question';
import { readDetail, readFigure, readGroup, readPart } from '@jonction/domain/report/activity-read';
import { activityWords } from '@jonction/domain/report/activity-words';
import { hasSentence } from '@jonction/domain/shared/words';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

const locales = ['fr', 'en'] as const;

function counts(amounts: Partial<Record<ActivityFigure, number>>): Record<ActivityFigure, ActivityCount> {
  return Object.fromEntries(
    activityFigures.map((figure) => [figure, { amount: amounts[figure] ?? 0, rows: 0, groups: [] }]),
  ) as unknown as Record<ActivityFigure, ActivityCount>;
}

describe('the figures of the activity report', () => {
  it('answer what the field reports by hand: offers handled, hires, positionings running, orientations, hours, contracts', () => {
    expect(activityFigures).toEqual(
      expect.arrayContaining([
        'offers_handled',
        'hires',
        'positionings_running',
        'training_positions',
        'orientations',
        'hours_validated',
        'contracts_followed',
      ]),
    );
  });

  it.each(activityFigures)('%s has a name, a sentence and a definition in both languages', (figure) => {
    for (const key of [figure, `name.${figure}`, `how.${figure}`])
      expect(hasSentence(activityWords, `report.activity.${key}`), key).toBe(true);
  });

  it.each(activityFigures)('%s is a part of a figure of the same unit that is no part of itself', (figure) => {
    const { over, unit } = activityFigureFacts[figure];
    if (over === null) return expect(shareOf(figure, counts({ [figure]: 3 }))).toBeNull();
    expect(activityFigureFacts[over].unit).toBe(unit);
    expect(over).not.toBe(figure);
  });

  it('are known by their code and by nothing else', () => {
    expect(activityFigures.every(isActivityFigure)).toBe(true);
    for (const code of ['', 'toString', '__proto__', 'constructor', 'hires ', 'HIRES'])
      expect(isActivityFigure(code), code).toBe(false);
  });
});

describe('a share', () => {
  it.each([
    [1, 3, 33],
    [2, 3, 67],
    [1, 200, 1],
    [1, 201, 0],
    [5, 5, 100],
    [0, 4, 0],
  ])('%i of %i is %i %%', (reached, made, percent) => {
    expect(shareOf('contacts_reached', counts({ contacts_reached: reached, contacts_made: made }))).toBe(percent);
  });

  it('of nothing is none', () => {
    expect(shareOf('contacts_reached', counts({}))).toBeNull();
  });

  it('of a part is between nothing and all', () => {
    fc.assert(
      fc.property(fc.nat(10_000_000), fc.nat(10_000_000), (one, other) => {
        const [part, whole] = [Math.min(one, other), Math.max(one, other)];
        const share = shareOf('hours_validated', counts({ hours_validated: part, hours_declared: whole }));
        if (share === null) return expect(whole).toBe(0);
        // The nearest whole per cent, half up, without a fraction on the way.
        expect(2 * whole * share <= 200 * part + whole).toBe(true);
        expect(200 * part + whole < 2 * whole * (share + 1)).toBe(true);
      }),
    );
  });
});

describe('a part read aloud', () => {
  it.each(locales)('names each figure of the report in one sentence and one only: %s', (locale) => {
    const named = activityParts.flatMap((part) =>
      readPart(part, locale).flatMap((piece) => (typeof piece === 'string' ? [] : [piece.figure])),
    );
    expect(named.toSorted()).toEqual([...activityFigures].toSorted());
  });

  it.each(locales)('keeps to the figures of its part: %s', (locale) => {
    for (const part of activityParts)
      for (const piece of readPart(part, locale))
        if (typeof piece !== 'string') expect(activityFigureFacts[piece.figure].part).toBe(part);
  });

  it('leaves no mark in what is read', () => {
    for (const locale of locales)
      for (const part of activityParts)
        for (const piece of readPart(part, locale))
          if (typeof piece === 'string') for (const mark of ['\u0001', '{', '}']) expect(piece).not.toContain(mark);
  });

  it('writes the figure in the plural of the language', () => {
    expect(readFigure('offers_handled', 0, 'fr')).toBe('0 offre travaillée');
    expect(readFigure('offers_handled', 13, 'fr')).toBe('13 offres travaillées');
    expect(readFigure('offers_handled', 0, 'en')).toBe('0 offers worked on');
    expect(readFigure('orientations_answered', 2, 'fr')).toBe('2 ont reçu une réponse');
  });

  it('writes hours as hours, to the hundredth', () => {
    expect(readFigure('hours_validated', 123_450, 'fr').replaceAll(/\s/g, ' ')).toBe('1 234,5 h validées');
    expect(readFigure('hours_validated', 25, 'fr').replaceAll(/\s/g, ' ')).toBe('0,25 h validées');
  });
});

describe('a row', () => {
  it.each([
    ['people_proposed', '2', '2 CV envoyés'],
    ['people_hired', '1', '1 contrat'],
    ['clauses_written', '420', '420 heures dues'],
    ['contacts_made', 'letter', 'courrier'],
    ['contacts_reached', 'phone', 'téléphone'],
    ['cvs_sent', 'Propreté du Val, agent de propreté', 'Propreté du Val, agent de propreté'],
  ] as const)('of %s says %s in words', (figure, detail, words) => {
    expect(readDetail(figure, detail, 'fr')).toBe(words);
  });

  it('without a detail says nothing', () => {
    for (const figure of activityFigures) expect(readDetail(figure, null, 'fr')).toBe('');
  });
});

describe('a group', () => {
  it.each(contractStatuses)('of contracts is a status in words: %s', (status) => {
    const read = readGroup('contracts_followed', { key: status, label: null }, 'fr');
    expect(read).not.toContain('contract.');
    expect(read).not.toBe(status);
  });

  it.each(windowKinds)('of hires is a kind of contract in words: %s', (kind) => {
    expect(readGroup('hires', { key: kind, label: null }, 'fr')).not.toBe(kind);
  });

  it('of orientations is the partner as it is named', () => {
    expect(readGroup('orientations', { key: 'an-id', label: 'Mission locale du Canal' }, 'fr')).toBe(
      'Mission locale du Canal',
    );
  });

  it('of contracts of which nobody said anything is told unknown', () => {
    expect(readGroup('contracts_followed', { key: null, label: null }, 'fr')).toBe('statut inconnu');
  });

  it('belongs to figures of the report', () => {
    for (const figure of groupedFigures) expect(isActivityFigure(figure)).toBe(true);
  });
});

describe('the question of a period', () => {
  const codeOf = (asked: Record<string, unknown>) =>
    activityQuestionSchema.safeParse(asked).error?.issues.map(({ message, path }) => [message, path.join('.')]);

  it('holds a day alone, and ten years', () => {
    expect(codeOf({ from: '2026-01-01', to: '2026-01-01' })).toBeUndefined();
    expect(codeOf({ from: '2016-01-01', to: '2025-12-31' })).toBeUndefined();
  });

  it('is refused in words when it is reversed or longer than ten years', () => {
    expect(codeOf({ from: '2026-01-02', to: '2026-01-01' })).toEqual([['report.days_reversed', 'to']]);
    expect(codeOf({ from: '2016-01-01', to: '2026-01-01' })).toEqual([['report.activity_too_long', 'to']]);
    for (const code of ['report.days_reversed', 'report.activity_too_long'])
      expect(hasSentence(activityWords, code)).toBe(true);
  });

  it('is refused when a day is none', () => {
    expect(codeOf({ from: '2026-02-30', to: '2026-03-01' })).toHaveLength(1);
  });

  it('of rows names a figure of the report', () => {
    const asked = { from: '2026-01-01', to: '2026-01-31', figure: 'hires' };
    expect(activityRowsSchema.safeParse(asked).success).toBe(true);
    expect(activityRowsSchema.safeParse({ ...asked, figure: 'toString' }).success).toBe(false);
    expect(activityRowsSchema.safeParse({ ...asked, key: '' }).success).toBe(false);
  });
});

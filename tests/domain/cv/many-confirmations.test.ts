import {
  type CvContent,
  confirmCvSchema,
  cvContentSchema,
  frenchLevelIn,
  readContent,
} from '@jonction/domain/cv/content';
import { afterConfirming, afterWithdrawing, heldAfter, type LiveCv, notKeptBy } from '@jonction/domain/cv/live';
import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { idOf, refusalsOf } from '../shared/refusals-of.ts';

const codes = ['K2204', 'G1602', 'N4105'] as const;

interface Turn {
  kind: 'confirm' | 'correct' | 'withdraw';
  main: string | null;
  place: number;
}

const turns: fc.Arbitrary<Turn[]> = fc.array(
  fc.record({
    kind: fc.constantFrom('confirm', 'confirm', 'correct', 'withdraw'),
    main: fc.constantFrom(...codes, null),
    place: fc.nat(3),
  }),
  { maxLength: 15 },
);

function stand(live: readonly LiveCv[], current: string | null): LiveCv[] {
  return live.map((cv) => ({ ...cv, current: cv.id === current }));
}

/** The CVs of one person after one more turn, each applied as it is said. */
function afterTurn(live: LiveCv[], { kind, main, place }: Turn, at: number): LiveCv[] {
  const chosen = live[place % Math.max(1, live.length)];
  const confirmedOn = `2026-01-${String(at + 1).padStart(2, '0')}`;
  if (kind === 'withdraw') {
    if (!chosen) return live;
    const decided = afterWithdrawing(chosen.id, live);
    return decided.ok
      ? stand(
          live.filter(({ id }) => id !== chosen.id),
          decided.value.current,
        )
      : live;
  }
  const corrected = kind === 'correct' ? chosen : undefined;
  const id = corrected?.id ?? `cv-${at}`;
  const { replaced, current } = afterConfirming({ id, main, first: corrected === undefined }, live);
  const kept = live.filter((cv) => cv.id !== id && !replaced.includes(cv.id));
  const occupations = main === null ? [] : [main];
  return stand([...kept, { id, main, occupations, confirmedOn, current: false }], current);
}

describe('whatever is confirmed, corrected and withdrawn', () => {
  it('a person keeps one CV an occupation, and exactly one current as long as she has any', () => {
    fc.assert(
      fc.property(turns, (list) => {
        let live: LiveCv[] = [];
        for (const [at, turn] of list.entries()) {
          live = afterTurn(live, turn, at);
          expect(new Set(live.map(({ main }) => main)).size).toBe(live.length);
          expect(live.filter(({ current }) => current)).toHaveLength(Math.min(1, live.length));
        }
      }),
    );
  });

  it('a CV confirmed for the first time is the current one, and a correction moves the current one only by replacing it', () => {
    fc.assert(
      fc.property(turns, (list) => {
        let live: LiveCv[] = [];
        for (const [at, turn] of list.entries()) {
          const before = live.find(({ current }) => current)?.id;
          live = afterTurn(live, turn, at);
          const after = live.find(({ current }) => current)?.id;
          if (turn.kind === 'confirm') expect(after).toBe(`cv-${at}`);
          if (turn.kind === 'correct' && live.some(({ id }) => id === before)) expect(after).toBe(before);
        }
      }),
    );
  });

  it('withdrawing every CV, one after the other, leaves none current', () => {
    fc.assert(
      fc.property(turns, (list) => {
        let live = list.reduce<LiveCv[]>(afterTurn, []);
        for (const { id } of live) {
          const decided = afterWithdrawing(id, live);
          live = live.filter((cv) => cv.id !== id);
          expect(decided.ok && (decided.value.current === null) === (live.length === 0)).toBe(true);
        }
      }),
    );
  });
});

describe('what a person can do, from all her CVs', () => {
  const contents = fc.array(
    fc
      .record({
        occupations: fc.uniqueArray(fc.record({ code: fc.constantFrom(...codes), months: fc.nat(120) }), {
          selector: ({ code }) => code,
        }),
        skills: fc.uniqueArray(
          fc.record({ skill: fc.constantFrom('s1', 's2', 's3'), label: fc.constantFrom('Coller', 'Laver') }),
          { selector: ({ skill }) => skill },
        ),
      })
      .map((given): CvContent => cvContentSchema.parse(given)),
    { maxLength: 4 },
  );
  const empty = cvContentSchema.parse({});

  it('is each occupation once with its longest time, found by looking through every CV', () => {
    fc.assert(
      fc.property(contents, (others) => {
        const [confirmed = empty, ...rest] = others;
        const { occupations } = heldAfter(confirmed, rest);
        for (const code of codes) {
          const months = others.flatMap((cv) => cv.occupations.filter((held) => held.code === code));
          const longest = months.length === 0 ? [] : [Math.max(...months.map((held) => held.months))];
          expect(occupations.filter((held) => held.code === code).map((held) => held.months)).toEqual(longest);
        }
      }),
    );
  });

  it('is parted whole between what the other CVs keep and what they do not', () => {
    fc.assert(
      fc.property(contents, contents, (mine, others) => {
        const [confirmed = empty, ...rest] = mine;
        const held = heldAfter(confirmed, rest);
        const review = notKeptBy(others, held);
        const kept = new Set(others.flatMap((cv) => cv.occupations.map(({ code }) => code)));
        for (const { code } of held.occupations) {
          expect(review.occupations.some((offered) => offered.code === code)).toBe(!kept.has(code));
        }
        expect(notKeptBy([held as CvContent], held).skills).toEqual([]);
        expect(review.licences).toEqual(held.licences);
      }),
    );
  });
});

describe('the content of a CV', () => {
  test.each<[string, object, string[]]>([
    ['a year', { experience: [{ label: 'Agente', from: '2019' }] }, []],
    ['a month', { experience: [{ label: 'Agente', from: '2019-12', to: '2020-01' }] }, []],
    [
      'a thirteenth month',
      { experience: [{ label: 'Agente', from: '2019-13' }] },
      ['experience.0.from: cv.period_invalid'],
    ],
    ['a month 0', { experience: [{ label: 'Agente', to: '2019-00' }] }, ['experience.0.to: cv.period_invalid']],
    ['a day', { experience: [{ label: 'Agente', to: '2019-01-01' }] }, ['experience.0.to: cv.period_invalid']],
    ['a job of blanks', { experience: [{ label: '   ' }] }, ['experience.0.label: cv.words_missing']],
    ['a skill without a label', { skills: [{ skill: 's1', label: '' }] }, ['skills.0.label: cv.words_missing']],
    ['a language by its name', { languages: [{ code: 'français' }] }, ['languages.0.code: cv.language_unknown']],
    ['a language in capitals', { languages: [{ code: 'FR' }] }, ['languages.0.code: cv.language_unknown']],
    ['a licence nobody knows', { licences: ['licence to dream'] }, ['licences.0: participant.licence_unknown']],
  ])('with %s', (_, content, refusals) => {
    expect(refusalsOf(cvContentSchema, content)).toEqual(refusals);
  });

  test.each([
    ['summary', 1000, (count: number) => ({ summary: 'x'.repeat(count) })],
    ['skills', 100, (count: number) => ({ skills: Array(count).fill({ skill: 's', label: 'l' }) })],
    ['languages', 20, (count: number) => ({ languages: Array(count).fill({ code: 'fr' }) })],
    ['experience', 60, (count: number) => ({ experience: Array(count).fill({ label: 'Agente' }) })],
  ])('holds in %s up to %i, and not one more', (field, most, content) => {
    expect(refusalsOf(cvContentSchema, content(most))).toEqual([]);
    expect(refusalsOf(cvContentSchema, content(most + 1)).map((refusal) => refusal.split(':')[0])).toEqual([field]);
  });

  it('drops what has no place in a CV, and reads back as it was written', () => {
    const written = cvContentSchema.parse({
      summary: ' Vitrière ',
      health: 'asthma',
      skills: [{ skill: 's', label: ' l ' }],
    });
    expect(written).toMatchObject({ summary: 'Vitrière', skills: [{ skill: 's', label: 'l' }] });
    expect(Object.keys(written)).not.toContain('health');
    expect(readContent(JSON.parse(JSON.stringify(written)))).toEqual(written);
  });

  it.each([[null], ['words'], [{ skills: 'many' }], [[]]])('that is stored as %j reads as an empty CV', (stored) => {
    expect(readContent(stored)).toEqual(cvContentSchema.parse({}));
  });

  test.each([
    ['blanks', '  ', ['title: cv.title_missing']],
    ['one letter', 'X', []],
    ['200 letters', 'x'.repeat(200), []],
  ])('is confirmed under a title of %s or refused', (_, title, refusals) => {
    expect(refusalsOf(confirmCvSchema, { cvId: idOf(1), version: 1, title, content: {} })).toEqual(refusals);
  });
});

describe('the French of a CV', () => {
  const spoken = (levelText: string | null) => frenchLevelIn([{ code: 'fr', level: null, levelText }]);

  it('rises with each level of the European scale', () => {
    const levels = (['A1', 'A2', 'B1', 'B2', 'C1', 'C2'] as const).map(
      (level) => frenchLevelIn([{ code: 'fr', level, levelText: null }]) ?? -1,
    );
    expect(levels.every((level, index) => index === 0 || level > (levels[index - 1] ?? 0))).toBe(true);
  });

  it('is the highest for whoever grew up with it, and unknown in any other words', () => {
    const highest = frenchLevelIn([{ code: 'fr', level: 'C2', levelText: null }]);
    for (const words of ['Langue maternelle', 'NATIVE', 'bilingue']) expect(spoken(words)).toBe(highest);
    for (const words of ['courant', 'scolaire', '', null]) expect(spoken(words)).toBeNull();
  });

  it('is what the level says where words say more, and nothing where only other languages are named', () => {
    const low = frenchLevelIn([{ code: 'fr', level: 'A2', levelText: null }]);
    expect(frenchLevelIn([{ code: 'fr', level: 'A2', levelText: 'bilingue' }])).toBe(low);
    expect(frenchLevelIn([{ code: 'ar', level: 'C2', levelText: 'maternelle' }])).toBeNull();
  });
});

import {
  confirmCvSchema,
  cvContentSchema,
  cvJobSchema,
  cvLanguageSchema,
  cvSkillSchema,
  frenchLevelIn,
  readContent,
} from '@jonction/domain/cv/content';
import { monthsOf } from '@jonction/domain/cv/reading';
import { cefrLevels, frenchLevelOf } from '@jonction/domain/reference/language';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fieldsRefused, idOf, refusalsOf } from '../shared/refusals-of.ts';

const empty = { summary: null, occupations: [], skills: [], licences: [], languages: [], experience: [] };
const job = { label: 'Agente de propreté', from: '2022-03', to: null };

describe('the content of a CV', () => {
  it('is empty until somebody says something', () => {
    expect(cvContentSchema.parse({})).toEqual(empty);
  });

  it.each([
    ['a skill without a word', { skills: [{ skill: 'x', label: '  ' }] }, 'skills.0.label: cv.words_missing'],
    ['a job without a word', { experience: [{ label: '' }] }, 'experience.0.label: cv.words_missing'],
    ['a licence that does not exist', { licences: ['permis B'] }, 'licences.0: participant.licence_unknown'],
    ['a language in words', { languages: [{ code: 'français' }] }, 'languages.0.code: cv.language_unknown'],
    ['a language in capitals', { languages: [{ code: 'FR' }] }, 'languages.0.code: cv.language_unknown'],
    [
      'an occupation in words',
      { occupations: [{ code: 'maçon' }] },
      'occupations.0.code: participant.occupation_unknown',
    ],
    [
      'a month as people write it',
      { experience: [{ ...job, from: '03/2022' }] },
      'experience.0.from: cv.period_invalid',
    ],
    ['a thirteenth month', { experience: [{ ...job, to: '2022-13' }] }, 'experience.0.to: cv.period_invalid'],
    ['a day', { experience: [{ ...job, to: '2022-03-01' }] }, 'experience.0.to: cv.period_invalid'],
  ])('is refused with %s', (_, change, refusal) => {
    expect(refusalsOf(cvContentSchema, change)).toEqual([refusal]);
  });

  it.each([
    ['101 skills', { skills: Array.from({ length: 101 }, () => ({ skill: 's', label: 'l' })) }, 'skills'],
    ['61 jobs', { experience: Array.from({ length: 61 }, () => job) }, 'experience'],
    ['21 languages', { languages: Array.from({ length: 21 }, () => ({ code: 'fr' })) }, 'languages'],
    ['a summary over 1,000 characters', { summary: 'x'.repeat(1001) }, 'summary'],
    ['a level of no scale', { languages: [{ code: 'fr', level: 'B3' }] }, 'languages.0.level'],
  ])('is bounded: refused with %s', (_, change, field) => {
    expect(fieldsRefused(cvContentSchema, change)).toEqual([field]);
  });

  it.each(['health', 'family', 'birthDate', 'nationality', 'religion', 'photo', 'maritalStatus'])(
    'has no place for %s',
    (field) => {
      expect(cvContentSchema.parse({ [field]: 'x' })).toEqual(empty);
      expect(cvJobSchema.parse({ ...job, [field]: 'x' })).toEqual(job);
      expect(cvSkillSchema.parse({ skill: 'a', label: 'b', [field]: 'x' })).toEqual({ skill: 'a', label: 'b' });
    },
  );

  it.each(['2022', '2022-01', '2022-12', '1975-06'])('may date a job by %s', (from) => {
    expect(cvJobSchema.parse({ label: 'x', from })).toEqual({ label: 'x', from, to: null });
  });

  it.each(cefrLevels)('may hold French at %s', (level) => {
    expect(cvLanguageSchema.parse({ code: 'fr', level })).toEqual({ code: 'fr', level, levelText: null });
    expect(frenchLevelIn([{ code: 'fr', level, levelText: null }])).toBe(frenchLevelOf(level));
  });
});

describe('a CV to confirm', () => {
  const confirmed = { cvId: idOf(1), version: 1, title: 'Agente de propreté', content: {} };

  it('needs a title, and the version that its reader had', () => {
    expect(refusalsOf(confirmCvSchema, confirmed)).toEqual([]);
    expect(refusalsOf(confirmCvSchema, { ...confirmed, title: ' ' })).toEqual(['title: cv.title_missing']);
    expect(fieldsRefused(confirmCvSchema, { ...confirmed, version: 0 })).toEqual(['version']);
    expect(fieldsRefused(confirmCvSchema, { ...confirmed, content: undefined })).toEqual(['content']);
  });
});

describe('a CV read back from where it is kept', () => {
  it.each([null, undefined, 'text', 7, [], { skills: 'none' }, { experience: [{ label: '' }] }])(
    'is empty where %j is kept: a page is never broken by an old row',
    (stored) => {
      expect(readContent(stored)).toEqual(empty);
    },
  );

  it('is what was confirmed, and reading it again changes nothing', () => {
    const word = fc.string({ minLength: 1, maxLength: 30 }).filter((text) => text.trim() !== '');
    const period = fc
      .tuple(fc.integer({ min: 1960, max: 2030 }), fc.integer({ min: 0, max: 12 }))
      .map(([year, month]) => (month === 0 ? String(year) : `${year}-${String(month).padStart(2, '0')}`));
    const content = fc.record({
      summary: fc.option(word, { nil: null }),
      skills: fc.array(fc.record({ skill: word, label: word }), { maxLength: 4 }),
      languages: fc.array(
        fc.record({ code: fc.constantFrom('fr', 'ar', 'prs'), level: fc.constantFrom(...cefrLevels) }),
      ),
      experience: fc.array(fc.record({ label: word, from: period, to: fc.option(period, { nil: null }) }), {
        maxLength: 4,
      }),
    });
    fc.assert(
      fc.property(content, (typed) => {
        const kept = cvContentSchema.parse(typed);
        expect(readContent(kept)).toEqual(kept);
        expect(readContent(JSON.parse(JSON.stringify(kept)))).toEqual(kept);
      }),
      { numRuns: 50 },
    );
  });
});

describe('the French of a CV', () => {
  it.each([
    ['langue maternelle', 6],
    ['Natif', 6],
    ['bilingue', 6],
    ['courant', null],
    ['scolaire', null],
    ['', null],
  ])('"%s" is %s on the scale', (levelText, level) => {
    expect(frenchLevelIn([{ code: 'fr', level: null, levelText }])).toBe(level);
  });

  it('is its level where both are written: a test says more than a word', () => {
    expect(frenchLevelIn([{ code: 'fr', level: 'A2', levelText: 'bilingue' }])).toBe(2);
  });

  it('is not known from another language, nor from none', () => {
    expect(frenchLevelIn([])).toBeNull();
    expect(frenchLevelIn([{ code: 'wo', level: null, levelText: 'langue maternelle' }])).toBeNull();
  });
});

describe('the months of work', () => {
  const month = fc.integer({ min: 0, max: 500 }).map((index) => {
    const number = String((index % 12) + 1).padStart(2, '0');
    return `${1985 + Math.floor(index / 12)}-${number}`;
  });
  const jobs = fc.array(fc.record({ from: month, to: fc.option(month, { nil: null }) }), { maxLength: 6 });
  const today = '2026-05-04';

  it('are the months in which at least one job ran, whatever the order', () => {
    fc.assert(
      fc.property(jobs, (all) => {
        let counted = 0;
        for (let index = 0; index < 12 * 42; index++) {
          const now = `${1985 + Math.floor(index / 12)}-${String((index % 12) + 1).padStart(2, '0')}`;
          if (now <= '2026-05' && all.some(({ from, to }) => from <= now && now <= (to ?? '2026-05'))) counted += 1;
        }
        expect(monthsOf(all, today)).toBe(counted);
        expect(monthsOf([...all].reverse(), today)).toBe(counted);
      }),
      { numRuns: 60 },
    );
  });

  it('never fall with one more job, and are never more than sixty years', () => {
    fc.assert(
      fc.property(jobs, jobs, (some, more) => {
        expect(monthsOf([...some, ...more], today)).toBeGreaterThanOrEqual(monthsOf(some, today));
      }),
    );
    expect(monthsOf([{ from: '1930', to: null }], today)).toBe(720);
  });
});

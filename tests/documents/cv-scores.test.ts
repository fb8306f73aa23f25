import { type CvLabels, countsOf, rates, sumOf, toldOf } from '@jonction/api/cli/bench/cv-scores';
import type { CvReading } from '@jonction/documents/cv/read';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

const nothing: CvReading = {
  text: '',
  occupations: [],
  skills: [],
  licences: [],
  languages: [],
  experience: [],
  contact: { name: null, email: null, phone: null, postalCode: null, city: null },
  passages: { skills: {}, licences: {}, languages: {}, experience: [] },
};
const nobody: CvLabels = {
  occupations: [],
  accepted: [],
  skills: [],
  licences: [],
  languages: [],
  experience: [],
  acceptedExperience: [],
  never: [],
  contact: { firstName: 'Ana', lastName: 'DO CARMO', phone: '0639981001' },
};
const read = (part: Partial<CvReading>): CvReading => ({ ...nothing, ...part });
const labels = (part: Partial<CvLabels>): CvLabels => ({ ...nobody, ...part });
const jobs = (...codes: string[]) => codes.map((rome) => ({ rome, label: 'Métier', passage: 'passage' }));
const skills = (...names: string[]) => names.map((label) => ({ label, item: null }));

describe('occupations', () => {
  it('meet any alternative of a label, each label once', () => {
    const wanted = labels({ occupations: [{ rome: ['K2204', 'K1304'] }, { rome: ['F1703'] }] });
    expect(countsOf(read({ occupations: jobs('K1304', 'F1703') }), wanted).occupations).toEqual({
      right: 2,
      found: 2,
      wanted: 2,
    });
  });

  it('count neither for nor against when accepted, or a second way to say what was found', () => {
    const wanted = labels({ occupations: [{ rome: ['K2204', 'K1304'] }], accepted: [{ rome: ['G1602'] }] });
    expect(countsOf(read({ occupations: jobs('K2204', 'K1304', 'G1602') }), wanted).occupations).toEqual({
      right: 1,
      found: 1,
      wanted: 1,
    });
  });

  it('serve two labels that share a code with two codes', () => {
    const wanted = labels({ occupations: [{ rome: ['D1205', 'K2201'] }, { rome: ['K2201'] }] });
    expect(countsOf(read({ occupations: jobs('K2201', 'D1205') }), wanted).occupations.right).toBe(2);
  });

  it('count against when they are nobody’s', () => {
    expect(countsOf(read({ occupations: jobs('A1101') }), nobody).occupations).toEqual({
      right: 0,
      found: 1,
      wanted: 0,
    });
  });
});

describe('skills', () => {
  it.each([
    ['Pose de canalisations fonte et PVC', 'pose de canalisations', 1],
    ['Excel', 'EXCEL (bases)', 1],
    ['RÉGLAGE D’ENROBÉS', "Réglage d'enrobés", 1],
    ['Cœur de métier', 'coeur de metier', 1],
    ['pose', 'poseur', 0],
    ['Chape', 'Ragréage', 0],
  ])('“%s” and “%s” meet when the words of one stand in the other', (found, label, right) => {
    expect(countsOf(read({ skills: skills(found) }), labels({ skills: [label] })).skills.right).toBe(right);
  });

  it('meet one label each: a line that holds two skills is one of them', () => {
    const wanted = labels({ skills: ['coulage de dalles', 'pose de coffrages'] });
    expect(countsOf(read({ skills: skills('Coulage de dalles, pose de coffrages') }), wanted).skills).toEqual({
      right: 1,
      found: 1,
      wanted: 2,
    });
  });
});

describe('languages, licences and years', () => {
  it('take a language with its level, and none when the CV gives none', () => {
    const wanted = labels({
      languages: [
        { code: 'fr', level: 'B1' },
        { code: 'ar', level: null },
      ],
    });
    const found = read({
      languages: [
        { code: 'fr', level: 'B2' },
        { code: 'ar', level: null },
      ],
    });
    expect(countsOf(found, wanted).languages).toEqual({ right: 1, found: 2, wanted: 2 });
  });

  it('take a licence once', () => {
    expect(countsOf(read({ licences: ['B', 'B', 'sst'] }), labels({ licences: ['B'] })).licences).toEqual({
      right: 1,
      found: 2,
      wanted: 1,
    });
  });

  it('take years as precise as the label, whatever the job is called', () => {
    const wanted = labels({
      experience: [
        { from: '2019-03', to: null },
        { from: '2017', to: '2018' },
      ],
    });
    const found = read({
      experience: [
        { label: 'x', from: '2019-03', to: null },
        { label: 'y', from: '2017-01', to: '2018' },
      ],
    });
    expect(countsOf(found, wanted).years).toEqual({ right: 1, found: 2, wanted: 2 });
  });

  it('look for no job without a date, and count accepted ones neither way', () => {
    const wanted = labels({
      experience: [{ from: null, to: null }],
      acceptedExperience: [{ from: '2009', to: '2010' }],
    });
    expect(countsOf(read({ experience: [{ label: 'x', from: '2009', to: '2010' }] }), wanted).years).toEqual({
      right: 0,
      found: 0,
      wanted: 0,
    });
  });

  it('take two jobs of the same years as two', () => {
    const years = { from: '2019', to: '2020' };
    const found = read({ experience: [{ label: 'x', ...years }] });
    expect(countsOf(found, labels({ experience: [years, years] })).years).toEqual({ right: 1, found: 1, wanted: 2 });
  });
});

describe('contact', () => {
  it('takes a name in any order and a telephone as a number', () => {
    const found = read({ contact: { ...nothing.contact, name: 'do Carmo Ana', phone: '+33639981001', city: 'Metz' } });
    expect(countsOf(found, nobody).contact).toEqual({ right: 2, found: 3, wanted: 2 });
  });
});

describe('what no field may hold', () => {
  it('is seen in any field, in words of any case, and not in the text or in part of a word', () => {
    const never = ['RQTH', 'mère malade'];
    expect(toldOf(read({ text: 'RQTH' }), never)).toEqual([]);
    expect(toldOf(read({ skills: skills('poste adapté (rqth)') }), never)).toEqual(['RQTH']);
    expect(toldOf(read({ occupations: [{ rome: 'K2204', label: 'RQTH', passage: 'x' }] }), never)).toEqual([]);
    expect(toldOf(read({ occupations: [{ rome: 'K2204', label: 'x', passage: 'Mere  malade' }] }), never)).toEqual([
      'mère malade',
    ]);
    expect(toldOf(read({ passages: { ...nothing.passages, skills: { RQTH: 'x' } } }), never)).toEqual(['RQTH']);
    expect(toldOf(read({ skills: skills('commère maladroite') }), never)).toEqual([]);
  });
});

describe('rates', () => {
  const count = fc
    .tuple(fc.nat(20), fc.nat(20), fc.nat(20))
    .map(([right, more, missed]) => ({ right, found: right + more, wanted: right + missed }));

  it('lie between 0 and 1, F1 between precision and recall', () => {
    fc.assert(
      fc.property(fc.array(count, { maxLength: 5 }), (counts) => {
        const { precision, recall, f1 } = rates(sumOf(counts));
        expect(f1).toBeGreaterThanOrEqual(Math.min(precision, recall) - 1e-9);
        expect(f1).toBeLessThanOrEqual(Math.max(precision, recall) + 1e-9);
        expect(Math.max(precision, recall)).toBeLessThanOrEqual(1);
      }),
    );
  });

  it('are 1 where nothing was to be found and nothing was', () => {
    expect(rates(sumOf([]))).toEqual({ precision: 1, recall: 1, f1: 1 });
  });

  it('find nothing right in nothing, and everything in a reading that says what the labels do', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.constantFrom('B', 'C', 'sst', 'aipr', 'haccp')), (codes) => {
        const wanted = labels({ licences: codes, skills: codes, occupations: codes.map((code) => ({ rome: [code] })) });
        const said = read({ licences: codes, skills: skills(...codes), occupations: jobs(...codes) });
        for (const field of ['licences', 'skills', 'occupations'] as const) {
          expect(rates(countsOf(said, wanted)[field]).f1).toBe(1);
          expect(countsOf(nothing, wanted)[field]).toEqual({ right: 0, found: 0, wanted: codes.length });
        }
      }),
    );
  });
});

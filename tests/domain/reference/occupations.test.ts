import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { gunzipSync } from 'node:zlib';
import { proximitySchema } from '@jonction/domain/matching/offer';
import { occupationOf, occupations, ownProximity } from '@jonction/domain/reference/occupations';
import { describe, expect, it } from 'vitest';

const codes = new Set(occupations.map(({ code }) => code));

describe('the table of recurrent occupations', () => {
  it('holds some eighty occupations, each once', () => {
    expect(occupations.length).toBeGreaterThanOrEqual(70);
    expect(codes.size).toBe(occupations.length);
    expect(new Set(occupations.map(({ label }) => label)).size).toBe(occupations.length);
  });

  it('gives each a ROME code, several titles, and about a dozen skills', () => {
    for (const { code, label, titles, skills } of occupations) {
      expect(code).toMatch(/^[A-N]\d{4}$/);
      expect(label).toMatch(/^\p{Lu}/u);
      expect(titles.length, code).toBeGreaterThanOrEqual(4);
      expect(skills.length, code).toBeGreaterThanOrEqual(8);
      expect(skills.length, code).toBeLessThanOrEqual(15);
      for (const text of [...titles, ...skills]) expect(text, code).toBe(text.trim());
      for (const text of [...titles, ...skills]) expect(text, code).toMatch(/^\S.{1,60}$/);
    }
  });

  it('gives a title to one occupation only', () => {
    const titles = occupations.flatMap(({ titles: own }) => own);
    expect(titles.filter((title, index) => titles.indexOf(title) !== index)).toEqual([]);
  });

  it('repeats no skill within an occupation', () => {
    for (const { code, skills } of occupations) expect(new Set(skills).size, code).toBe(skills.length);
  });

  it('leads to occupations of the table, never to itself, and never both ways of moving', () => {
    for (const { code, close, next } of occupations) {
      for (const other of [...close, ...next]) {
        expect(codes.has(other), `${code} -> ${other}`).toBe(true);
        expect(other).not.toBe(code);
      }
      expect(close.filter((other) => next.includes(other))).toEqual([]);
    }
  });

  it.each([
    { code: 'K2204', title: 'agent d’entretien' },
    { code: 'J1301', title: 'ASH' },
    { code: 'N1101', title: 'cariste' },
    { code: 'K2503', title: 'APS' },
    { code: 'K1302', title: 'auxiliaire de vie' },
    { code: 'F1604', title: 'plaquiste' },
    { code: 'K2303', title: 'ripeur' },
    { code: 'A1203', title: 'jardinière' },
  ])('knows "$title" as $code', ({ code, title }) => {
    expect(occupationOf(code)?.titles).toContain(title);
  });

  it('knows nothing of another code', () => {
    expect(occupationOf('Z9999')).toBeNull();
    expect(occupationOf('constructor')).toBeNull();
  });

  it('is a proximity that a ranking reads', () => {
    expect(proximitySchema.parse(ownProximity)).toEqual(ownProximity);
    expect(Object.keys(ownProximity).sort()).toEqual([...codes].sort());
  });
});

const dataDir = process.env.JONCTION_DATA_DIR;
const romeDir = dataDir ? path.join(dataDir, 'rome', 'v347') : '';
const present = romeDir !== '' && existsSync(romeDir);

describe.skipIf(!present)(
  'against the official repertory (set JONCTION_DATA_DIR to the folder that holds rome/)',
  () => {
    const rowsOf = (text: string) =>
      text.split('\n').map((line) => [...line.matchAll(/"([^"]*)"/g)].map((cell) => cell[1] ?? ''));

    it('holds codes that exist', () => {
      const rows = rowsOf(readFileSync(path.join(romeDir, 'unix_referentiel_code_rome_v347_utf8.csv'), 'utf8'));
      const official = new Set(rows.map(([code]) => code));
      expect(official.size).toBeGreaterThan(500);
      for (const code of codes) expect(official.has(code), code).toBe(true);
    });

    it('gives no title that the repertory gives to another code', () => {
      const file = readFileSync(path.join(romeDir, 'unix_referentiel_appellation_v347_full.csv.gz'));
      const plain = (text: string) => text.toLowerCase().replaceAll("''", '’').replaceAll("'", '’');
      const codesOfTitle = new Map<string, Set<string>>();
      for (const [, long = '', short = '', code = ''] of rowsOf(gunzipSync(file).toString())) {
        for (const title of [...long.split(' / '), ...short.split(' / ')].map(plain)) {
          codesOfTitle.set(title, (codesOfTitle.get(title) ?? new Set()).add(code));
        }
      }
      // One everyday title is ours against the repertory, which knows it in maintenance only.
      const ours = new Set(['aide-électricien']);
      const misplaced = occupations.flatMap(({ code, titles }) =>
        titles.filter((title) => {
          const official = codesOfTitle.get(plain(title));
          return official !== undefined && !official.has(code) && !ours.has(title);
        }),
      );
      expect(misplaced).toEqual([]);
    });
  },
);

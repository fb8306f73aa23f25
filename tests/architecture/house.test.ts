import { execFileSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { root, sourceFiles } from '../support/tree.ts';

const code = sourceFiles(['apps', 'packages'], ['.ts', '.svelte', '.mjs']);
const tests = sourceFiles(['tests'], ['.ts', '.mjs']);

describe('the house', () => {
  it('has exactly these things on its doorstep', () => {
    const known = [
      'README.md',
      'apps',
      'docker-compose.yml',
      'docs',
      'drizzle',
      'package-lock.json',
      'package.json',
      'packages',
      'tests',
      'tsconfig.json',
      'LICENCE',
    ];
    // What git keeps, so that somebody's own notes on her machine fail nothing.
    const kept = execFileSync('git', ['ls-tree', '--name-only', 'HEAD'], { cwd: root, encoding: 'utf8' });
    const there = kept.split('\n').filter((name) => name !== '' && !name.startsWith('.'));
    expect(there.filter((name) => !known.includes(name))).toEqual([]);
  });

  it('keeps files short: none over 300 lines, tests under 500', () => {
    expect(code.filter(({ lines }) => lines > 300).map(({ path, lines }) => `${path} ${lines}`)).toEqual([]);
    expect(tests.filter(({ lines }) => lines > 500).map(({ path, lines }) => `${path} ${lines}`)).toEqual([]);
  });

  it('keeps nine files in ten under 180 lines', () => {
    const long = code.filter(({ lines }) => lines > 180).length;
    expect(long / code.length).toBeLessThan(0.1);
  });

  it('names files after a noun or a verb, never after a drawer', () => {
    const drawers = /(^|[/-])(utils?|helpers?|common|misc|manager|service)s?(\.|\/|-)|(^|\/)(types|index)\.ts$/;
    expect(code.filter(({ path }) => drawers.test(path)).map(({ path }) => path)).toEqual([]);
  });

  it('names files in kebab-case, components in PascalCase', () => {
    const kebab = /^[a-z0-9]+(-[a-z0-9]+)*(\.(server|svelte|d|config|test))*\.(ts|mjs)$/;
    const component = /^([A-Z][A-Za-z0-9]*|\+(page|layout|error))\.svelte$/;
    const wrong = code.filter(({ name }) =>
      name.endsWith('.svelte') ? !component.test(name) : !kebab.test(name) && !/^\+[a-z]+(\.server)?\.ts$/.test(name),
    );
    expect(wrong.map(({ path }) => path)).toEqual([]);
  });

  it('has one folder per noun, in the singular', () => {
    const plural = readdirSync(`${root}/packages/domain/src`).filter(
      (name) => /[^s]s$/.test(name) && !['hours', 'access', 'census', 'crisis'].includes(name),
    );
    expect(plural).toEqual([]);
  });

  it('keeps few words in the shared folder of the domain besides its calendar, words and figures', () => {
    const shared = readdirSync(`${root}/packages/domain/src/shared`);
    expect(shared.length).toBeLessThanOrEqual(16);
  });

  it('writes no raw HTML into a page', () => {
    expect(code.filter(({ text }) => text.includes('{@html')).map(({ path }) => path)).toEqual([]);
  });

  it('never asks the compiler to look away', () => {
    const away = /@ts-(ignore|nocheck)|:\s*any\b(?!\s+\w)|\bas\s+any\b(?!\s+\w)|<any>/;
    const looking = [...code, ...tests].filter(({ text, path }) => !path.includes('architecture') && away.test(text));
    expect(looking.map(({ path }) => path)).toEqual([]);
  });

  it('leaves nothing half done and no test out', () => {
    const leftovers = /\b(TODO|FIXME|XXX)\b|[Nn]ot implemented|[Ll]orem ipsum/;
    const focused = /\b(it|describe|test)\.(only|todo)\(/;
    expect(code.filter(({ text }) => leftovers.test(text)).map(({ path }) => path)).toEqual([]);
    expect(
      tests.filter(({ text, path }) => focused.test(text) && !path.includes('architecture')).map(({ path }) => path),
    ).toEqual([]);
  });

  it('has a README of one screen in each package', () => {
    for (const name of readdirSync(`${root}/packages`)) {
      expect(readdirSync(`${root}/packages/${name}`), name).toContain('README.md');
    }
  });

  it('tests the rules with three lines for one, and keeps the whole from slipping', () => {
    const sum = (files: readonly { lines: number }[]) => files.reduce((total, { lines }) => total + lines, 0);
    // Words and tables of reference are read, not decided: everything else of the domain is a rule.
    const tables =
      /(?<!shared\/|title-)\bwords\.ts$|\/reference\/(occupations|everyday-titles|everyday-sayings|title-abbreviations|spoken-words|language|licence|place|smic|thresholds)\b|\/categories\.ts$/;
    const rules = code.filter(({ path }) => path.startsWith('packages/domain/src') && !tables.test(path));
    const ruleTests = tests.filter(({ path }) => /^tests\/(domain|vectors)\//.test(path));
    const cases = sourceFiles(['tests/vectors'], ['.json']);
    expect((sum(ruleTests) + sum(cases)) / sum(rules)).toBeGreaterThanOrEqual(3);
    expect(sum(tests) / sum(code)).toBeGreaterThanOrEqual(0.3);
  });
});

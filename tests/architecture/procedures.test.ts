import { permissions } from '@jonction/api/permissions';
import { appRouter } from '@jonction/api/router';
import { words } from '@jonction/api/words';
import { hasSentence } from '@jonction/domain/shared/words';
import { describe, expect, it } from 'vitest';
import { sourceFiles } from '../support/tree.ts';

const procedures = Object.keys(appRouter._def.procedures);
const kebab = (verb: string) => verb.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);

describe('procedures', () => {
  it('have a permission row each, and no row is left without its procedure', () => {
    expect(procedures.filter((name) => !(name in permissions))).toEqual([]);
    expect(Object.keys(permissions).filter((name) => !procedures.includes(name))).toEqual([]);
  });

  it('have a test that names them', () => {
    const tests = sourceFiles(['tests/api'], ['.test.ts']).filter(({ path }) => !path.includes('/walls/'));
    const missing = procedures.filter((name) => {
      const [noun = '', verb = ''] = name.split('.');
      // Called by its whole name anywhere, or by its verb in the tests of its noun.
      const named = new RegExp(`\\.${noun}\\s*\\.${verb}\\s*\\.(query|mutate)\\b`);
      const atHome = new RegExp(`\\.${verb}\\s*\\.(query|mutate)\\b`);
      return !tests.some(({ path, text }) => named.test(text) || (path.includes(`/${noun}/`) && atHome.test(text)));
    });
    expect(missing).toEqual([]);
  });

  it('live in a file of their name, or beside the one they go with', () => {
    const files = sourceFiles(['apps/api/src'], ['.ts']);
    const lost = procedures.filter((name) => {
      const [noun = '', verb = ''] = name.split('.');
      return !files.some(
        ({ path, text }) =>
          path.startsWith(`apps/api/src/${noun}/`) &&
          (path.endsWith(`/${kebab(verb)}.ts`) || text.includes(`procedure('${name}')`)),
      );
    });
    expect(lost).toEqual([]);
  });
});

describe('refusals', () => {
  it('have a sentence in both languages for every code that code can say', () => {
    const said = /(?:refused|new Refuse|found\([^;]*?|Refuse)\(?\s*'([a-z_]+\.[a-z_]+)'/g;
    const codes = new Set<string>();
    for (const { text } of sourceFiles(['apps/api/src', 'packages/domain/src'], ['.ts'])) {
      for (const [, code] of text.matchAll(said)) if (code) codes.add(code);
    }
    expect([...codes].filter((code) => !hasSentence(words, code)).sort()).toEqual([]);
  });
});

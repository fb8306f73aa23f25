import { isAllowed } from '@jonction/domain/access/permission';
import { roles } from '@jonction/domain/access/role';
import { actionWords, auditActions, auditKinds, subjectWords } from '@jonction/domain/audit/action';
import { auditPermissions } from '@jonction/domain/audit/permissions';
import { auditWords } from '@jonction/domain/audit/words';
import { locales } from '@jonction/domain/shared/locale';
import { hasSentence, sentence } from '@jonction/domain/shared/words';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { anonymous, link, ownPage, signedIn } from '../access/actors.ts';

const acts = Object.keys(auditActions.fr).map((key) => key.replace('audit.action.', ''));
const subjects = Object.keys(auditWords.fr).flatMap((key) => (key.startsWith('audit.subject.') ? [key.slice(14)] : []));

describe.each(locales)('the journal, in %s', (locale) => {
  it('says each act as people would, never by its code', () => {
    const codes = acts.filter((act) => {
      const words = actionWords(act, locale);
      return words === act || /[a-z][A-Z]|_|\{|\w+\.\w+/.test(words) || words.trim() === '';
    });
    expect(codes).toEqual([]);
  });

  it('begins each act with a capital and ends it without a full stop: it is a line of a list', () => {
    expect(acts.filter((act) => !/^[\p{Lu}«“].*[^.]$/u.test(actionWords(act, locale)))).toEqual([]);
  });

  it('tells two acts of one kind apart', () => {
    const said = acts.filter((act) => act !== 'other').map((act) => `${act.split('.')[0]} ${actionWords(act, locale)}`);
    expect(said.filter((words, index) => said.indexOf(words) !== index)).toEqual([]);
  });

  it('tells its kinds and its things apart, and names each', () => {
    const kinds = auditKinds.map((kind) => sentence(auditWords, locale, `audit.kind.${kind}`));
    expect(new Set(kinds).size).toBe(auditKinds.length);
    const things = subjects.map((kind) => subjectWords(kind, locale));
    expect(new Set(things).size).toBe(subjects.length);
    expect([...kinds, ...things].filter((words) => words.startsWith('audit.'))).toEqual([]);
  });

  it('never fails nor shows a code, whatever was recorded', () => {
    fc.assert(
      fc.property(
        fc.oneof(fc.string(), fc.constantFrom('toString', '__proto__', 'constructor', 'other.other')),
        (recorded) => {
          fc.pre(!hasSentence(auditActions, `audit.action.${recorded}`) && !subjects.includes(recorded));
          expect(actionWords(recorded, locale)).toBe(actionWords('other', locale));
          expect(subjectWords(recorded, locale)).toBe(subjectWords('other', locale));
        },
      ),
    );
  });
});

it('is filtered by the kind of each act that it says', () => {
  const kinds = new Set(acts.filter((act) => act.includes('.')).map((act) => act.split('.')[0] ?? ''));
  expect([...kinds].filter((kind) => !(auditKinds as readonly string[]).includes(kind))).toEqual([]);
});

it('is read by those who answer for the structure, and by nobody else', () => {
  const readers = roles.filter((role) => isAllowed(auditPermissions['audit.list'], signedIn(role)));
  expect(readers.toSorted()).toEqual(['administrator', 'lead']);
  for (const actor of [anonymous, link, ownPage, signedIn(null)]) {
    for (const row of Object.values(auditPermissions)) expect(isAllowed(row, actor)).toBe(false);
  }
});

import { globSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { actionWords, auditActions, auditKinds, subjectWords } from '@jonction/domain/audit/action';
import { auditWords } from '@jonction/domain/audit/words';
import { offerActs } from '@jonction/domain/offer/lifecycle';
import { penaltyActs } from '@jonction/domain/penalty/lifecycle';
import { hasSentence } from '@jonction/domain/shared/words';
import { describe, expect, it } from 'vitest';

const api = fileURLToPath(new URL('../../../apps/api/src', import.meta.url));
const recorded = globSync('**/*.ts', { cwd: api }).flatMap((file) => {
  const source = readFileSync(`${api}/${file}`, 'utf8');
  return [...source.matchAll(/action: '([a-z]+\.[a-zA-Z]+)'(?:,\s*subjectKind: '([a-z_]+)')?/g)];
});
const actions = [
  ...new Set([
    ...recorded.map(([, action = '']) => action),
    ...Object.keys(offerActs).map((act) => `offer.${act}`),
    ...penaltyActs.map((act) => `penalty.${act}`),
  ]),
];

describe('the journal', () => {
  it('says every recorded act in words', () => {
    expect(actions.length).toBeGreaterThan(50);
    expect(actions.filter((action) => !hasSentence(auditActions, `audit.action.${action}`))).toEqual([]);
  });

  it('is filtered by every kind of act there is', () => {
    const kinds = new Set(actions.map((action) => action.split('.')[0]));
    expect([...kinds].filter((kind) => !auditKinds.some((known) => known === kind))).toEqual([]);
  });

  it('says every thing an act is about in words', () => {
    const subjects = new Set(recorded.flatMap(([, , subject]) => (subject ? [subject] : [])));
    expect([...subjects].filter((kind) => !hasSentence(auditWords, `audit.subject.${kind}`))).toEqual([]);
  });

  it('never shows a code of ours for an act that has no words yet', () => {
    expect(actionWords('contract.unheardOf', 'fr')).toBe('Autre acte');
    expect(subjectWords('unheard_of', 'en')).toBe('other');
  });
});

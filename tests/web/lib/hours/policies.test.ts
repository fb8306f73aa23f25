import { builtInPolicies } from '@jonction/domain/hours/policies/built-in';
import type { PolicyRule } from '@jonction/domain/hours/policy';
import { beforeEach, describe, expect, it } from 'vitest';
import MovedLines from '../../../../apps/web/src/lib/hours/MovedLines.svelte';
import PolicyCard from '../../../../apps/web/src/lib/hours/PolicyCard.svelte';
import PolicyEffect from '../../../../apps/web/src/lib/hours/PolicyEffect.svelte';
import RuleFields from '../../../../apps/web/src/lib/hours/RuleFields.svelte';
import TrialList from '../../../../apps/web/src/lib/hours/TrialList.svelte';
import { page as app } from '../../../support/app-state.ts';
import { all, attribute, draw, heard, one, type Tag, words as typeset } from '../../../support/drawn.ts';

/** What is read, the spaces that join a colon or a unit to its word as plain ones. */
const words = (tag: Tag) => typeset(tag).replaceAll(/[\u00a0\u202f]/g, ' ');

beforeEach(() => {
  app.url = new URL('http://jonction.test/facilitateur/heures/regles/essais/r1?marche=c1');
});

const rule: PolicyRule = {
  id: 'arret',
  kinds: ['sick_leave'],
  payer: 'social_security',
  evidence: ['benefit_statement', 'Un mot du chef'],
  outcome: 'discretion',
  creditedCapPerWeek: 1750,
};

describe('a row of the decision table', () => {
  const drawn = draw(RuleFields, { rule, at: 1, last: false });
  const field = (name: string) => one(drawn, 'input', { name });

  it('says in a sentence what it makes', () => {
    expect(words(drawn)).toContain(
      'Arrêt maladie, payé par la Sécurité sociale : peut valider (à décider), sur relevé',
    );
  });

  it('holds what was written, each field under its name', () => {
    expect(attribute(field('r.1.nom'), 'value')).toBe('arret');
    expect(attribute(field('r.1.plafond'), 'value')).toBe('17,5');
    expect(attribute(field('r.1.autre'), 'value')).toBe('Un mot du chef');
    const ticked = all(drawn, 'input').filter((tag) => tag.attributes.has('checked'));
    expect(ticked.map((tag) => attribute(tag, 'value'))).toEqual(['sick_leave', 'benefit_statement']);
  });

  it('moves and goes by buttons that a keyboard reaches, named by their row', () => {
    const buttons = all(drawn, 'button').map((tag) => [attribute(tag, 'value'), attribute(tag, 'aria-label')]);
    expect(buttons).toEqual([
      ['monter.1', 'Monter la ligne 2'],
      ['descendre.1', 'Descendre la ligne 2'],
      ['retirer.1', 'Retirer la ligne 2'],
    ]);
  });

  it('cannot rise above the first nor sink below the last', () => {
    const only = draw(RuleFields, { rule, at: 0, last: true });
    const off = all(only, 'button').filter((tag) => tag.attributes.has('disabled'));
    expect(off.map((tag) => attribute(tag, 'value'))).toEqual(['monter.0', 'descendre.0']);
  });

  it('tells a cap that is no hours at its field', () => {
    expect(words(draw(RuleFields, { rule, at: 0, last: true, unread: true }))).toContain('par exemple 35 ou 17,5');
  });
});

describe('a policy', () => {
  const shipped = builtInPolicies['emergency-2020-more'];
  const given = {
    ...{ id: 'emergency-2020-more', title: shipped?.title ?? '', source: shipped?.source ?? '', note: null },
    ...{ validFrom: '2020-03-24', validTo: '2020-07-10', publishedOn: '2020-04-16', rules: shipped?.rules ?? [] },
  };

  it('that came with the product may be tried or adapted', () => {
    const drawn = draw(PolicyCard, { policy: { ...given, inForce: false } });
    expect(words(drawn)).toContain('non adoptée');
    expect(words(drawn)).toContain('du 24 mars 2020 au 10 juil. 2020');
    expect(all(drawn, 'button').map(heard)).toEqual(['Voir ce qu’elle changerait', 'L’adapter d’abord']);
  });

  it('in force from the start has no button', () => {
    expect(all(draw(PolicyCard, { policy: { ...given, inForce: true } }), 'button')).toEqual([]);
  });

  const own = {
    ...given,
    ...{ versionId: 'v2', number: 2, publishedByName: 'Rachid Montagnac', scopeName: 'Ville des Tilleuls' },
  };

  it('of one’s own says its version, who published it and for whom it holds', () => {
    const drawn = draw(PolicyCard, { policy: { ...own, state: 'in_force' } });
    expect(words(drawn)).toContain('Version 2');
    expect(words(drawn)).toContain('Publiée le 16 avr. 2020 par Rachid Montagnac');
    expect(words(drawn)).toContain('Vaut pour : Ville des Tilleuls');
    expect(all(drawn, 'button').map(heard)).toEqual(['Écrire la version suivante', 'La retirer']);
  });

  it.each([
    ['superseded', 'remplacée'],
    ['withdrawn', 'retirée'],
  ] as const)('that is %s offers nothing any more', (state, word) => {
    const drawn = draw(PolicyCard, { policy: { ...own, state, rules: [] } });
    expect(words(drawn)).toContain(word);
    expect(all(drawn, 'button')).toEqual([]);
    expect(all(drawn, 'table')).toEqual([]);
  });

  it.each([
    [null, null, 'Juge tous les jours'],
    ['0001-01-01', null, 'Juge tous les jours'],
    ['2026-01-05', null, 'depuis le 5 janv. 2026'],
    [null, '2026-01-05', 'jusqu’au 5 janv. 2026'],
  ])('from %s to %s says which days it judges', (validFrom, validTo, said) => {
    expect(words(draw(PolicyCard, { policy: { ...own, state: 'in_force', validFrom, validTo } }))).toContain(said);
  });
});

describe('what judging by a policy moves', () => {
  const change = { moved: 3500, validated: 3500, pending: -3500, rejected: 0, penaltyCents: -210_000 };
  const contracts = [
    { contractId: 'c1', number: 12, object: 'Voirie', lines: 2, people: 1, ...change },
    { contractId: 'c2', number: 13, object: 'Gardiennage', lines: 1, people: 1, ...change, penaltyCents: null },
  ];
  const shown = () => draw(PolicyEffect, { effect: { ...change, contracts }, open: 'c1' });

  it('is told in all, with its sign', () => {
    const drawn = shown();
    expect(words(drawn)).toMatch(/35 h\s+changent d’état/);
    expect(words(drawn)).toMatch(/\+35 h\s+validées/);
    expect(words(drawn)).toMatch(/−35 h\s+en attente/);
    expect(words(drawn)).toMatch(/0 h\s+non validées/);
    expect(words(drawn)).toContain('2 100 €');
  });

  it('opens by contract, and says which one is open', () => {
    const links = all(shown(), 'a');
    expect(links.map((tag) => attribute(tag, 'href'))).toEqual([
      '/facilitateur/heures/regles/essais/r1?marche=c1#lignes',
      '/facilitateur/heures/regles/essais/r1?marche=c2#lignes',
    ]);
    expect(links.map((tag) => tag.attributes.get('aria-current') ?? '')).toEqual(['true', '']);
  });

  it('says nothing of penalties where no contract has any', () => {
    const none = draw(PolicyEffect, { effect: { ...change, penaltyCents: null, contracts: [] }, open: null });
    expect(words(none)).not.toContain('si les marchés finissaient');
  });
});

it('the lines moved name the worker, her company and the days, and open into their story', () => {
  const line = {
    ...{ lineId: 'l1', workerName: 'Awa Diarra', employerName: 'Bâtir Ensemble', kind: 'sick_leave' as const },
    ...{ from: '2020-04-06', to: '2020-04-10', moved: 3500, validated: 3500, pending: -3500, rejected: 0 },
  };
  const drawn = draw(MovedLines, { contract: { object: 'Voirie', lines: 1 }, lines: [line], page: 1 });
  expect(words(drawn)).toContain('Lignes de Voirie');
  expect(words(drawn)).toContain('Awa Diarra');
  const link = all(drawn, 'a').find((tag) => attribute(tag, 'href')?.endsWith('lignes/l1'));
  expect(link && words(link)).toMatch(/Arrêt maladie, 6 avr\. – 10 avr\./);
});

describe('the trials of a draft', () => {
  const run = {
    ...{ runId: 'r1', purpose: 'simulation' as const, state: 'done' as const },
    ...{ knownAt: '2026-11-23T06:18:00.000Z', askedByName: 'Rachid Montagnac' },
  };

  it('say when and by whom, and which are of before', () => {
    const drawn = draw(TrialList, { runs: [run, { ...run, runId: 'r0' }], trialId: 'r1' });
    expect(words(drawn)).toContain('Rachid Montagnac, le 23 nov. 2026 à 7 h 18');
    expect(words(drawn).match(/d’avant/g)).toHaveLength(1);
  });

  it('say that there is none yet', () => {
    expect(words(draw(TrialList, { runs: [], trialId: null }))).toContain('Pas encore essayée');
  });
});

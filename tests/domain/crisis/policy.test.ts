import { datedPolicy, policiesOffered, policiesToPublish, policyEndingOn } from '@jonction/domain/crisis/policy';
import { builtInPolicies } from '@jonction/domain/hours/policies/built-in';
import { emergencyRules } from '@jonction/domain/hours/policies/emergency-2020';
import type { Policy } from '@jonction/domain/hours/policy';
import { publishPolicy } from '@jonction/domain/hours/publish';
import { describe, expect, it } from 'vitest';

const of = { structureId: 'paris', crisisId: 'c1' };
const spring = { from: '2020-03-17', to: '2020-07-23', title: 'Crise sanitaire', legalTitle: 'Ordonnance 2020-319' };
const ids = (policies: string[], days: { from: string; to: string | null } = spring) =>
  policiesToPublish({ ...spring, ...days, policies }, of).map(({ id }) => id);

describe('the policies of hours that an emergency offers', () => {
  const offered = (from: string, to: string | null) => policiesOffered({ from, to }).map(({ id }) => id);

  it('are those made for its days, and never the ordinary one', () => {
    expect(offered('2020-03-17', '2020-07-23')).toEqual([
      'emergency-2020',
      'emergency-2020-more',
      'emergency-2020-early',
    ]);
    expect(offered('2020-03-17', '2020-03-23')).toEqual(['emergency-2020-early']);
    expect(offered('2020-10-17', '2021-06-01')).toEqual(['emergency-2020-autumn']);
    expect(offered('2020-07-11', '2020-10-16')).toEqual([]);
    expect(offered('2025-07-01', '2025-07-05')).toEqual([]);
  });

  it('touch by a single day at either end', () => {
    expect(offered('2020-07-10', '2020-07-10')).toEqual(['emergency-2020', 'emergency-2020-more']);
    expect(offered('2020-03-23', '2020-03-23')).toEqual(['emergency-2020-early']);
    expect(offered('2021-06-01', null)).toEqual(['emergency-2020-autumn']);
    expect(offered('2021-06-02', null)).toEqual([]);
  });

  it('say which judge everywhere already', () => {
    const inForce = policiesOffered(spring).filter((one) => one.inForce);
    expect(inForce.map(({ id }) => id)).toEqual(['emergency-2020']);
  });
});

describe('the policies that an emergency publishes', () => {
  it('are those chosen that do not judge already, for the team alone', () => {
    expect(ids(['emergency-2020', 'emergency-2020-early'])).toEqual(['emergency-2020-early']);
    const [adopted] = policiesToPublish({ ...spring, policies: ['emergency-2020-early'] }, of);
    expect(adopted).toMatchObject({
      scope: { level: 'structure', id: 'paris' },
      validFrom: '2020-03-17',
      validTo: '2020-03-23',
      rules: emergencyRules,
    });
  });

  it('are never made for other days, nor unknown', () => {
    expect(ids(['emergency-2020-autumn'])).toEqual([]);
    expect(ids(['ordinary', 'nonsense'])).toEqual([]);
    expect(ids([])).toEqual([]);
  });

  it('hold the rules of 2020 for the days of another emergency, with both sources', () => {
    const [dated] = policiesToPublish(
      { ...spring, from: '2025-07-01', to: null, title: 'Canicule', legalTitle: 'Arrêté', policies: [datedPolicy] },
      of,
    );
    expect(dated).toMatchObject({
      id: 'crisis-c1',
      title: 'Canicule',
      validFrom: '2025-07-01',
      validTo: null,
      rules: emergencyRules,
    });
    expect(dated?.source).toMatch(/EPEC.*Arrêté/);
  });

  it('can all be published as they are', () => {
    const drafts = policiesToPublish({ ...spring, policies: [datedPolicy, ...Object.keys(builtInPolicies)] }, of);
    expect(drafts.map(({ id }) => id)).toEqual(['emergency-2020-more', 'emergency-2020-early', 'crisis-c1']);
    for (const draft of drafts) expect(publishPolicy(draft, '2020-04-20')).toMatchObject({ ok: true });
  });
});

describe('the end of a policy with its emergency', () => {
  const policy = (validFrom: string | null, validTo: string | null): Policy => ({
    id: 'crisis-c1',
    title: 'Canicule',
    source: 'Arrêté',
    scope: { level: 'structure', id: 'paris' },
    validFrom,
    validTo,
    publishedOn: '2025-07-02',
    rules: emergencyRules,
  });

  it('cuts its days where they go further', () => {
    expect(policyEndingOn(policy('2025-07-01', null), '2025-07-10')).toMatchObject({
      validFrom: '2025-07-01',
      validTo: '2025-07-10',
      rules: emergencyRules,
    });
    expect(policyEndingOn(policy('2025-07-01', '2025-07-31'), '2025-07-10')?.validTo).toBe('2025-07-10');
    expect(policyEndingOn(policy(null, null), '2025-07-10')?.validTo).toBe('2025-07-10');
    expect(policyEndingOn(policy('2025-07-10', null), '2025-07-10')).toMatchObject({ validTo: '2025-07-10' });
  });

  it('leaves it where its days were over by themselves', () => {
    expect(policyEndingOn(policy('2025-07-01', '2025-07-10'), '2025-07-10')).toBeNull();
    expect(policyEndingOn(policy('2025-07-01', '2025-07-05'), '2025-07-10')).toBeNull();
  });

  it('withdraws it where it had not begun', () => {
    const ended = policyEndingOn(policy('2025-07-11', null), '2025-07-10');
    expect(ended).toMatchObject({ rules: [], validFrom: '2025-07-11' });
  });

  it('has no day of publication yet, and can be published', () => {
    const ended = policyEndingOn(policy('2025-07-01', null), '2025-07-10');
    expect(ended).not.toHaveProperty('publishedOn');
    expect(ended && publishPolicy(ended, '2025-07-10')).toMatchObject({
      ok: true,
      value: { publishedOn: '2025-07-10' },
    });
  });
});

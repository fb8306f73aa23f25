import { documentName } from '@jonction/api/report/document/print-document';
import { documentKinds } from '@jonction/domain/report/document';
import type { Day } from '@jonction/domain/shared/day';
import { describe, expect, it } from 'vitest';

const issuedOn = '2026-04-02' as Day;
const facts = {
  ...{ kind: 'statement' as const, contract: { number: 12 }, fromMonth: '2026-01', toMonth: '2026-03' },
  knownOn: issuedOn,
};

describe('the name of the file of an issued paper', () => {
  it('says its kind, its contract and its months', () => {
    expect(documentName(facts, issuedOn)).toBe('releve-marche-12-2026-01-2026-03');
  });

  it('says the day that it was known on, where it is not that of its issue', () => {
    const known = { ...facts, knownOn: '2026-03-31' as Day };
    expect(documentName(known, issuedOn)).toBe('releve-marche-12-2026-01-2026-03-connu-au-2026-03-31');
  });

  it('names no contract where the paper is of several', () => {
    expect(documentName({ ...facts, kind: 'attestation', contract: null }, issuedOn)).toBe(
      'attestation-2026-01-2026-03',
    );
  });

  it('is another one for each kind, in plain letters that every system keeps', () => {
    const names = documentKinds.map((kind) => documentName({ ...facts, kind }, issuedOn));
    expect(new Set(names).size).toBe(documentKinds.length);
    for (const name of names) expect(name).toMatch(/^[a-z0-9-]+$/);
  });
});

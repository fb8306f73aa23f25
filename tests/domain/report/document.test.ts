import { daysOf, documentSumSchema, isInOrder, isShortEnough, scopeOf } from '@jonction/domain/report/document';
import { describe, expect, it } from 'vitest';

const sum = { declared: 300, validated: 150, exceptional: 50, pending: 100, rejected: 50 };

describe('months asked for', () => {
  it('are in order, and ten years at most', () => {
    expect(isInOrder({ fromMonth: '2020-03', toMonth: '2020-03' })).toBe(true);
    expect(isInOrder({ fromMonth: '2020-04', toMonth: '2020-03' })).toBe(false);
    expect(isShortEnough({ fromMonth: '2015-01', toMonth: '2024-12' })).toBe(true);
    expect(isShortEnough({ fromMonth: '2015-01', toMonth: '2025-01' })).toBe(false);
  });

  it('begin on the first day and end on the last, leap years too', () => {
    expect(daysOf({ fromMonth: '2020-02', toMonth: '2020-02' })).toEqual({ from: '2020-02-01', to: '2020-02-29' });
    expect(daysOf({ fromMonth: '2020-12', toMonth: '2021-02' })).toEqual({ from: '2020-12-01', to: '2021-02-28' });
  });
});

describe('the frozen figures', () => {
  it('are refused where they do not add up', () => {
    expect(documentSumSchema.safeParse({ ...sum, declared: 301 }).success).toBe(false);
    expect(documentSumSchema.safeParse(sum).success).toBe(true);
  });

  it('stand for a scope that another reader, company or period does not share', () => {
    const base = {
      kind: 'statement',
      audience: 'team',
      contractId: 'c',
      employerId: null,
      participantId: null,
      fromMonth: '2020-01',
      toMonth: '2020-03',
    } as const;
    const scopes = [
      base,
      { ...base, audience: 'buyer' as const },
      { ...base, employerId: 'e' },
      { ...base, toMonth: '2020-04' },
    ];
    expect(new Set(scopes.map(scopeOf)).size).toBe(scopes.length);
    expect(scopeOf(base)).toBe(scopeOf({ ...base }));
  });
});

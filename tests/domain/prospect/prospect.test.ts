import {
  addNeedSchema,
  addProspectSchema,
  followProspectSchema,
  logVisitSchema,
  settleNeedSchema,
} from '@jonction/domain/prospect/prospect';
import { describe, expect, it } from 'vitest';

const id = '0190a000-0000-7000-8000-00000000000a';
const codes = (parsed: { error?: { issues: { message: string }[] } | undefined }) =>
  parsed.error?.issues.map(({ message }) => message) ?? [];

describe('a company to see', () => {
  it('needs a company alone; what is left empty is not known', () => {
    expect(addProspectSchema.parse({ organisationId: id, why: ' ' })).toEqual({
      organisationId: id,
      why: null,
      nextAction: null,
      nextActionOn: null,
    });
    expect(codes(addProspectSchema.safeParse({ organisationId: '' }))).toContain('prospect.company_missing');
  });

  it('takes no day without an action: it would come back and say nothing', () => {
    const dated = { nextActionOn: '2026-05-04' };
    expect(codes(addProspectSchema.safeParse({ organisationId: id, ...dated }))).toContain('prospect.action_missing');
    expect(codes(followProspectSchema.safeParse({ prospectId: id, ownerId: null, ...dated }))).toContain(
      'prospect.action_missing',
    );
    const visit = { prospectId: id, way: 'visit', on: '2026-05-04' };
    expect(codes(logVisitSchema.safeParse({ ...visit, ...dated }))).toContain('prospect.action_missing');
    expect(logVisitSchema.safeParse({ ...visit, ...dated, nextAction: 'Envoyer deux CV' }).success).toBe(true);
  });

  it('takes an action without a day', () => {
    expect(followProspectSchema.safeParse({ prospectId: id, ownerId: id, nextAction: 'Un jour' }).success).toBe(true);
  });
});

describe('a need found', () => {
  const need = { prospectId: id, title: 'Agent de propreté', positions: 2 };

  it('is worth noting with a title and a number', () => {
    expect(addNeedSchema.parse(need)).toMatchObject({ romeCode: null, startsOn: null, note: null });
  });

  it.each([
    ['no title', { ...need, title: ' ' }, 'prospect.need_missing'],
    ['no position', { ...need, positions: 0 }, 'prospect.positions_wrong'],
    ['half a position', { ...need, positions: 1.5 }, 'prospect.positions_wrong'],
    ['a novel', { ...need, note: 'x'.repeat(2001) }, 'prospect.too_long'],
  ])('is refused with %s', (_, input, code) => {
    expect(codes(addNeedSchema.safeParse(input))).toContain(code);
  });

  it('becomes an offer that is named, or nothing', () => {
    expect(settleNeedSchema.safeParse({ needId: id, as: 'offer' }).success).toBe(false);
    expect(settleNeedSchema.safeParse({ needId: id, as: 'offer', offerId: id }).success).toBe(true);
    expect(settleNeedSchema.safeParse({ needId: id, as: 'lost' }).success).toBe(true);
  });
});

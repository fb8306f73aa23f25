import { type ProspectStage, prospectStages, visitWays } from '@jonction/domain/prospect/prospect';
import { mayLogVisit, maySettleNeed, type ProspectHappening, stageAfter } from '@jonction/domain/prospect/stage';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

const happenings: readonly ProspectHappening[] = [...visitWays, 'need', 'offer', 'drop', 'resume'];
const anyStage = fc.constantFrom(...prospectStages);
const anyHappening = fc.constantFrom(...happenings);
const rank = (stage: ProspectStage) => (stage === 'dropped' ? -1 : prospectStages.indexOf(stage));

describe('stageAfter', () => {
  it.each<[ProspectStage, ProspectHappening, ProspectStage]>([
    ['to_visit', 'call', 'contacted'],
    ['to_visit', 'visit', 'visited'],
    ['contacted', 'visit', 'visited'],
    ['visited', 'call', 'visited'],
    ['visited', 'need', 'need_found'],
    ['need_found', 'offer', 'partner'],
    ['partner', 'visit', 'partner'],
    ['partner', 'need', 'partner'],
    ['partner', 'drop', 'dropped'],
    ['dropped', 'resume', 'to_visit'],
    ['dropped', 'visit', 'visited'],
    ['visited', 'resume', 'visited'],
  ])('%s, %s: %s', (stage, happening, after) => {
    expect(stageAfter(stage, happening)).toBe(after);
  });

  it('never goes back but by a person who drops it', () => {
    fc.assert(
      fc.property(anyStage, anyHappening, (stage, happening) => {
        const after = stageAfter(stage, happening);
        if (happening === 'drop') expect(after).toBe('dropped');
        else expect(rank(after)).toBeGreaterThanOrEqual(rank(stage));
      }),
    );
  });

  it('says the same when the same happens twice', () => {
    fc.assert(
      fc.property(anyStage, anyHappening, (stage, happening) => {
        const once = stageAfter(stage, happening);
        expect(stageAfter(once, happening)).toBe(once);
      }),
    );
  });

  it('leads a company from the first call to an offer, in whatever order the days put it', () => {
    fc.assert(
      fc.property(fc.shuffledSubarray(['call', 'visit', 'need', 'offer'] as const, { minLength: 4 }), (days) => {
        expect(days.reduce<ProspectStage>(stageAfter, 'to_visit')).toBe('partner');
      }),
    );
  });
});

describe('mayLogVisit', () => {
  it.each([
    ['2026-05-03', true],
    ['2026-05-04', true],
    ['2026-05-05', false],
  ])('%s: %s', (on, may) => {
    const decision = mayLogVisit(on, '2026-05-04');
    expect(decision.ok).toBe(may);
    if (!decision.ok) expect(decision.refusal.code).toBe('prospect.visit_in_future');
  });
});

describe('maySettleNeed', () => {
  it('settles a need once', () => {
    expect(maySettleNeed({ offerId: null, lostAt: null }).ok).toBe(true);
    expect(maySettleNeed({ offerId: 'o', lostAt: null }).ok).toBe(false);
    expect(maySettleNeed({ offerId: null, lostAt: new Date() }).ok).toBe(false);
  });
});

import {
  decidedCents,
  heardDecisionShape,
  penaltyDecisionShape,
  penaltyOutcomes,
  penaltySources,
} from '@jonction/domain/penalty/decide';
import { exemptReasons } from '@jonction/domain/penalty/exempt';
import {
  allowedPenaltyActs,
  movePenalty,
  penaltyActors,
  penaltyActs,
  penaltyStates,
} from '@jonction/domain/penalty/lifecycle';
import { pseudonymise } from '@jonction/domain/penalty/penalty-facts';
import { penaltyWords } from '@jonction/domain/penalty/words';
import { translate } from '@jonction/domain/shared/words';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';

describe('what a buyer decides', () => {
  it('is the whole, nothing, or something between', () => {
    expect(decidedCents(10_000, { outcome: 'apply' })).toEqual({ ok: true, value: 10_000 });
    expect(decidedCents(10_000, { outcome: 'waive' })).toEqual({ ok: true, value: 0 });
    expect(decidedCents(10_000, { outcome: 'reduce', reducedCents: 4_000 })).toEqual({ ok: true, value: 4_000 });
  });

  it('is no reduction without an amount, nor to nothing, nor to the whole or more', () => {
    const codeOf = (reducedCents: number | null) => {
      const answer = decidedCents(10_000, { outcome: 'reduce', reducedCents });
      return answer.ok ? answer.value : answer.refusal.code;
    };
    expect(codeOf(null)).toBe('penalty.reduction_missing');
    for (const cents of [0, -1, 10_000, 10_001]) expect(codeOf(cents)).toBe('penalty.reduction_out_of_range');
    for (const cents of [1, 9_999]) expect(codeOf(cents)).toBe(cents);
  });

  it('is never more than what was proposed', () => {
    fc.assert(
      fc.property(fc.nat(1e9), fc.constantFrom(...penaltyOutcomes), fc.integer(), (proposed, outcome, reducedCents) => {
        const answer = decidedCents(proposed, { outcome, reducedCents });
        if (answer.ok) expect(answer.value >= 0 && answer.value <= proposed).toBe(true);
      }),
    );
  });

  it('has a reason, and a source where the team types it', () => {
    const own = z.object(penaltyDecisionShape);
    expect(own.safeParse({ outcome: 'waive', reason: 'Moyens démontrés' }).success).toBe(true);
    expect(own.safeParse({ outcome: 'waive', reason: '   ' }).error?.issues[0]?.message).toBe('penalty.reason_missing');
    expect(own.safeParse({ outcome: 'none', reason: 'x' }).error?.issues[0]?.message).toBe('penalty.outcome_missing');
    const heard = z.object(heardDecisionShape);
    const full = { outcome: 'apply', reason: 'x', source: 'letter', saidBy: 'Mme Petit', saidOn: '2026-03-02' };
    expect(heard.safeParse(full).success).toBe(true);
    for (const name of ['source', 'saidBy', 'saidOn'] as const) {
      expect(heard.safeParse({ ...full, [name]: undefined }).success).toBe(false);
    }
  });
});

describe('the life of a penalty', () => {
  const table = (actor: (typeof penaltyActors)[number]) =>
    Object.fromEntries(penaltyStates.map((state) => [state, allowedPenaltyActs(state, actor)]));

  it('lets the team submit and withdraw, and write down a decision only once it is before the buyer', () => {
    expect(table('team')).toEqual({
      draft: ['submit', 'withdraw'],
      submitted: ['decide', 'withdraw'],
      decided: [],
      withdrawn: [],
    });
  });

  it('lets the buyer decide what is before it, and nothing else', () => {
    expect(table('buyer')).toEqual({ draft: [], submitted: ['decide'], decided: [], withdrawn: [] });
  });

  it('refuses every other act in every other state, whoever asks', () => {
    for (const state of penaltyStates) {
      for (const actor of penaltyActors) {
        for (const act of ['submit', 'decide', 'withdraw'] as const) {
          const answer = movePenalty(state, act, actor);
          expect(answer.ok).toBe(allowedPenaltyActs(state, actor).includes(act));
          if (!answer.ok) expect(answer.refusal.code).toBe('penalty.act_not_allowed');
        }
      }
    }
  });

  it('never comes back from its end', () => {
    for (const state of ['decided', 'withdrawn'] as const) {
      for (const actor of penaltyActors) expect(allowedPenaltyActs(state, actor)).toEqual([]);
    }
  });
});

describe('pseudonyms', () => {
  it('are the same for one person and other for two, and keep nothing of who it is', () => {
    fc.assert(
      fc.property(fc.array(fc.uuid(), { maxLength: 30 }), (keys) => {
        const rows = pseudonymise(keys.map((personKey, line) => ({ personKey, line })));
        expect(rows.map(({ line }) => line)).toEqual(keys.map((_, line) => line));
        expect(JSON.stringify(rows)).not.toMatch(/[0-9a-f]{8}-/);
        for (const [a, keyA] of keys.entries()) {
          for (const [b, keyB] of keys.entries()) {
            expect(rows[a]?.pseudonym === rows[b]?.pseudonym).toBe(keyA === keyB);
          }
        }
      }),
    );
  });

  it('begin at P-01', () => {
    expect(
      pseudonymise([{ personKey: 'a' }, { personKey: 'b' }, { personKey: 'a' }]).map((row) => row.pseudonym),
    ).toEqual(['P-01', 'P-02', 'P-01']);
  });
});

describe('the words of a penalty', () => {
  it('say every state, act, outcome, source and exemption in both languages', () => {
    for (const locale of ['fr', 'en'] as const) {
      for (const state of penaltyStates) expect(translate(penaltyWords, locale, `penalty.state.${state}`)).toBeTruthy();
      for (const act of penaltyActs) expect(translate(penaltyWords, locale, `penalty.act.${act}`)).toBeTruthy();
      for (const one of penaltyOutcomes) expect(translate(penaltyWords, locale, `penalty.outcome.${one}`)).toBeTruthy();
      for (const one of penaltySources) expect(translate(penaltyWords, locale, `penalty.source.${one}`)).toBeTruthy();
      for (const one of exemptReasons) expect(translate(penaltyWords, locale, `penalty.exempt.${one}`)).toBeTruthy();
    }
  });
});

import { type ShareCause, shareCauses } from '@jonction/domain/contract/consortium';
import { consortiumWords } from '@jonction/domain/contract/consortium-words';
import { checkEnd, checkResume, type EndFacts, endGroupSchema } from '@jonction/domain/contract/group-end';
import { mayAnswer, stateOf, transferActs, transferStates } from '@jonction/domain/contract/transfer';
import { addDays, type Day } from '@jonction/domain/shared/day';
import { sentence } from '@jonction/domain/shared/words';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

const today = '2026-03-10' as Day;
const day = (text: string) => text as Day;
const living: EndFacts = { cause: 'set', today, notifiedOn: null, lastSignedOn: null };
const codeOf = (decision: { ok: true } | { ok: false; refusal: { code: string } }) =>
  decision.ok ? 'accepted' : decision.refusal.code;
const ending = {
  ...{ clauseId: '00000000-0000-7000-8000-000000000001', version: 3, endedOn: '2026-03-01' },
  ...{ reason: 'Avenant 3', agreed: true },
};

describe('what is written to end a group', () => {
  it('is a day, a reason, and that one read what it changes', () => {
    expect(endGroupSchema.safeParse(ending).success).toBe(true);
    expect(endGroupSchema.parse({ ...ending, reason: '  Avenant 3 ' }).reason).toBe('Avenant 3');
  });

  it.each([
    [{ reason: '   ' }, 'contract.group_end_reason_missing'],
    [{ agreed: false }, 'contract.group_end_unread'],
    [{ agreed: undefined }, 'contract.group_end_unread'],
  ])('is refused with %o, in words', (changes, code) => {
    const parsed = endGroupSchema.safeParse({ ...ending, ...changes });
    expect(parsed.error?.issues.map(({ message }) => message)).toEqual([code]);
    for (const locale of ['fr', 'en'] as const) expect(sentence(consortiumWords, locale, code)).toMatch(/\w{4}/);
  });

  it.each([
    { endedOn: '31/03/2026' },
    { endedOn: '2026-02-30' },
    { version: 0 },
    { clauseId: 'x' },
    { reason: 'a'.repeat(1_001) },
  ])('is refused with %o', (changes) => {
    expect(endGroupSchema.safeParse({ ...ending, ...changes }).success).toBe(false);
  });
});

describe('the day on which a group ends', () => {
  it('is today at the latest', () => {
    expect(codeOf(checkEnd(today, living))).toBe('accepted');
    expect(codeOf(checkEnd(day('2026-03-11'), living))).toBe('contract.group_end_in_future');
    expect(codeOf(checkEnd(day('2020-01-01'), living))).toBe('accepted');
  });

  it('is no day before its contract was notified, which the refusal says', () => {
    const facts = { ...living, notifiedOn: day('2026-01-15') };
    expect(codeOf(checkEnd(day('2026-01-15'), facts))).toBe('accepted');
    expect(checkEnd(day('2026-01-14'), facts)).toMatchObject({
      refusal: { code: 'contract.group_end_before_contract', facts: { day: '2026-01-15' } },
    });
  });

  it('is no day before a transfer that two of its members signed, which the refusal says', () => {
    const facts = { ...living, lastSignedOn: day('2026-03-04') };
    expect(codeOf(checkEnd(day('2026-03-04'), facts))).toBe('accepted');
    expect(checkEnd(day('2026-03-03'), facts)).toMatchObject({
      refusal: { code: 'contract.group_end_before_transfer', facts: { day: '2026-03-04' } },
    });
  });

  it('comes once, whatever day is said', () => {
    for (const endedOn of ['2026-03-01', '2026-03-10', '2027-01-01'])
      expect(codeOf(checkEnd(day(endedOn), { ...living, cause: 'ended' }))).toBe('contract.group_ended');
  });

  it.each(shareCauses.filter((cause) => cause !== 'ended'))('may come after a version that is %s', (cause) => {
    expect(codeOf(checkEnd(today, { ...living, cause }))).toBe('accepted');
  });

  it('is accepted exactly between what came before it and today', () => {
    const near = fc.integer({ min: -40, max: 40 }).map((days) => addDays(today, days));
    fc.assert(
      fc.property(near, fc.option(near), fc.option(near), (endedOn, notifiedOn, lastSignedOn) => {
        const first =
          [notifiedOn, lastSignedOn]
            .filter((on) => on !== null)
            .toSorted()
            .at(-1) ?? endedOn;
        const ok = checkEnd(endedOn, { ...living, notifiedOn, lastSignedOn }).ok;
        expect(ok).toBe(endedOn <= today && endedOn >= first);
      }),
    );
  });

  it('has words for each refusal, with the day', () => {
    for (const code of ['contract.group_end_before_contract', 'contract.group_end_before_transfer'] as const)
      for (const locale of ['fr', 'en'] as const)
        expect(sentence(consortiumWords, locale, code, { day: '2026-03-04' })).toContain('2026');
  });
});

describe('the end of a group taken back', () => {
  const members = ['a', 'b'];

  it('is of a group that ended, whose members hold the lot as they did', () => {
    expect(codeOf(checkResume('ended', { memberIds: members, holderIds: ['b', 'a', 'c'] }))).toBe('accepted');
    expect(codeOf(checkResume('ended', { memberIds: members, holderIds: ['a'] }))).toBe(
      'contract.group_member_not_holder',
    );
  });

  it.each(['set', 'due', 'resumed'] satisfies ShareCause[])('is refused of one that is %s', (cause) => {
    expect(codeOf(checkResume(cause, { memberIds: members, holderIds: members }))).toBe('contract.group_not_ended');
  });

  it('leaves the group free to end again', () => {
    expect(codeOf(checkEnd(today, { ...living, cause: 'resumed' }))).toBe('accepted');
  });
});

describe('a transfer of a group that ended', () => {
  it('is without effect where nobody had answered, and stays what it was where somebody had', () => {
    expect(stateOf({ act: null, lapsed: true })).toBe('lapsed');
    expect(transferActs.map((act) => stateOf({ act, lapsed: true }))).toEqual(
      transferActs.map((act) => stateOf({ act, lapsed: false })),
    );
  });

  it('is answered by neither of the two', () => {
    const transfer = { sellerId: 'a', purchaserId: 'b', proposerId: 'a', state: 'lapsed' } as const;
    for (const act of ['sign', 'refuse', 'withdraw'] as const)
      for (const who of ['a', 'b', 'c']) expect(codeOf(mayAnswer(transfer, act, who))).toBe('contract.group_ended');
  });

  it('is said in words like the other states, each its own', () => {
    for (const locale of ['fr', 'en'] as const) {
      const said = transferStates.map((state) => sentence(consortiumWords, locale, `contract.transfer_state.${state}`));
      expect(new Set(said).size).toBe(transferStates.length);
    }
  });
});

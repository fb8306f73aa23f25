import { lockContracts } from '@jonction/db/census/changes';
import { listAskingOf } from '@jonction/db/census/own';
import type { Tx } from '@jonction/db/client';
import { readFacts, wholeContract } from '@jonction/db/contract/facts';
import { listQuickLots, setFixedHours } from '@jonction/db/contract/quick-clause';
import { attachContract, saveClause } from '@jonction/db/contract/write';
import { fieldOfRefusal, judgeAnswer, type RowAnswer } from '@jonction/domain/census/answer-row';
import { sayBoughtSchema } from '@jonction/domain/census/say-bought';
import { contractStatuses } from '@jonction/domain/contract/lifecycle';
import { quickClauseLot } from '@jonction/domain/contract/quick-clause';
import { standingOf } from '@jonction/domain/contract/standing';
import { paris2021Set } from '@jonction/domain/eligibility/categories';
import { z } from 'zod';
import { recordAudit } from '../audit/record.ts';
import type { Context } from '../context.ts';
import { writableContract } from '../contract/head.ts';
import { recomputeDue } from '../contract/obligation/recompute-due.ts';
import { emit } from '../outbox/emit.ts';
import { Refuse, settle } from '../refuse.ts';
import { speaker } from '../speaker.ts';
import { procedure } from '../trpc.ts';
import { type AnsweredBy, answerRows, namedFacts, writeAnswers } from './campaign/answer-rows.ts';

type Ctx = Context & { tx: Tx };

/**
 * A buyer says where one of its contracts stands, and logs the hours of its clause, in one form: "no change" is an answer, and keeps the
 * news fresh. Where campaigns ask about the contract they are answered by it. All of it is kept, or nothing.
 */
export const sayBought = procedure('census.sayBought')
  .input(sayBoughtSchema)
  .output(z.object({ status: z.enum(contractStatuses), reference: z.string(), dueHours: z.number().nullable() }))
  .mutation(async ({ ctx, input }) => {
    const { dueHours, lotNumber, ...answer } = input;
    const { contractId } = answer;
    const head = await writableContract(ctx, contractId);
    const status = await sayStanding(ctx, head.buyerId, answer);
    if (dueHours !== null) await logHours(ctx, { contractId, buyerId: head.buyerId, dueHours, lotNumber });
    await recordAudit(ctx, {
      action: 'census.sayBought',
      subjectKind: 'contract',
      subjectId: contractId,
      facts: { answer: answer.answer, dueHours },
    });
    return { status, reference: head.reference, dueHours };
  });

async function sayStanding(ctx: Ctx, buyerId: string, answer: RowAnswer) {
  const { userId, name, membership } = speaker(ctx);
  const { contractId } = answer;
  const by: AnsweredBy = {
    ...{ userId, letterId: null, source: 'buyer_answer', saidBy: name, today: ctx.today, locale: ctx.locale },
  };
  await lockContracts(ctx.tx, [contractId]);
  const [first, ...others] = await listAskingOf(ctx.tx, contractId);
  if (first) {
    const { refused } = await answerRows(ctx.tx, { campaignId: first }, { rows: [answer] }, by);
    const [turned] = refused;
    if (turned) throw new Refuse('census.answer_refused', { sentence: turned.sentence }, turned.field);
    // What another team asks is answered by the same word: what just changed is not changed twice.
    const same: RowAnswer = { ...answer, answer: 'no_change', on: null, endsOn: null, until: null, legalBasis: null };
    for (const campaignId of others) await answerRows(ctx.tx, { campaignId }, { rows: [same] }, by);
    return standing(ctx.tx, contractId, ctx.today);
  }
  const heard = wholeContract((await readFacts(ctx.tx, [contractId])).get(contractId) ?? []);
  const judged = judgeAnswer({ facts: heard, replaced: null }, answer, ctx.today);
  if (!judged.ok) {
    const { code, facts } = judged.refusal;
    throw new Refuse(code, namedFacts(facts, ctx.locale), fieldOfRefusal[code]);
  }
  const row = { contractId, structureId: membership.structureId, buyerId, answerId: null, eventId: null };
  await writeAnswers(ctx.tx, null, [{ row, answer, judged: judged.value }], by);
  return standing(ctx.tx, contractId, ctx.today);
}

async function standing(tx: Tx, contractId: string, today: string) {
  const heard = wholeContract((await readFacts(tx, [contractId])).get(contractId) ?? []);
  return standingOf({ events: heard, asOf: today, knownOn: today }).status;
}

/** The hours of the clause, on the only lot or the one named; a new clause accepts the categories of the house until the team refines it. */
async function logHours(
  ctx: Ctx,
  said: { contractId: string; buyerId: string; dueHours: number; lotNumber: string | null },
): Promise<void> {
  const { userId, membership } = speaker(ctx);
  const { structureId } = membership;
  const { contractId, buyerId, dueHours } = said;
  const lots = await listQuickLots(ctx.tx, { contractId, structureId });
  const lot = settle(quickClauseLot(lots, said.lotNumber), 'lotNumber');
  const known = lots.find(({ id }) => id === lot.id)?.clauseId ?? null;
  await attachContract(ctx.tx, contractId, structureId);
  let clauseId = known;
  if (clauseId === null) {
    const made = await saveClause(ctx.tx, {
      ...{ structureId, contractId, lotId: lot.id, buyerId, targetMode: 'fixed', dueHours, createdBy: userId },
      targetInputs: { mode: 'fixed', hours: dueHours },
      categories: [{ ...paris2021Set, validFrom: null }],
    });
    clauseId = made.clauseId;
  } else await setFixedHours(ctx.tx, clauseId, dueHours);
  await recomputeDue(ctx.tx, { structureId, lotIds: [lot.id] }, { today: ctx.today, cause: 'written' });
  await recordAudit(ctx, {
    action: 'contract.writeClause',
    subjectKind: 'clause',
    subjectId: clauseId,
    facts: { mode: 'fixed', dueHours },
  });
  await emit(ctx.tx, { type: 'contract.clause_written', structureId, subjectId: clauseId });
}

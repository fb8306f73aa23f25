import { insertChanges } from '@jonction/db/census/answers';
import { lockContracts, withdrawAnswers } from '@jonction/db/census/changes';
import { findOpenRows, type OpenRow } from '@jonction/db/census/rows';
import type { Tx } from '@jonction/db/client';
import { readFacts, refreshStanding, wholeContract } from '@jonction/db/contract/facts';
import { insertEvents } from '@jonction/db/contract/write';
import { fieldOfRefusal, type JudgedAnswer, judgeAnswer, type RowAnswer } from '@jonction/domain/census/answer-row';
import type { answersSchema } from '@jonction/domain/census/campaign-schema';
import { contractStatuses } from '@jonction/domain/contract/lifecycle';
import type { ContractEventSource } from '@jonction/domain/contract/said';
import { contractWords } from '@jonction/domain/contract/words';
import type { Day } from '@jonction/domain/shared/day';
import type { Refusal } from '@jonction/domain/shared/decision';
import type { Locale } from '@jonction/domain/shared/locale';
import { sentence, translate } from '@jonction/domain/shared/words';
import { z } from 'zod';
import { emit } from '../../outbox/emit.ts';
import { found, Refuse } from '../../refuse.ts';
import { words } from '../../words.ts';

/** What became of each row: kept, or refused at a field with a sentence. What is kept stays kept whatever the others were. */
export const answeredShape = z.object({
  kept: z.array(z.string()),
  refused: z.array(z.object({ contractId: z.string(), field: z.string(), sentence: z.string() })),
});

export interface AnsweredBy {
  userId: string | null;
  /** The letter whose link was used. */
  letterId: string | null;
  source: ContractEventSource;
  saidBy: string | null;
  today: Day;
  locale: Locale;
}

/** A contract that somebody says something of; of no campaign, where nobody asked. */
type SaidRow = Omit<OpenRow, 'campaignId'>;
type Kept = { row: SaidRow; answer: RowAnswer; judged: JudgedAnswer };

/**
 * Answers to some rows of a campaign, each judged apart; an answer given again takes the place of the former. The number of statements
 * does not grow with that of rows. Refused as a whole: a row that is not asked, or no longer.
 */
export async function answerRows(
  tx: Tx,
  of: { campaignId: string; askId?: string },
  input: z.infer<typeof answersSchema>,
  by: AnsweredBy,
): Promise<z.infer<typeof answeredShape>> {
  const { today, locale } = by;
  const wanted = 'rows' in input ? [...new Set(input.rows.map(({ contractId }) => contractId))] : null;
  const seen = await findOpenRows(tx, of, wanted);
  if (wanted !== null && seen.length < wanted.length) throw new Refuse('census.row_not_found');
  const ids = seen.map(({ contractId }) => contractId);
  await lockContracts(tx, ids);
  // Read once nobody else writes there: a colleague may have answered meanwhile, and hers is then the former answer.
  const rows = await findOpenRows(tx, of, wanted === null ? null : ids);
  const answers = 'rows' in input ? new Map(input.rows.map((row): [string, RowAnswer] => [row.contractId, row])) : null;
  const facts = await readFacts(tx, ids);
  const kept: Kept[] = [];
  const refused: z.infer<typeof answeredShape>['refused'] = [];
  for (const row of rows) {
    const { contractId, eventId } = row;
    const answer = answers ? found(answers.get(contractId), 'census.row_not_found') : unchanged(contractId);
    const heard = wholeContract(facts.get(contractId) ?? []);
    const at = eventId === null ? -1 : heard.findIndex(({ id }) => id === eventId);
    const judged = judgeAnswer({ facts: heard, replaced: at < 0 ? null : at }, answer, today);
    if (judged.ok) {
      kept.push({ row, answer, judged: judged.value });
      continue;
    }
    const { code } = judged.refusal;
    const named = namedFacts(judged.refusal.facts, locale);
    refused.push({ contractId, field: fieldOfRefusal[code], sentence: sentence(words, locale, code, named) });
  }
  if (kept.length > 0) await writeAnswers(tx, of.campaignId, kept, by);
  return { kept: kept.map(({ row }) => row.contractId), refused };
}

/** The facts of a refusal, the status in words. */
export function namedFacts(facts: Refusal['facts'], locale: Locale): Refusal['facts'] {
  const status = contractStatuses.find((one) => one === facts.status);
  return status ? { ...facts, status: translate(contractWords, locale, `contract.status.${status}`) } : facts;
}

function unchanged(contractId: string): RowAnswer {
  return { contractId, answer: 'no_change', on: null, endsOn: null, until: null, legalBasis: null, note: null };
}

/** What was judged and kept, with its events; `campaignId` null where it answers no campaign. */
export async function writeAnswers(
  tx: Tx,
  campaignId: string | null,
  kept: readonly Kept[],
  by: AnsweredBy,
): Promise<void> {
  const { userId, letterId, source, saidBy, today } = by;
  const former = kept.flatMap(({ row }) => (row.answerId === null ? [] : [row.answerId]));
  await withdrawAnswers(tx, former, { today, userId });
  const moved = kept.filter(({ answer }) => answer.answer !== 'no_change');
  const events = await insertEvents(
    tx,
    moved.flatMap(({ row: { contractId, buyerId }, answer: { answer, legalBasis, note }, judged }) => {
      if (answer === 'no_change') return [];
      const { on, endsOn, until } = judged;
      const facts: Record<string, string> = until === null ? {} : { until };
      const said = { source, saidBy, recordedOn: today, authorId: userId };
      return [{ contractId, buyerId, lotId: null, type: answer, on, endsOn, legalBasis, note, facts, ...said }];
    }),
  );
  const eventOf = new Map(moved.map(({ row }, at) => [row.contractId, events[at] ?? null]));
  const groups = Map.groupBy(kept, ({ row, answer, judged }) => `${row.buyerId} ${answer.answer} ${judged.on}`);
  const changes = [...groups.values()].flatMap((some) => {
    const [first] = some;
    if (!first) return [];
    const { structureId, buyerId } = first.row;
    const change = { structureId, buyerId, campaignId, letterId, byUser: userId, source, saidBy };
    return [
      {
        change: { ...change, answer: first.answer.answer, onDay: first.judged.on },
        answers: some.map(({ row: { contractId } }) => ({
          ...{ contractId, buyerId, campaignId, source, saidBy, recordedOn: today },
          eventId: eventOf.get(contractId) ?? null,
        })),
      },
    ];
  });
  const changeIds = await insertChanges(tx, changes);
  await refreshStanding(
    tx,
    kept.map(({ row }) => row.contractId),
    today,
  );
  const structureId = kept[0]?.row.structureId ?? null;
  // An answer that took the place of another may free hours that were judged by it: both kinds are looked at again.
  await emit(
    tx,
    ...changeIds.map((subjectId) => ({
      type: 'census.changed' as const,
      structureId,
      subjectId,
      ...(campaignId === null ? {} : { payload: { campaignId } }),
    })),
    ...kept
      .filter(({ row, answer }) => row.eventId !== null && answer.answer === 'no_change')
      .map(({ row }) => ({ type: 'contract.event_recorded' as const, structureId, subjectId: row.contractId })),
  );
}

import { findCensusDoor, markCensusLink } from '@jonction/db/census/answers';
import { countAskedRows, listAskedRows } from '@jonction/db/census/rows';
import { speakAs, type Tx } from '@jonction/db/client';
import { answersSchema } from '@jonction/domain/census/campaign-schema';
import { offsetOf, pageSchema } from '@jonction/domain/shared/page';
import { z } from 'zod';
import { hashToken } from '../../access/token.ts';
import { recordAudit } from '../../audit/record.ts';
import { found } from '../../refuse.ts';
import { procedure } from '../../trpc.ts';
import { answeredShape, answerRows } from './answer-rows.ts';
import { askedRowShape, shownRow } from './shown-row.ts';

const token = z.string().min(20).max(100);

async function censusDoor(tx: Tx, given: string) {
  const hash = hashToken(given);
  return { ...found(await findCensusDoor(tx, hash), 'census.link_not_found'), hash };
}

/** Whoever holds the link speaks for the buyer from here on, for the rows of the letter: the base keeps every other buyer's from her. */
async function enterBuyer(tx: Tx, { buyerId: organisationId, structureId }: { buyerId: string; structureId: string }) {
  await speakAs(tx, { kind: 'user', role: 'buyer', organisationId, structureId });
}

/** The page of a letter about a census: who writes, to which buyer, until when. Names no contract and changes nothing: scanners follow links. */
export const describeCensusLink = procedure('census.describeLink')
  .input(z.object({ token }))
  .output(
    z.object({
      title: z.string(),
      dueOn: z.string(),
      structureName: z.string(),
      structurePhone: z.string().nullable(),
      buyerName: z.string(),
      directorateName: z.string().nullable(),
    }),
  )
  .query(({ ctx, input }) => censusDoor(ctx.tx, input.token));

/** The rows of the letter, filled with what is known, behind the button of its page. */
export const openCensusLink = procedure('census.openLink')
  .input(pageSchema.extend({ token }))
  .output(
    z.object({
      rows: z.array(askedRowShape),
      total: z.number(),
      waiting: z.number(),
      page: z.number(),
      today: z.string(),
    }),
  )
  .mutation(async ({ ctx, input }) => {
    const door = await censusDoor(ctx.tx, input.token);
    await markCensusLink(ctx.tx, door.hash, { used: false });
    await recordAudit(ctx, {
      action: 'census.openLink',
      subjectKind: 'census_campaign',
      subjectId: door.campaignId,
      facts: { structure: door.structureId, buyer: door.buyerId, letter: door.id },
    });
    await enterBuyer(ctx.tx, door);
    const of = { askId: door.askId, campaignId: door.campaignId };
    const counted = await countAskedRows(ctx.tx, of);
    const rows = await listAskedRows(ctx.tx, { ...of, limit: input.pageSize, offset: offsetOf(input) });
    const { page } = input;
    return { rows: rows.map(shownRow), total: counted.rows, waiting: counted.waiting, page, today: ctx.today };
  });

/** Answers without an account: some rows, or "no change" of all that wait. What is kept is kept, what is not comes back at its row. */
export const answerByLink = procedure('census.answerByLink')
  .input(z.object({ token, answers: answersSchema }))
  .output(answeredShape)
  .mutation(async ({ ctx, input }) => {
    const door = await censusDoor(ctx.tx, input.token);
    await markCensusLink(ctx.tx, door.hash, { used: true });
    await recordAudit(ctx, {
      action: 'census.answerByLink',
      subjectKind: 'census_campaign',
      subjectId: door.campaignId,
      facts: { structure: door.structureId, buyer: door.buyerId, letter: door.id },
    });
    await enterBuyer(ctx.tx, door);
    const { campaignId, askId, id: letterId, address } = door;
    return answerRows(ctx.tx, { campaignId, askId }, input.answers, {
      ...{ userId: null, letterId, source: 'buyer_answer', saidBy: address, today: ctx.today, locale: ctx.locale },
    });
  });

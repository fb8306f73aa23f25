import { listCampaigns } from '@jonction/db/census/campaign';
import { countAskedRows, listAskedRows } from '@jonction/db/census/rows';
import { answersSchema } from '@jonction/domain/census/campaign-schema';
import { offsetOf, pageSchema } from '@jonction/domain/shared/page';
import { z } from 'zod';
import { recordAudit } from '../../audit/record.ts';
import { found, Refuse } from '../../refuse.ts';
import { speaker, structureOf } from '../../speaker.ts';
import { procedure } from '../../trpc.ts';
import { answeredShape, answerRows } from './answer-rows.ts';
import { askedRowShape, shownRow } from './shown-row.ts';

/** What the buyer that speaks is asked in the campaigns that run, whoever asks. Two statements. */
export const listAsked = procedure('census.listAsked')
  .input(pageSchema)
  .output(z.object({ rows: z.array(askedRowShape), total: z.number(), waiting: z.number(), today: z.string() }))
  .query(async ({ ctx, input }) => {
    const of = { buyerId: speaker(ctx).membership.organisationId, open: true };
    const counted = await countAskedRows(ctx.tx, of);
    const rows = await listAskedRows(ctx.tx, { ...of, limit: input.pageSize, offset: offsetOf(input) });
    return { rows: rows.map(shownRow), total: counted.rows, waiting: counted.waiting, today: ctx.today };
  });

/** Answers of somebody who signed in for a buyer, for its own rows. */
export const answerAsked = procedure('census.answerAsked')
  .input(z.object({ campaignId: z.uuid(), answers: answersSchema }))
  .output(answeredShape)
  .mutation(async ({ ctx, input: { campaignId, answers } }) => {
    const { userId, name } = speaker(ctx);
    const done = await answerRows(ctx.tx, { campaignId }, answers, {
      ...{ userId, letterId: null, source: 'buyer_answer', saidBy: name, today: ctx.today, locale: ctx.locale },
    });
    await recordAudit(ctx, {
      action: 'census.answerAsked',
      subjectKind: 'census_campaign',
      subjectId: campaignId,
      facts: { kept: done.kept.length, refused: done.refused.length },
    });
    return done;
  });

/** What somebody of a buyer said on the phone, by mail or in a meeting, typed in by the team with her name. */
export const answerFor = procedure('census.answerFor')
  .input(
    z.object({
      campaignId: z.uuid(),
      askId: z.uuid(),
      answers: answersSchema,
      source: z.enum(['phone', 'mail', 'meeting']),
      saidBy: z.string().trim().max(200),
    }),
  )
  .output(answeredShape)
  .mutation(async ({ ctx, input: { campaignId, askId, answers, source, saidBy } }) => {
    const { userId } = speaker(ctx);
    const [campaign] = await listCampaigns(ctx.tx, structureOf(ctx), { campaignId });
    if (found(campaign, 'census.campaign_not_found').closedOn !== null) throw new Refuse('census.campaign_closed');
    if (saidBy === '') throw new Refuse('census.informant_missing', {}, 'saidBy');
    const done = await answerRows(ctx.tx, { campaignId, askId }, answers, {
      ...{ userId, letterId: null, source, saidBy, today: ctx.today, locale: ctx.locale },
    });
    await recordAudit(ctx, {
      action: 'census.answerFor',
      subjectKind: 'census_campaign',
      subjectId: campaignId,
      facts: { kept: done.kept.length, refused: done.refused.length, source },
    });
    return done;
  });

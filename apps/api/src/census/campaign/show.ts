import { type AskRow, listAsks } from '@jonction/db/census/asks';
import { type CampaignRow, listCampaigns as readCampaigns, readProgress } from '@jonction/db/census/campaign';
import { countAskedRows, listAskedRows } from '@jonction/db/census/rows';
import { askState, askStates, campaignReminders, mayWrite } from '@jonction/domain/census/campaign';
import { offsetOf, pageSchema } from '@jonction/domain/shared/page';
import { z } from 'zod';
import { found } from '../../refuse.ts';
import { structureOf } from '../../speaker.ts';
import { procedure } from '../../trpc.ts';
import { askedRowShape, shownRow } from './shown-row.ts';

const day = z.string().nullable();

const campaignShape = z.object({
  id: z.string(),
  title: z.string(),
  letter: z.string(),
  openedOn: z.string(),
  dueOn: z.string(),
  closedOn: day,
  held: z.boolean(),
  openedByName: z.string(),
  buyers: z.number(),
  asks: z.number(),
  written: z.number(),
  complete: z.number(),
  rows: z.number(),
  answered: z.number(),
  moved: z.number(),
}) satisfies z.ZodType<CampaignRow>;

/** The campaigns of the team, the last first, with how far each has come. One statement. */
export const listCampaigns = procedure('census.listCampaigns')
  .output(z.array(campaignShape))
  .query(({ ctx }) => readCampaigns(ctx.tx, structureOf(ctx)));

const askShape = z.object({
  id: z.string(),
  buyerId: z.string(),
  buyerName: z.string(),
  buyerPhone: z.string().nullable(),
  directorateName: z.string().nullable(),
  contactName: z.string().nullable(),
  address: z.string().nullable(),
  rows: z.number(),
  answered: z.number(),
  moved: z.number(),
  lastAnswerOn: day,
  letters: z.number(),
  lastLetterOn: day,
  lastLetter: z.enum(['queued', 'sent', 'kept', 'failed', 'returned']).nullable(),
  opened: z.boolean(),
  state: z.enum(askStates),
  mayRemind: z.boolean(),
});

function shownAsk(ask: AskRow, today: string) {
  const { lastLetter } = ask;
  const returned = lastLetter === 'returned' || lastLetter === 'failed';
  return { ...ask, state: askState({ ...ask, returned }), mayRemind: mayWrite(ask, today).ok };
}

/** One campaign: how far it is, by buyer and by directorate, and where each of those it asks stands. Five statements. */
export const showCampaign = procedure('census.showCampaign')
  .input(pageSchema.extend({ campaignId: z.uuid(), waitingOnly: z.boolean().default(false) }))
  .output(
    z.object({
      campaign: campaignShape,
      reminders: z.array(z.string()),
      /** Rows that differ from the campaign before. */
      changed: z.number(),
      directorates: z.array(
        z.object({
          buyerId: z.string(),
          buyerName: z.string(),
          directorateName: z.string().nullable(),
          rows: z.number(),
          answered: z.number(),
        }),
      ),
      asks: z.array(askShape),
      total: z.number(),
      today: z.string(),
    }),
  )
  .query(async ({ ctx, input }) => {
    const { campaignId, waitingOnly } = input;
    const [row] = await readCampaigns(ctx.tx, structureOf(ctx), { campaignId });
    const campaign = found(row, 'census.campaign_not_found');
    const asks = await listAsks(ctx.tx, {
      ...{ campaignId, unanswered: waitingOnly, limit: input.pageSize, offset: offsetOf(input) },
    });
    return {
      campaign,
      reminders: campaignReminders(campaign).map(({ day: on }) => on),
      changed: (await countAskedRows(ctx.tx, { campaignId })).changed,
      directorates: await readProgress(ctx.tx, campaignId),
      asks: asks.map((ask) => shownAsk(ask, ctx.today)),
      total: waitingOnly ? campaign.asks - campaign.complete : campaign.asks,
      today: ctx.today,
    };
  });

/** The rows of a campaign, or of one that it asks: what was answered, and how it differs from the campaign before. */
export const listCampaignRows = procedure('census.listCampaignRows')
  .input(
    pageSchema.extend({
      campaignId: z.uuid(),
      askId: z.uuid().optional(),
      only: z.enum(['waiting', 'answered', 'changed']).optional(),
    }),
  )
  .output(
    z.object({
      campaign: campaignShape,
      ask: askShape.nullable(),
      rows: z.array(askedRowShape.extend({ buyerName: z.string() })),
      total: z.number(),
      waiting: z.number(),
      today: z.string(),
    }),
  )
  .query(async ({ ctx, input }) => {
    const { campaignId, askId, only } = input;
    const [row] = await readCampaigns(ctx.tx, structureOf(ctx), { campaignId });
    const campaign = found(row, 'census.campaign_not_found');
    const [ask] = askId ? await listAsks(ctx.tx, { campaignId, askId, limit: 1 }) : [];
    if (askId) found(ask, 'census.ask_not_found');
    const of = { campaignId, ...(askId ? { askId } : {}) };
    const { rows, waiting, changed } = await countAskedRows(ctx.tx, of);
    const totals = { waiting, answered: rows - waiting, changed };
    const asked = await listAskedRows(ctx.tx, {
      ...of,
      ...(only ? { only } : {}),
      ...{ limit: input.pageSize, offset: offsetOf(input) },
    });
    return {
      ...{ campaign, waiting, today: ctx.today },
      ask: ask ? shownAsk(ask, ctx.today) : null,
      rows: asked.map(shownRow),
      total: only ? totals[only] : rows,
    };
  });

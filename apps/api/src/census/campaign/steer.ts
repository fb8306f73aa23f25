import { listAsks } from '@jonction/db/census/asks';
import {
  closeCampaign as close,
  holdCampaign as hold,
  listCampaigns,
  lockCampaign,
} from '@jonction/db/census/campaign';
import type { Tx } from '@jonction/db/client';
import { mayWrite } from '@jonction/domain/census/campaign';
import { z } from 'zod';
import { recordAudit } from '../../audit/record.ts';
import type { Context } from '../../context.ts';
import { emit } from '../../outbox/emit.ts';
import { found, Refuse, settle } from '../../refuse.ts';
import { speaker, structureOf } from '../../speaker.ts';
import { procedure } from '../../trpc.ts';
import { writeCensusLetter } from './write-letter.ts';

/** A campaign of the team that still runs, held until the end of what is done with it. */
async function runningCampaign(ctx: Context & { tx: Tx }, campaignId: string) {
  await lockCampaign(ctx.tx, campaignId);
  const [row] = await listCampaigns(ctx.tx, structureOf(ctx), { campaignId });
  const campaign = found(row, 'census.campaign_not_found');
  if (campaign.closedOn !== null) throw new Refuse('census.campaign_closed');
  return campaign;
}

/** Stops the letters of a campaign, or lets them leave again: what was written stays, answers go on. */
export const holdCampaign = procedure('census.holdCampaign')
  .input(z.object({ campaignId: z.uuid(), held: z.boolean() }))
  .mutation(async ({ ctx, input: { campaignId, held } }) => {
    await runningCampaign(ctx, campaignId);
    await hold(ctx.tx, campaignId, held ? speaker(ctx).userId : null);
    await recordAudit(ctx, {
      action: 'census.holdCampaign',
      subjectKind: 'census_campaign',
      subjectId: campaignId,
      facts: { held },
    });
    if (held) return;
    const sending = { structureId: structureOf(ctx), subjectId: campaignId, payload: { today: ctx.today } };
    await emit(ctx.tx, { type: 'census.sending_wanted', ...sending });
  });

/** Closes a campaign for good: its links die, each contract keeps how it stood, and the next campaign is compared with it. */
export const closeCampaign = procedure('census.closeCampaign')
  .input(z.object({ campaignId: z.uuid() }))
  .output(z.object({ rows: z.number(), answered: z.number() }))
  .mutation(async ({ ctx, input: { campaignId } }) => {
    const { rows, answered } = await runningCampaign(ctx, campaignId);
    await close(ctx.tx, campaignId, { userId: speaker(ctx).userId, today: ctx.today });
    await recordAudit(ctx, {
      action: 'census.closeCampaign',
      subjectKind: 'census_campaign',
      subjectId: campaignId,
      facts: { rows, answered },
    });
    return { rows, answered };
  });

/** One click: a letter to one who has not answered, by hand. The three days of an address hold for it too. */
export const remindAsk = procedure('census.remindAsk')
  .input(z.object({ campaignId: z.uuid(), askId: z.uuid() }))
  .output(z.object({ address: z.string() }))
  .mutation(async ({ ctx, input: { campaignId, askId } }) => {
    await runningCampaign(ctx, campaignId);
    const [row] = await listAsks(ctx.tx, { campaignId, askId, limit: 1 });
    const ask = found(row, 'census.ask_not_found');
    const address = settle(mayWrite(ask, ctx.today));
    // The first letter is the first rung, whoever sends it: the mornings then go on from there.
    const rung = ask.sentRung === null ? 0 : null;
    const given = { sentBy: speaker(ctx).userId, today: ctx.today, publicUrl: ctx.publicUrl };
    await writeCensusLetter(ctx.tx, ask, { ...given, address, rung });
    await recordAudit(ctx, {
      action: 'census.remindAsk',
      subjectKind: 'organisation',
      subjectId: ask.buyerId,
      facts: { campaign: campaignId },
    });
    return { address };
  });

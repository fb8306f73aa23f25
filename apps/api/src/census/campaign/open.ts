import { insertAsks, listToAsk, type ToAsk } from '@jonction/db/census/campaign';
import { censusCampaign } from '@jonction/db/census/campaign-tables';
import { newId } from '@jonction/db/new-id';
import { findOrganisation } from '@jonction/db/organisation/queries';
import { campaignReminders, mayOpen } from '@jonction/domain/census/campaign';
import { campaignLetterSchema } from '@jonction/domain/census/campaign-schema';
import { censusLetter } from '@jonction/messages/census-letter';
import { z } from 'zod';
import { recordAudit } from '../../audit/record.ts';
import { emit } from '../../outbox/emit.ts';
import { found, Refuse, settle } from '../../refuse.ts';
import { speaker, structureOf } from '../../speaker.ts';
import { procedure } from '../../trpc.ts';
import { chosenIds, whichSchema } from '../chosen.ts';

interface Asked {
  buyerId: string;
  buyerName: string;
  directorateId: string | null;
  directorateName: string | null;
  address: string | null;
  contactName: string | null;
  contractIds: string[];
}

/** Rows by who answers for them: directorates that one person answers for are one, so that nobody gets two letters. */
function asksOf(rows: readonly ToAsk[]): Asked[] {
  const asks = new Map<string, Asked>();
  for (const { contractId, ...row } of rows) {
    const key = `${row.buyerId} ${row.address ?? ''}`;
    const known = asks.get(key);
    if (!known) {
      asks.set(key, { ...row, contractIds: [contractId] });
      continue;
    }
    known.contractIds.push(contractId);
    const names = new Set(known.directorateName?.split(', '));
    if (row.directorateName) known.directorateName = [...names.add(row.directorateName)].join(', ');
  }
  return [...asks.values()];
}

/**
 * Who would be asked about the chosen contracts, by which address, and the first of the letters as it would leave. Writes nothing.
 * Contracts that an open campaign asks about already are left out, and counted.
 */
export const previewCampaign = procedure('census.previewCampaign')
  .input(z.object({ which: whichSchema, letter: campaignLetterSchema.optional() }))
  .output(
    z.object({
      chosen: z.number(),
      asked: z.number(),
      asks: z.array(
        z.object({
          buyerId: z.string(),
          buyerName: z.string(),
          directorateName: z.string().nullable(),
          address: z.string().nullable(),
          contactName: z.string().nullable(),
          contracts: z.number(),
        }),
      ),
      /** The days on which reminders would leave. */
      reminders: z.array(z.string()),
      letter: z.object({ subject: z.string(), text: z.string() }).nullable(),
    }),
  )
  .query(async ({ ctx, input: { which, letter } }) => {
    const { name } = speaker(ctx);
    const ids = await chosenIds(ctx, which);
    const rows = await listToAsk(ctx.tx, structureOf(ctx), ids);
    const asks = asksOf(rows);
    if (letter) settle(mayOpen({ dueOn: letter.dueOn, today: ctx.today }), 'dueOn');
    const team = found(await findOrganisation(ctx.tx, structureOf(ctx)), 'organisation.not_found');
    const first = asks.find(({ address }) => address !== null) ?? asks[0];
    const drawn =
      letter && first
        ? censusLetter({
            ...letter,
            ...{ recipientName: first.contactName, buyerName: first.buyerName, directorateName: first.directorateName },
            ...{ waiting: first.contractIds.length, reminder: false, senderName: name },
            structureName: team.name,
            structurePhone: team.phone,
            url: `${ctx.publicUrl}/recenser/…`,
          })
        : null;
    return {
      chosen: ids.length,
      asked: rows.length,
      asks: asks.map(({ contractIds, directorateId: _, ...ask }) => ({ ...ask, contracts: contractIds.length })),
      reminders: letter ? campaignReminders({ openedOn: ctx.today, dueOn: letter.dueOn }).map(({ day }) => day) : [],
      letter: drawn && { subject: drawn.subject, text: drawn.text },
    };
  });

/**
 * Opens a campaign: what was written goes to each buyer by a letter of its own, some at a time. `asked` is what the preview told: where
 * the base moved since, nothing is done. Refusals: a delay too short or too long, nothing chosen, all asked already, the list moved.
 */
export const openCampaign = procedure('census.openCampaign')
  .input(z.object({ which: whichSchema, letter: campaignLetterSchema, asked: z.int().min(0) }))
  .output(z.object({ campaignId: z.string(), asked: z.number(), asks: z.number() }))
  .mutation(async ({ ctx, input: { which, letter, asked } }) => {
    const { userId, membership } = speaker(ctx);
    const { structureId } = membership;
    settle(mayOpen({ dueOn: letter.dueOn, today: ctx.today }), 'dueOn');
    const rows = await listToAsk(ctx.tx, structureId, await chosenIds(ctx, which));
    if (rows.length === 0) throw new Refuse('census.all_asked');
    if (rows.length !== asked) throw new Refuse('census.asked_moved', { count: rows.length });
    const asks = asksOf(rows);
    const campaignId = newId();
    await ctx.tx
      .insert(censusCampaign)
      .values({ id: campaignId, structureId, ...letter, openedOn: ctx.today, openedBy: userId });
    await insertAsks(ctx.tx, { campaignId, structureId }, asks);
    await recordAudit(ctx, {
      action: 'census.openCampaign',
      subjectKind: 'census_campaign',
      subjectId: campaignId,
      facts: { contracts: rows.length, asks: asks.length, dueOn: letter.dueOn },
    });
    const sending = { structureId, subjectId: campaignId, payload: { today: ctx.today } };
    await emit(ctx.tx, { type: 'census.sending_wanted', ...sending });
    return { campaignId, asked: rows.length, asks: asks.length };
  });

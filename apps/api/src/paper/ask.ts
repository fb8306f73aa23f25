import { newId } from '@jonction/db/new-id';
import { findOrganisation } from '@jonction/db/organisation/queries';
import { listAwaited, listWantedKinds } from '@jonction/db/paper/queries';
import { paperItem, paperRequest } from '@jonction/db/paper/tables';
import { monthsSet } from '@jonction/db/paper/validity';
import { mayRemind } from '@jonction/domain/hours/late';
import { askPapersSchema } from '@jonction/domain/paper/asked';
import type { PaperKind } from '@jonction/domain/paper/categories';
import { proposedMonths } from '@jonction/domain/paper/checklist';
import { askedPaperWords } from '@jonction/domain/paper/words';
import { translate } from '@jonction/domain/shared/words';
import { z } from 'zod';
import { recordAudit } from '../audit/record.ts';
import { found, Refuse } from '../refuse.ts';
import { speaker } from '../speaker.ts';
import { procedure } from '../trpc.ts';
import { writePapersLetter } from './write-letter.ts';

/**
 * A list of papers asked of a company. A letter leaves at once where one may; else the list stands, and the next morning on which the
 * address may be written to tells it. Refused: a paper asked already, another one without its name.
 */
export const ask = procedure('paper.ask')
  .input(askPapersSchema)
  .output(z.object({ requestId: z.string(), asked: z.number(), address: z.string().nullable() }))
  .mutation(async ({ ctx, input }) => {
    const { userId, name, membership } = speaker(ctx);
    const company = { structureId: membership.structureId, employerId: input.employerId };
    const body = found(await findOrganisation(ctx.tx, input.employerId), 'organisation.not_found');
    if (body.kind !== 'employer') throw new Refuse('organisation.not_found');
    const set = await monthsSet(ctx.tx, membership.structureId);
    const inForce = (kind: PaperKind) => set.get(kind) ?? proposedMonths(kind);
    const items = input.items.map((item) => ({
      ...item,
      label: item.label || null,
      validMonths: item.validMonths === undefined ? inForce(item.kind) : item.validMonths,
    }));
    if (items.some(({ kind, label }) => kind === 'other' && label === null)) {
      throw new Refuse('paper.label_missing', {}, 'label');
    }
    const keyOf = ({ kind, label }: { kind: string; label: string | null }) => `${kind}|${label ?? ''}`;
    const known = new Set((await listWantedKinds(ctx.tx, company)).map(keyOf));
    for (const item of items) {
      if (known.has(keyOf(item))) {
        const kind = translate(askedPaperWords, ctx.locale, `paper.kind.${item.kind}`);
        throw new Refuse('paper.asked_already', { kind }, 'items');
      }
      known.add(keyOf(item));
    }
    const requestId = newId();
    const { contractId = null, dueOn = null, note } = input;
    await ctx.tx
      .insert(paperRequest)
      .values({ ...company, id: requestId, contractId, dueOn, note: note || null, askedBy: userId });
    await ctx.tx.insert(paperItem).values(items.map((item) => ({ ...company, ...item, requestId })));
    await recordAudit(ctx, {
      action: 'paper.ask',
      subjectKind: 'organisation',
      subjectId: input.employerId,
      facts: { papers: items.length },
    });
    const [row] = await listAwaited(ctx.tx, ctx.today, company);
    const may = row ? mayRemind(row, ctx.today) : null;
    if (!row || !may?.ok) return { requestId, asked: items.length, address: null };
    const given = { address: may.value, sentBy: userId, senderName: name, publicUrl: ctx.publicUrl };
    await writePapersLetter(ctx.tx, row, given);
    return { requestId, asked: items.length, address: may.value };
  });

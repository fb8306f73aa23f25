import { findLot, insertCorrections, readCompanies, writeLot } from '@jonction/db/contract/correct';
import { refreshWords } from '@jonction/db/contract/list';
import { readOpenData } from '@jonction/db/contract/show';
import { type CorrectedField, type CorrectedValue, correctLotSchema } from '@jonction/domain/contract/correct';
import { z } from 'zod';
import { recordAudit } from '../audit/record.ts';
import { found, Refuse } from '../refuse.ts';
import { speaker } from '../speaker.ts';
import { procedure } from '../trpc.ts';
import { writableContract } from './head.ts';
import { publishedOf, sameCompanies } from './published.ts';

/** Corrects a lot: its object, its amount, its companies. As for a contract, somebody's word wins over open data and leaves a line. */
export const correctLot = procedure('contract.correctLot')
  .input(correctLotSchema)
  .output(z.object({ contractId: z.string(), corrected: z.number() }))
  .mutation(async ({ ctx, input }) => {
    const { userId } = speaker(ctx);
    const lot = found(await findLot(ctx.tx, input.lotId), 'contract.lot_not_found');
    const { contractId } = lot;
    const { buyerId } = await writableContract(ctx, contractId);
    const holderIds = [...new Set(input.holderIds)];
    const holders = await readCompanies(ctx.tx, holderIds);
    if (holders.length < holderIds.length) throw new Refuse('contract.holder_not_found', {}, 'holderIds');
    const published = publishedOf(await readOpenData(ctx.tx, contractId)).lots.get(lot.key);

    const names = (companies: readonly { name: string }[]) => companies.map(({ name }) => name);
    const identifiers = holders.map(({ identifier }) => identifier);
    const facts: {
      field: CorrectedField;
      before: CorrectedValue;
      after: CorrectedValue;
      changes: boolean;
      open: boolean;
    }[] = [
      {
        ...{ field: 'object', before: lot.object, after: input.object },
        ...{ changes: lot.object !== input.object, open: input.object === published?.object },
      },
      {
        ...{ field: 'amount_cents', before: lot.amountCents, after: input.amountCents },
        ...{ changes: lot.amountCents !== input.amountCents, open: input.amountCents === published?.amountCents },
      },
      {
        ...{ field: 'holders', before: names(lot.holders), after: names(holders) },
        changes: lot.holders.map(({ id }) => id).join() !== holderIds.join(),
        open: sameCompanies(published, identifiers),
      },
    ];
    const changed = facts.filter(({ changes }) => changes);
    if (changed.length === 0) throw new Refuse('contract.nothing_corrected');
    const said = new Set(lot.saidFields);
    for (const { field, open } of changed) open ? said.delete(field) : said.add(field);
    const written = { id: lot.id, contractId, buyerId, object: input.object, amountCents: input.amountCents };
    const companies = changed.some(({ field }) => field === 'holders') ? holderIds : null;
    await writeLot(ctx.tx, written, companies, [...said].sort());
    await insertCorrections(
      ctx.tx,
      changed.map(({ field, before, after }) => ({
        ...{ contractId, buyerId, lotId: lot.id, field, before, after },
        ...{ source: input.source, saidBy: input.saidBy, recordedOn: ctx.today, authorId: userId },
      })),
    );
    await refreshWords(ctx.tx, [contractId]);
    await recordAudit(ctx, {
      action: 'contract.correctLot',
      subjectKind: 'contract',
      subjectId: contractId,
      facts: { fields: changed.map(({ field }) => field).join(' ') },
    });
    return { contractId, corrected: changed.length };
  });

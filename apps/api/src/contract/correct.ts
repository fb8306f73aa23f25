import { insertCorrections, readSaidFields, writeContract } from '@jonction/db/contract/correct';
import { readFacts, refreshStanding, wholeContract } from '@jonction/db/contract/facts';
import { refreshWords } from '@jonction/db/contract/list';
import { findContract, readOpenData } from '@jonction/db/contract/show';
import { insertEvents } from '@jonction/db/contract/write';
import { type CorrectedField, type CorrectedValue, correctContractSchema } from '@jonction/domain/contract/correct';
import { later } from '@jonction/domain/shared/day';
import { z } from 'zod';
import { recordAudit } from '../audit/record.ts';
import { emit } from '../outbox/emit.ts';
import { found, Refuse } from '../refuse.ts';
import { speaker } from '../speaker.ts';
import { procedure } from '../trpc.ts';
import { correctedEnd, correctedNotification } from './correct-days.ts';
import { placeKindOf } from './create.ts';
import { writableContract } from './head.ts';
import { publishedOf } from './published.ts';

/**
 * Corrects what is written of a contract, whoever wrote it: somebody's word wins over open data, which stays beside it. Writing
 * again what open data publishes hands the fact back to it. Each fact that changes leaves a line with its author; a new end is an
 * event of the contract, since the end follows from its events.
 */
export const correct = procedure('contract.correct')
  .input(correctContractSchema)
  .output(z.object({ contractId: z.string(), corrected: z.number() }))
  .mutation(async ({ ctx, input }) => {
    const { userId, membership } = speaker(ctx);
    const { contractId, source, saidBy } = input;
    const { buyerId } = await writableContract(ctx, contractId);
    const row = found(await findContract(ctx.tx, contractId, membership.structureId), 'contract.not_found');
    const events = wholeContract((await readFacts(ctx.tx, [contractId])).get(contractId) ?? []);
    const published = publishedOf(await readOpenData(ctx.tx, contractId));
    const moved = correctedNotification(events, { before: row.notifiedOn, after: input.notifiedOn }, ctx.today);
    const end = correctedEnd(events, input, later(ctx.today, input.notifiedOn ?? ctx.today), ctx.today);

    const facts: [CorrectedField, CorrectedValue, CorrectedValue, CorrectedValue][] = [
      ['object', row.object, input.object, published.contract?.object ?? null],
      ['cpv', row.cpv, input.cpv, published.contract?.cpv ?? null],
      ['place_code', row.placeCode, input.placeCode || null, published.contract?.placeCode ?? null],
      ['place_name', row.placeName, input.placeName || null, published.contract?.placeName ?? null],
      ['amount_cents', row.amountCents, input.amountCents, published.contract?.amountCents ?? null],
      ['notified_on', row.notifiedOn, input.notifiedOn, published.contract?.notifiedOn ?? null],
    ];
    const changed = facts.filter(([, before, after]) => before !== after);
    if (changed.length === 0 && end === null) throw new Refuse('contract.nothing_corrected');
    const said = new Set(await readSaidFields(ctx.tx, contractId));
    for (const [field, , after, open] of changed) {
      const fields = field === 'place_code' ? ['place_code', 'place_kind'] : [field];
      const handedBack = published.contract !== null && after === open;
      for (const one of fields) handedBack ? said.delete(one) : said.add(one);
    }
    const placeCode = input.placeCode || null;
    const placeKind =
      placeCode === row.placeCode
        ? row.placeKind
        : placeCode === published.contract?.placeCode
          ? published.place
          : placeKindOf(placeCode);
    await writeContract(
      ctx.tx,
      contractId,
      {
        object: input.object,
        cpv: input.cpv,
        place_code: placeCode,
        place_kind: placeKind,
        place_name: input.placeName || null,
        amount_cents: input.amountCents,
        notified_on: input.notifiedOn,
      },
      [...said].sort(),
    );
    const trace = { contractId, buyerId, lotId: null, source, saidBy, recordedOn: ctx.today, authorId: userId };
    await insertCorrections(ctx.tx, [
      ...changed.map(([field, before, after]) => ({ ...trace, field, before, after })),
      ...(end ? [{ ...trace, field: 'ends_on' as const, before: end.before, after: end.after }] : []),
    ]);
    if (end) {
      await insertEvents(ctx.tx, [
        { ...trace, type: 'extend', on: end.on, endsOn: end.after, facts: { corrected: 1 } },
      ]);
    }
    await refreshStanding(ctx.tx, [contractId], ctx.today);
    await refreshWords(ctx.tx, [contractId]);
    await recordAudit(ctx, {
      action: 'contract.correct',
      subjectKind: 'contract',
      subjectId: contractId,
      facts: { fields: [...changed.map(([field]) => field), ...(end ? ['ends_on'] : [])].join(' ') },
    });
    if (moved || end) {
      // Hours are judged on the life of the contract.
      const { structureId } = membership;
      await emit(ctx.tx, { type: 'contract.event_recorded', structureId, subjectId: contractId });
    }
    return { contractId, corrected: changed.length + (end ? 1 : 0) };
  });

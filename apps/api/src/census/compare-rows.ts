import { attachedAmong, namedContracts } from '@jonction/db/census/grid';
import type { Tx } from '@jonction/db/client';
import { readHeard } from '@jonction/db/contract/facts';
import { findFile } from '@jonction/db/file/queries';
import { changeAnswers, mostChanged } from '@jonction/domain/census/change';
import { sayingTowards, type WantedRow, wantedRowSchema } from '@jonction/domain/census/towards';
import { contractStatuses } from '@jonction/domain/contract/lifecycle';
import { contractEventSources } from '@jonction/domain/contract/said';
import { standingOn } from '@jonction/domain/contract/standing';
import { z } from 'zod';
import type { Context } from '../context.ts';
import { found } from '../refuse.ts';
import { structureOf } from '../speaker.ts';
import { procedure } from '../trpc.ts';
import { rowsOfPaste, rowsOfSheet, type WrittenRow } from './read-rows.ts';
import { towardsSentence } from './towards-sentence.ts';

export const rowsSchema = z.array(wantedRowSchema).min(1).max(mostChanged);

const day = z.string().nullable();
const standing = z.object({ status: z.enum(contractStatuses), endsOn: day });
const rowShape = z.object({
  record: z.number(),
  contractId: z.string().nullable(),
  reference: z.string(),
  object: z.string(),
  now: standing.extend({ saidOn: day, saidBy: z.enum(contractEventSources).nullable() }).nullable(),
  /** What the row asks for: what is accepted of it goes to `census.changeRows`. */
  wanted: wantedRowSchema.nullable(),
  answer: z.enum(changeAnswers).nullable(),
  /** What the sheet showed, where the base says something else by now. */
  stale: standing.nullable(),
  wrong: z.array(z.object({ field: z.string(), sentence: z.string() })),
});
type Row = z.infer<typeof rowShape>;

/**
 * What different rows would change, cell by cell, before anything is written: pasted, filled down, or sent back in a sheet. Of each
 * row what it says now, who said so, what it would say; whether the base moved since the sheet was made; or what is wrong with it.
 * A fixed number of statements, whatever the number of rows.
 */
export const compareRows = procedure('census.compareRows')
  .input(
    z.union([
      z.object({ rows: rowsSchema }),
      z.object({ text: z.string().max(500_000), ids: z.array(z.uuid()).max(mostChanged).default([]) }),
      z.object({ fileId: z.uuid() }),
    ]),
  )
  .output(
    z.object({
      /** The rows that would change something, or that something is wrong with. */
      rows: z.array(rowShape),
      read: z.number(),
      same: z.number(),
    }),
  )
  // Writes nothing; a mutation because rows by the thousand do not go into an address.
  .mutation(async ({ ctx, input }) => {
    const written = await writtenIn(ctx, input);
    const ids = written.flatMap(({ wanted }) => wanted?.contractId ?? []);
    const structureId = structureOf(ctx);
    const named = new Map((await namedContracts(ctx.tx, structureId, { ids })).map((one) => [one.id, one]));
    const heard = new Map((await readHeard(ctx.tx, [...named.keys()])).map((one) => [one.id, one]));
    const rows = written.flatMap(({ record, name, wanted, mark, wrong }): Row[] => {
      const contract = wanted && named.get(wanted.contractId);
      const known = wanted && heard.get(wanted.contractId);
      if (!contract || !known || !wanted) {
        return [{ ...{ record, contractId: null, reference: name, object: '', now: null }, ...nothing, wrong }];
      }
      const now = standingOn(known, ctx.today);
      const decision = sayingTowards(known, wanted, ctx.today);
      const all = decision.ok
        ? wrong
        : [...wrong, { field: '', sentence: towardsSentence(decision.refusal, ctx.locale) }];
      const saying = decision.ok ? decision.value : null;
      if (all.length === 0 && saying === null) return [];
      const moved = mark !== null && (mark.status !== now.status || mark.endsOn !== now.endsOn);
      return [
        {
          ...{ record, contractId: contract.id, reference: contract.reference, object: contract.object, now },
          ...{ wanted, answer: saying?.answer ?? null, wrong: all },
          stale: moved ? { status: mark.status, endsOn: mark.endsOn } : null,
        },
      ];
    });
    return { rows, read: written.length, same: written.length - rows.length };
  });

const nothing = { wanted: null, answer: null, stale: null };

type Input = { rows: WantedRow[] } | { text: string; ids: string[] } | { fileId: string };

async function writtenIn(ctx: Context & { tx: Tx }, input: Input): Promise<WrittenRow[]> {
  if ('fileId' in input) {
    const file = found(await findFile(ctx.tx, input.fileId, 'contracts'), 'file.not_found');
    return rowsOfSheet(ctx, new Uint8Array(await ctx.files.read(file.sha256)));
  }
  if ('text' in input) {
    const own = new Set(await attachedAmong(ctx.tx, structureOf(ctx), input.ids));
    return rowsOfPaste(
      ctx,
      input.text,
      input.ids.filter((id) => own.has(id)),
    );
  }
  return input.rows.map((wanted, index) => ({ record: index + 1, name: '', wanted, mark: null, wrong: [] }));
}

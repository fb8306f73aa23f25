import { countOutcomes, findRun, listRunRows } from '@jonction/db/import/queries';
import { listNames } from '@jonction/db/participant/names';
import { headerOf } from '@jonction/documents/sheet/field';
import { participantsForm } from '@jonction/documents/sheet/participants-form';
import {
  type Foreseen,
  foreseenSchema,
  importStatuses,
  rowOutcomes,
  rowProblemSchema,
  showImportSchema,
} from '@jonction/domain/participant/import';
import { offsetOf } from '@jonction/domain/shared/page';
import { sentence } from '@jonction/domain/shared/words';
import { z } from 'zod';
import { found } from '../refuse.ts';
import { structureOf } from '../speaker.ts';
import { procedure } from '../trpc.ts';
import { words } from '../words.ts';
import { type ForeseenRow, foresee } from './list-in/foresee.ts';
import { importKind, runColumnsSchema } from './list-in/start-run.ts';
import { instant } from './shape.ts';

const problemsSchema = z.array(rowProblemSchema);

/** A list as read, or as far as it has come in: its columns, its counts, and one page of its rows with what is wrong. */
export const showImport = procedure('participant.showImport')
  .input(showImportSchema)
  .output(
    z.object({
      id: z.string(),
      fileName: z.string(),
      status: z.enum(importStatuses),
      rowsTotal: z.number(),
      rowsDone: z.number(),
      createdAt: instant,
      finishedAt: instant.nullable(),
      columns: runColumnsSchema,
      /** Ours, as the template names them. */
      fields: z.array(z.object({ key: z.string(), header: z.string(), required: z.boolean() })),
      counts: z.object({
        ready: z.number(),
        wrong: z.number(),
        created: z.number(),
        updated: z.number(),
        unchanged: z.number(),
        rejected: z.number(),
        notes: z.number(),
      }),
      total: z.number(),
      rows: z.array(
        z.object({
          record: z.number(),
          name: z.string(),
          outcome: z.enum(rowOutcomes).nullable(),
          participantId: z.string().nullable(),
          problems: z.array(z.object({ field: z.string(), sentence: z.string() })),
          /** Null: entered, or not readable. */
          foreseen: foreseenSchema.nullable(),
        }),
      ),
    }),
  )
  .query(async ({ ctx, input }) => {
    const run = found(await findRun(ctx.tx, input.runId, importKind), 'participant.import_not_found');
    const page = { onlyProblems: input.only === 'problems', limit: input.pageSize, offset: offsetOf(input) };
    const { total, rows } = await listRunRows(ctx.tx, run.id, page);
    const waits = run.status === 'preview' || run.status === 'stopped';
    const foreseen = waits
      ? await foresee(
          { ...ctx, structureId: structureOf(ctx), userId: null },
          rows.map(({ cells, outcome }) => (outcome === null ? cells : null)),
          ctx.locale,
        )
      : [];
    const names = await listNames(
      ctx.tx,
      rows.flatMap(({ subjectId }) => subjectId ?? []),
    );
    const counted = await countOutcomes(ctx.tx, run.id);
    const sum = (outcome: string | null, wrong?: boolean) =>
      counted
        .filter((row) => row.outcome === outcome && (wrong === undefined || row.wrong === wrong))
        .reduce((all, row) => all + row.rows, 0);
    return {
      id: run.id,
      fileName: run.fileName,
      status: importStatuses.find((status) => status === run.status) ?? 'preview',
      rowsTotal: run.rowsTotal,
      rowsDone: run.rowsDone,
      createdAt: run.createdAt,
      finishedAt: run.finishedAt,
      columns: runColumnsSchema.parse(run.mapping),
      fields: participantsForm.fields.map(({ key, header, required }) => ({ key, header, required })),
      counts: {
        ready: sum(null, false),
        wrong: sum(null, true),
        created: sum('created'),
        updated: sum('updated'),
        unchanged: sum('unchanged'),
        rejected: sum('rejected'),
        notes: sum('created', true) + sum('updated', true) + sum('unchanged', true),
      },
      total,
      rows: rows.map((row, index) => ({
        record: row.record,
        name: (row.subjectId === null ? undefined : names.get(row.subjectId)) ?? nameIn(row.cells),
        outcome: rowOutcomes.find((outcome) => outcome === row.outcome) ?? null,
        participantId: row.subjectId,
        foreseen: toldOf(foreseen[index] ?? null),
        problems: [...problemsSchema.parse(row.problems), ...(foreseen[index]?.problems ?? [])].map(
          ({ field, code, facts }) => ({ field, sentence: sentence(words, ctx.locale, code, facts) }),
        ),
      })),
    };
  });

/** Headers as the sheet has them. */
function toldOf(row: ForeseenRow | null): Foreseen | null {
  if (row === null) return null;
  const changes = row.changes.map(({ field, ...said }) => ({ field: headerOf(participantsForm, field), ...said }));
  return { outcome: row.outcome, changes, compared: row.compared.map((field) => headerOf(participantsForm, field)) };
}

function nameIn(cells: unknown): string {
  const name = typeof cells === 'object' && cells !== null && 'name' in cells ? cells.name : '';
  return typeof name === 'string' ? name : '';
}

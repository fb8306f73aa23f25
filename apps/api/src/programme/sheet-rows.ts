import type { Tx } from '@jonction/db/client';
import { listProgrammeRows } from '@jonction/db/programme/sheet-rows';
import { programmeCells } from '@jonction/documents/programme-sheet';
import type { Cell } from '@jonction/documents/sheet/cell';
import { recordAudit } from '../audit/record.ts';
import type { Context } from '../context.ts';

/** What is planned for a year, as rows of the sheet that a buyer fills in: what goes out may be changed and sent back. Logged. */
export async function programmeRows(ctx: Context & { tx: Tx }, year: number): Promise<Cell[][]> {
  await recordAudit(ctx, { action: 'programme.export', facts: { year } });
  return (await listProgrammeRows(ctx.tx, year)).map(programmeCells);
}

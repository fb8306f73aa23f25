import type { Tx } from '@jonction/db/client';
import { type BankCounts, countBank } from '@jonction/db/search/count';
import { plainWords } from '@jonction/db/search/words';
import { searchOccupations } from '@jonction/domain/reference/occupation-search';
import { mostFound } from '@jonction/search/port';
import { z } from 'zod';
import type { Context } from '../context.ts';
import type { OccupationTable } from '../reference/occupations.ts';
import { findInIndex } from '../search/find.ts';
import { structureOf } from '../speaker.ts';

const mostOccupations = 3;
const mostWords = 8;

export const nobodySchema = z.object({
  /** Words that nobody has, however they are spelt. */
  unknown: z.array(z.string()),
  /** How many people have all the words, before any filter. */
  unfiltered: z.number(),
  /** What these words may mean: occupations that somebody of the bank holds first. */
  occupations: z.array(z.object({ code: z.string(), label: z.string(), people: z.number() })),
});

/** Why nobody answers. The filters to lift are counted with the others; here are the words. */
export async function explainNobody(
  ctx: Context & { tx: Tx },
  text: string,
  counts: BankCounts,
  table: OccupationTable,
): Promise<z.infer<typeof nobodySchema>> {
  if (text === '') return { unknown: [], unfiltered: counts.unfiltered, occupations: [] };
  const structureId = structureOf(ctx);
  const everybody = {
    ...{ page: 1, pageSize: 1, descending: false },
    ...{ near: null, today: ctx.today },
  };
  const unknown: string[] = [];
  if (counts.unfiltered === 0) {
    for (const word of plainWords(text).slice(0, mostWords)) {
      const { ids } = await findInIndex(ctx, { structureId, text: word, limit: mostFound });
      const { total } = await countBank(ctx.tx, { ...everybody, ids });
      if (total === 0) unknown.push(word);
    }
  }
  const codes = searchOccupations(table.index, text, mostOccupations).map(({ code }) => code);
  const { occupations: held } =
    codes.length === 0 ? { occupations: [] } : await countBank(ctx.tx, { ...everybody, ids: null, occupations: codes });
  const peopleOf = (code: string) => held.find(({ value }) => value === code)?.count ?? 0;
  return {
    unknown,
    unfiltered: counts.unfiltered,
    occupations: codes
      .map((code) => ({ code, label: table.labelOf(code), people: peopleOf(code) }))
      .sort((one, other) => Number(other.people > 0) - Number(one.people > 0)),
  };
}

import type { Tx } from '@jonction/db/client';
import { type BankCounts, countBank } from '@jonction/db/search/count';
import { searchOccupations } from '@jonction/domain/reference/occupation-search';
import { plainWords } from '@jonction/domain/reference/plain-words';
import { mostFound } from '@jonction/search/port';
import { z } from 'zod';
import type { Context } from '../context.ts';
import { askedOccupation } from '../cv/asked.ts';
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
  /** What these words may mean, or what is near the occupation asked: those that somebody of the bank holds first. */
  occupations: z.array(z.object({ code: z.string(), label: z.string(), people: z.number() })),
});

/** Why nobody answers. The filters to lift are counted with the others; here are the words. */
export async function explainNobody(
  ctx: Context & { tx: Tx },
  { text, occupations }: { text: string; occupations: readonly string[] },
  counts: BankCounts,
  table: OccupationTable,
): Promise<z.infer<typeof nobodySchema>> {
  const structureId = structureOf(ctx);
  const everybody = {
    ...{ page: 1, pageSize: 1, descending: false },
    ...{ near: null, today: ctx.today },
  };
  const unknown: string[] = [];
  if (text !== '' && counts.unfiltered === 0) {
    for (const word of plainWords(text).slice(0, mostWords)) {
      const { ids } = await findInIndex(ctx, { structureId, text: word, limit: mostFound });
      const { total } = await countBank(ctx.tx, { ...everybody, ids });
      if (total === 0) unknown.push(word);
    }
  }
  const asked = await askedOccupation(ctx.tx, occupations);
  const meant = text === '' ? [] : searchOccupations(table.index, text, mostOccupations).map(({ code }) => code);
  // Those that the words may mean, then those near the one asked; each once, and never what was asked in vain.
  const codes = [...new Set([...meant, ...(asked?.near.flat() ?? [])])].filter((code) => !occupations.includes(code));
  const { occupations: held } =
    codes.length === 0 ? { occupations: [] } : await countBank(ctx.tx, { ...everybody, ids: null, occupations: codes });
  const peopleOf = (code: string) => held.find(({ value }) => value === code)?.count ?? 0;
  return {
    unknown,
    unfiltered: counts.unfiltered,
    occupations: codes
      .map((code) => ({ code, label: table.labelOf(code), people: peopleOf(code) }))
      .sort((one, other) => Number(other.people > 0) - Number(one.people > 0))
      .slice(0, mostOccupations),
  };
}

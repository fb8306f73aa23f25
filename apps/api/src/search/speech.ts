import type { Tx } from '@jonction/db/client';
import { everydayTitles } from '@jonction/domain/reference/everyday-titles';
import type { OccupationSpeech } from '@jonction/search/document';
import { type OccupationTable, occupationTable } from '../reference/occupations.ts';

let kept: { table: OccupationTable; speech: OccupationSpeech } | null = null;

/** The words of occupations that a copy holds: "femme de ménage" finds whoever cleans, with an engine and without. */
export async function occupationSpeech(tx: Tx): Promise<OccupationSpeech> {
  const table = await occupationTable(tx);
  if (kept?.table === table) return kept.speech;
  const titles = new Map(table.occupations.map((occupation) => [occupation.code, occupation.titles]));
  const speech: OccupationSpeech = {
    version: table.version,
    labelOf: table.labelOf,
    titlesOf: (code) => [...(titles.get(code) ?? []), ...(everydayTitles[code]?.split('; ') ?? [])],
  };
  kept = { table, speech };
  return speech;
}

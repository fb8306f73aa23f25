import type { Tx } from '@jonction/db/client';
import { findRomeVersion, listOccupationsWithTitles, listSkills } from '@jonction/db/reference/queries';
import {
  buildOccupationIndex,
  type OccupationIndex,
  type SearchableOccupation,
} from '@jonction/domain/reference/occupation-index';
import { occupations as ownOccupations } from '@jonction/domain/reference/occupations';

/** The occupations that this base knows: the official table once loaded, else the product's own. */
export interface OccupationTable {
  version: string;
  occupations: readonly SearchableOccupation[];
  skills: readonly { code: string; label: string }[];
  index: OccupationIndex;
  /** The words of a code; the code itself where the table has none. */
  labelOf(code: string): string;
  has(code: string): boolean;
}

let kept: OccupationTable | null = null;

/** One small statement a call; the table itself is read again only when another one was loaded. */
export async function occupationTable(tx: Tx): Promise<OccupationTable> {
  const loaded = await findRomeVersion(tx);
  const version = loaded ?? 'own';
  if (kept?.version === version) return kept;
  const table =
    loaded === null ? ownTable() : tableOf(version, await listOccupationsWithTitles(tx), await listSkills(tx));
  kept = table;
  return table;
}

function ownTable(): OccupationTable {
  const skills = [...new Set(ownOccupations.flatMap((occupation) => occupation.skills))];
  return tableOf(
    'own',
    ownOccupations,
    skills.map((label) => ({ code: label, label })),
  );
}

function tableOf(
  version: string,
  occupations: readonly SearchableOccupation[],
  skills: readonly { code: string; label: string }[],
): OccupationTable {
  const labels = new Map(occupations.map(({ code, label }) => [code, label]));
  return {
    version,
    occupations,
    skills,
    index: buildOccupationIndex(occupations),
    labelOf: (code) => labels.get(code) ?? code,
    has: (code) => labels.has(code),
  };
}

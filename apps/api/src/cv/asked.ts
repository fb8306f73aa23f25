import type { Tx } from '@jonction/db/client';
import { type ListedCv, listLiveCvs } from '@jonction/db/cv/live';
import { chooseCv, type NearCodes } from '@jonction/domain/cv/choose';
import { proximityOf } from '../matching/prepare.ts';

export interface AskedOccupation {
  code: string;
  near: NearCodes;
}

/** The occupation that a list or an offer asks for, with those near it; several asked at once are all as good. Null: none asked. */
export async function askedOccupation(tx: Tx, codes: readonly string[]): Promise<AskedOccupation | null> {
  const [code, ...others] = codes;
  if (code === undefined) return null;
  const near = (await proximityOf(tx, [code]))[code];
  return { code, near: [others, near?.close ?? [], near?.next ?? []] };
}

/** The CV that would go out for an occupation, person by person; nobody without a confirmed CV is in it. */
export async function cvsFor(tx: Tx, participantIds: readonly string[], rome: string): Promise<Map<string, ListedCv>> {
  const asked = await askedOccupation(tx, [rome]);
  const chosen = [...(await listLiveCvs(tx, participantIds))].map(([id, cvs]) => [id, chooseCv(cvs, asked)] as const);
  return new Map(chosen.flatMap(([id, cv]) => (cv === null ? [] : [[id, cv] as const])));
}

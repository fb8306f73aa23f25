import type { Tx } from '@jonction/db/client';
import { listDecisionsOn, listFrozenOf } from '@jonction/db/eligibility/derogations';
import type { CategorySet } from '@jonction/domain/eligibility/category';
import { derogates } from '@jonction/domain/eligibility/derogation';
import { eligibleOnDay } from '@jonction/domain/eligibility/eligible-on-day';
import { reusableSnapshot } from '@jonction/domain/eligibility/frozen';
import type { Day } from '@jonction/domain/shared/day';
import { z } from 'zod';
import type { Vault } from '../vault/vault.ts';
import { openEvidence } from './evidence.ts';

export const grounds = ['papers', 'snapshot', 'derogation'] as const;

/** On what a person is eligible for a clause on a day; `categories` are for the vault alone. */
export interface Ground {
  by: (typeof grounds)[number];
  categories: string[];
  snapshotOf: string | null;
  derogationId: string | null;
}

const frozenShape = z.object({ categories: z.array(z.string()) });

/**
 * Papers first; else what was frozen at an earlier hire within its window; else a derogation that was granted for this clause. The
 * vault is opened by the machine: whoever calls writes why in the audit. Null: nothing makes her eligible.
 */
export async function groundOfHire(
  of: { tx: Tx; vault: Vault },
  person: { participantId: string; structureId: string; birthDate: Day | null },
  hire: { clauseId: string; set: CategorySet; day: Day; kind: string },
): Promise<Ground | null> {
  const { participantId, structureId, birthDate } = person;
  const evidences = await openEvidence(of, participantId, structureId);
  const { eligible, categories } = eligibleOnDay({ ...hire, birthDate, categories: hire.set.categories, evidences });
  const ground = { snapshotOf: null, derogationId: null };
  if (eligible) return { by: 'papers', categories, ...ground };
  const frozen = await Promise.all(
    (await listFrozenOf(of.tx, participantId)).map(async ({ sealed, ...row }) => ({
      ...row,
      ...frozenShape.parse(await of.vault.open(of.tx, structureId, `placement:${row.id}`, sealed)),
    })),
  );
  const accepted = hire.set.categories.map(({ code }) => code);
  const snapshot = reusableSnapshot(frozen, { kind: hire.kind, day: hire.day, accepted });
  if (snapshot) return { by: 'snapshot', categories: [...snapshot.categories], ...ground, snapshotOf: snapshot.id };
  const decisions = await listDecisionsOn(of.tx, participantId, hire.clauseId);
  const granted = decisions.find((decision) => derogates(decision, hire.day));
  return granted ? { by: 'derogation', categories: [], ...ground, derogationId: granted.id } : null;
}

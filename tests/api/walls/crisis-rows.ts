import { crisis } from '@jonction/db/crisis/tables';
import { newId } from '@jonction/db/new-id';
import type { CrisisTerms } from '@jonction/domain/crisis/crisis';
import type { Product } from '../../support/product.ts';

const system = { kind: 'system' } as const;

/** An emergency that a team writes, and one in force; its contract is of no other regime. */
export function crisisTerms(title: string): CrisisTerms {
  return {
    ...{ title, regime: 'other', legalTitle: 'Arrêté préfectoral', legalUrl: null, justification: 'Eau coupée' },
    ...{ from: '2026-02-01', to: null, departments: [], communes: [], withUnknownPlace: true, buyerIds: [], cpv: [] },
    ...{ statuses: [], measures: ['scope'], retenderDays: 0, policies: [], cadences: [], receivers: [], letter: '' },
  };
}

export async function layCrisis(
  product: Product,
  { structureId, userId, secretName }: { structureId: string; userId: string; secretName: string },
) {
  const [crisisId, crisisInForceId] = [newId(), newId()];
  const terms = crisisTerms(secretName);
  const declared = { structureId, title: secretName, regime: terms.regime, fromDay: terms.from, cadences: [], terms };
  const now = new Date();
  await product.system.as(system, (tx) =>
    tx.insert(crisis).values([
      { ...declared, id: crisisId, writtenBy: userId },
      {
        ...{ ...declared, id: crisisInForceId, writtenBy: userId, state: 'in_force' as const },
        ...{ appliedBy: userId, appliedAt: now, appliedOn: '2026-02-02' },
      },
    ]),
  );
  return { crisisId, crisisInForceId };
}

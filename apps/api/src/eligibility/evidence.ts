import type { Tx } from '@jonction/db/client';
import { listEvidenceOf } from '@jonction/db/eligibility/queries';
import { type SealedEvidence, sealedEvidenceSchema } from '@jonction/domain/eligibility/record';
import type { Vault } from '../vault/vault.ts';

export interface OpenEvidence extends SealedEvidence {
  id: string;
  fileId: string | null;
  recordedAt: Date;
  recordedBy: string | null;
}

/** What a seal is bound to: the row of that evidence and no other. */
export function evidenceSeal(id: string): string {
  return `eligibility_evidence:${id}`;
}

/** Opens the vault on one person. Whoever calls says why, in the audit, in the same transaction. */
export async function openEvidence(
  of: { tx: Tx; vault: Vault },
  participantId: string,
  structureId: string,
): Promise<OpenEvidence[]> {
  const rows = await listEvidenceOf(of.tx, participantId);
  return Promise.all(
    rows.map(async ({ sealed, ...row }) => ({
      ...row,
      ...sealedEvidenceSchema.parse(await of.vault.open(of.tx, structureId, evidenceSeal(row.id), sealed)),
    })),
  );
}

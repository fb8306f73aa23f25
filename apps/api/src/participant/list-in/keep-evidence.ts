import { eligibilityEvidence } from '@jonction/db/eligibility/tables';
import { newId } from '@jonction/db/new-id';
import type { SealedEvidence } from '@jonction/domain/eligibility/record';
import type { ImportedPerson } from '@jonction/domain/participant/import';
import { evidenceSeal, openEvidence } from '../../eligibility/evidence.ts';
import { writeCodes } from '../../eligibility/write-codes.ts';
import type { BatchWorld } from './apply-batch.ts';

/** Puts the category of a line into the vault, once: the same paper again changes nothing. Answers whether something was kept. */
export async function keepEvidence(
  world: BatchWorld,
  of: { participantId: string; structureId: string; birthDate: string | null },
  { category, evidenceIssuedOn }: Pick<ImportedPerson, 'category' | 'evidenceIssuedOn'>,
): Promise<boolean> {
  if (category === null || evidenceIssuedOn === null) return false;
  const { tx, vault } = world;
  const { participantId, structureId } = of;
  const kept = await openEvidence(world, participantId, structureId);
  if (kept.some((one) => one.category === category && one.issuedOn === evidenceIssuedOn)) return false;
  const id = newId();
  const sealed: SealedEvidence = { category, issuedOn: evidenceIssuedOn, validTo: null, label: null };
  await tx.insert(eligibilityEvidence).values({
    id,
    structureId,
    participantId,
    sealed: await vault.seal(tx, structureId, evidenceSeal(id), sealed),
    recordedBy: world.userId,
  });
  await writeCodes(world, of);
  return true;
}

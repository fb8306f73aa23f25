import type { Tx } from '@jonction/db/client';
import { replaceCodes } from '@jonction/db/eligibility/queries';
import { categoryOf } from '@jonction/domain/eligibility/categories';
import { provenDays } from '@jonction/domain/eligibility/proven-days';
import type { Day } from '@jonction/domain/shared/day';
import type { Vault } from '../vault/vault.ts';
import { openEvidence } from './evidence.ts';

/**
 * Writes again what matching may see of a person: keyed codes and the days they are proven, after any change of her
 * evidence or of her birth date. The vault is opened by the machine, shown to nobody.
 */
export async function writeCodes(
  of: { tx: Tx; vault: Vault },
  person: { participantId: string; structureId: string; birthDate: Day | null },
): Promise<void> {
  const { participantId, structureId, birthDate } = person;
  const evidences = await openEvidence(of, participantId, structureId);
  // A category that a structure named itself has neither age nor freshness: its papers carry their own end.
  const accepted = [...new Set(evidences.map(({ category }) => category))].map((code) => categoryOf(code) ?? { code });
  const days = provenDays(evidences, accepted, birthDate);
  const codes = await of.vault.keyedCodes(
    of.tx,
    structureId,
    days.map(({ category }) => category),
  );
  await replaceCodes(
    of.tx,
    { participantId, structureId },
    days.map(({ from, to }, index) => ({ code: codes[index] ?? '', provenFrom: from, provenTo: to })),
  );
}

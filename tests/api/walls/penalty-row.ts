import { newId } from '@jonction/db/new-id';
import { penaltyProposal } from '@jonction/db/penalty/tables';
import type { PenaltyFacts } from '@jonction/domain/penalty/penalty-facts';
import type { Product } from '../../support/product.ts';

const none = { declared: 0, validated: 0, pending: 0, rejected: 0 };

interface Laying {
  structureId: string;
  contractId: string;
  clauseId: string;
  buyerId: string;
  secretName: string;
}

/** A penalty that the buyer has before it, whose every word is the side's own. */
export async function layPenalty(product: Product, { secretName, ...of }: Laying): Promise<{ penaltyId: string }> {
  const penaltyId = newId();
  const terms = { perHour: { basis: 'fixed' as const, cents: 100 }, perDayCents: null, capBps: null, note: null };
  const facts: PenaltyFacts = {
    structureName: secretName,
    knownOn: '2026-03-02',
    contract: { number: 1, reference: secretName, object: secretName, buyerName: secretName, holderNames: [] },
    lot: { number: null, object: secretName },
    dueHours: 1,
    terms,
    hours: none,
    ...{ months: [], people: [], events: [], exemptions: [] },
    input: { missingCentihours: 100, perHour: terms.perHour, day: '2026-03-02' },
    proposal: { cents: 100, hoursCents: 100, daysCents: 0, daysCounted: 0, smicCents: null, capCents: null },
  };
  await product.system.as({ kind: 'system' }, (tx) =>
    tx.insert(penaltyProposal).values({
      ...{ ...of, id: penaltyId, state: 'submitted', knownOn: '2026-03-02', cents: 100, opinion: secretName, facts },
    }),
  );
  return { penaltyId };
}

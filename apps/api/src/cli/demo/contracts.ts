import { addDays, type Day } from '@jonction/domain/shared/day';
import type { Cast } from './cast.ts';
import { diceFor } from './dice.ts';
import { postalCodes, sectors } from './names.ts';
import type { Stage } from './stage.ts';

const invoiced = { mode: 'per_tranche', trigger: 'marginal', triggerCents: 0, stepCents: 150_000 } as const;
const accepted = ['DELD', 'SENIOR', 'RSA', 'ASS', 'AAH', 'TH', 'JEUNE_SQ', 'QPV', 'REF', 'PLIE', 'AVIS'];

/** One contract with its lot and, most often, a clause; some are stopped or suspended, as in the life of a team. */
export async function makeContract(stage: Stage, cast: Cast, today: Day, index: number): Promise<void> {
  const dice = diceFor('contract', index);
  const sector = sectors[index % sectors.length] ?? dice.pick(sectors);
  const startsOn = addDays(today, -dice.between(20, 540));
  const endsOn = addDays(today, dice.between(60, 900));
  const caller = stage(cast.facilitator, startsOn);
  const postalCode = dice.pick(postalCodes);
  const amountCents = dice.between(8, 420) * 1_000_000;
  // The demonstration's employer and buyer hold the first ones: their portals are never empty.
  const buyerId = (index % 3 === 0 ? cast.buyerIds[0] : dice.pick(cast.buyerIds)) ?? '';
  const holderId = (index % 4 === 0 ? cast.employerIds[0] : dice.pick(cast.employerIds)) ?? '';
  const { contractId, lotId } = await caller.contract.create({
    buyerId,
    reference: `${startsOn.slice(0, 4)}-${String(index + 1).padStart(3, '0')}`,
    kind: 'contract',
    object: `${sector.object} - secteur ${dice.pick(['nord', 'sud', 'est', 'ouest', 'centre'])}`,
    cpv: sector.cpv,
    placeCode: postalCode,
    placeName: null,
    amountCents,
    startingPoint: 'active',
    on: startsOn,
    endsOn,
    lot: { number: '1', object: sector.object, holderId, amountCents },
  });
  const followsInvoices = index % 12 === 2;
  if (index % 8 !== 7) {
    await caller.contract.writeClause({
      lotId,
      kind: 'execution',
      target: followsInvoices
        ? { ...invoiced, invoicedCents: 0 }
        : dice.chance(0.6)
          ? { mode: 'fixed', hours: dice.between(3, 40) * 35 }
          : { mode: 'labour_share', amountCents, labourShareBps: 5_500, hourlyCostCents: 3_000, effortBps: 500 },
      categoryCodes: accepted,
      hourBasis: 'worked',
      startsOn,
      endsOn,
      penalty: { perHour: { basis: 'fixed', cents: 6_000 }, perDayCents: 7_500, capBps: 1_000, note: null },
    });
  }
  if (followsInvoices) await invoice(stage, cast, { lotId, startsOn, today, amountCents });
  if (index % 9 === 5) await interrupt(stage, cast, { contractId, today, index });
}

/** What a contract that owes one hour for 1,500 € orders and invoices, month by month. */
async function invoice(
  stage: Stage,
  cast: Cast,
  { lotId, startsOn, today, amountCents }: { lotId: string; startsOn: Day; today: Day; amountCents: number },
): Promise<void> {
  const bill = (kind: 'order' | 'invoice', number: string, on: Day, cents: number) =>
    stage(cast.facilitator, on).contract.recordBill({ lotId, kind, number, on, amountCents: cents });
  await bill('order', 'BC-1', addDays(startsOn, 3), Math.round(amountCents * 0.6));
  for (let at = 1; at <= 4; at += 1) {
    const on = addDays(startsOn, 30 * at);
    if (on > today) return;
    await bill('invoice', `F-${at}`, on, Math.round(amountCents * 0.1));
  }
}

async function interrupt(
  stage: Stage,
  cast: Cast,
  { contractId, today, index }: { contractId: string; today: Day; index: number },
): Promise<void> {
  const on = addDays(today, -12);
  await stage(cast.facilitator, addDays(on, 2)).contract.recordEvent({
    contractId,
    lotId: null,
    type: index % 2 === 0 ? 'stop' : 'suspend',
    on,
    endsOn: null,
    source: 'phone',
    saidBy: 'Conductrice de travaux',
    legalBasis: index % 2 === 0 ? null : 'Ordre de service n° 4',
    note: 'Reprise annoncée sous un mois.',
    documentId: null,
  });
}

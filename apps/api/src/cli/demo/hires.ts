import { addDays, addMonths, type Day } from '@jonction/domain/shared/day';
import type { Cast } from './cast.ts';
import { diceFor } from './dice.ts';
import type { LiveClause } from './offers.ts';
import type { Stage } from './stage.ts';

/** Somebody at work for some months on a clause, and the hours declared each month. */
export async function makeHire(
  stage: Stage,
  cast: Cast,
  today: Day,
  { index, clause, participantId }: { index: number; clause: LiveClause; participantId: string },
): Promise<void> {
  const dice = diceFor('hire', index);
  const months = dice.between(1, 4);
  const startsOn = addMonths(`${today.slice(0, 7)}-01`, -months);
  // The paper seen at the hire, well before the one that may have been renewed since.
  const hiredBy = stage(cast.facilitator, startsOn);
  await hiredBy.eligibility.record({
    participantId,
    category: 'DELD',
    issuedOn: addDays(startsOn, -20),
    label: 'Avis de situation',
  });
  const { placementId } = await hiredBy.placement.create({
    participantId,
    clauseId: clause.clauseId,
    employerId: clause.holderId,
    windowKind: 'fixed_term',
    weeklyHours: 28,
    startsOn,
  });
  for (let month = 0; month < months; month += 1) {
    const from = addMonths(startsOn, month);
    const to = addDays(addMonths(from, 1), -1);
    const rows = [{ placementId, from, to, kind: 'worked_on_site' as const, centihours: dice.between(90, 132) * 100 }];
    const heat = { placementId, from, to: addDays(from, 2), kind: 'bad_weather' as const, centihours: 1_400 };
    // A company that is late: somebody to remind.
    if (index % 7 === 3 && month === months - 1) continue;
    const evidence = dice.chance(0.5) ? ['employer_attestation'] : [];
    await stage(cast.facilitator, addDays(to, 4)).hours.declare({
      month: from.slice(0, 7),
      rows: index % 2 === 0 && month === months - 1 ? [...rows, { ...heat, evidence }] : rows,
    });
  }
}

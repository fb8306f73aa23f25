import type { Tx } from '@jonction/db/client';
import { readHeard } from '@jonction/db/contract/facts';
import { type ConcernedContract, listConcerned } from '@jonction/db/crisis/contracts';
import { type CrisisRow, readChoices } from '@jonction/db/crisis/queries';
import { type CrisisTerms, crisisTermsSchema, mostConcerned } from '@jonction/domain/crisis/crisis';
import { type MeasureVerdict, measuresFor } from '@jonction/domain/crisis/measure-rule';
import { type CrisisChoice, type PlannedMeasure, plannedFor } from '@jonction/domain/crisis/plan';
import type { Context } from '../context.ts';
import { Refuse } from '../refuse.ts';
import { structureOf } from '../speaker.ts';

export interface WeighedContract {
  contract: ConcernedContract;
  verdicts: MeasureVerdict[];
  planned: PlannedMeasure[];
  choices: readonly CrisisChoice[];
}

/** What was declared, whole: some of it stands in columns of its own, for those who ask which emergencies are in force. */
export function termsOf({ terms }: Pick<CrisisRow, 'terms'>): CrisisTerms {
  return crisisTermsSchema.parse(terms);
}

/**
 * Every contract that an emergency looks at, with what may be done with it and what is planned. A fixed number of statements whatever
 * their number. Refuses more than can be looked at at once.
 */
export async function weighCrisis(
  ctx: Context & { tx: Tx },
  crisis: Pick<CrisisRow, 'id' | 'terms'>,
): Promise<WeighedContract[]> {
  const terms = termsOf(crisis);
  const contracts = await listConcerned(ctx.tx, structureOf(ctx), terms, mostConcerned + 1);
  if (contracts.length > mostConcerned) throw new Refuse('crisis.too_many', { most: mostConcerned });
  const heard = await readHeard(
    ctx.tx,
    contracts.map(({ id }) => id),
  );
  const chosen = await readChoices(ctx.tx, crisis.id);
  return contracts.map((contract, index) => {
    const verdicts = measuresFor({ ...contract, facts: heard[index]?.facts ?? [] }, terms, ctx.today);
    const choices = chosen.get(contract.id) ?? [];
    return { contract, verdicts, choices, planned: plannedFor(verdicts, terms.measures, choices) };
  });
}

/** How many measures would be taken: what somebody read in the preview, and confirms. */
export function countPlanned(weighed: readonly WeighedContract[]): number {
  return weighed.reduce((sum, { planned }) => sum + planned.length, 0);
}

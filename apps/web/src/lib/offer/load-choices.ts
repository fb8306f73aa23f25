import type { Option } from '@jonction/ui/option';
import { error, type RequestEvent } from '@sveltejs/kit';
import { api, ask } from '#lib/server/api.ts';
import type { ClauseChoice } from './clause-choice.ts';

/** What the fields of an offer offer: every occupation (a plain list without scripts), the skills of the one chosen. */
export async function loadFieldChoices(event: RequestEvent, romeCode: string | null) {
  const [labels, skills] = await Promise.all([
    ask(event, api(event).reference.occupationLabels.query({ codes: null })),
    romeCode ? ask(event, api(event).reference.skills.query({ occupation: romeCode })) : [],
  ]);
  const occupations: Option[] = labels.map(({ code, label }) => ({ value: code, label, hint: code }));
  const suggested: Option[] = skills.map(({ skill, label }) => ({ value: skill, label }));
  return { occupations, suggested };
}

/** One clause of the structure, as the picker shows it. */
export async function loadClause(event: RequestEvent, clauseId: string): Promise<ClauseChoice> {
  const [clause] = await ask(event, api(event).contract.searchClauses.query({ clauseId, limit: 1 }));
  return clause ?? error(404);
}

import type { Tx } from '@jonction/db/client';
import { organisation } from '@jonction/db/organisation/tables';
import { type CandidateRow, loadCandidates } from '@jonction/db/positioning/load-candidates';
import { availableStatus } from '@jonction/domain/matching/exclusion';
import type { Card } from '@jonction/domain/positioning/card';
import type { PushObstacle } from '@jonction/domain/positioning/push';
import type { Day } from '@jonction/domain/shared/day';
import { and, eq } from 'drizzle-orm';
import { z } from 'zod';
import { findOfferToRank } from '../matching/find-offer-to-rank.ts';
import type { OfferToRank } from '../matching/prepare.ts';
import { occupationTable } from '../reference/occupations.ts';
import { found } from '../refuse.ts';

/** Towards whom: an offer and its contractor, or a company without an offer. */
export interface Target {
  offer: OfferToRank | null;
  employer: { id: string; name: string };
}

export async function findTarget(
  tx: Tx,
  input: { offerId: string | null; employerId: string | null },
): Promise<Target> {
  const offer = input.offerId === null ? null : await findOfferToRank(tx, input.offerId);
  const [employer] = await tx
    .select({ id: organisation.id, name: organisation.name })
    .from(organisation)
    .where(and(eq(organisation.id, offer?.employerId ?? input.employerId ?? ''), eq(organisation.kind, 'employer')));
  return { offer, employer: found(employer, 'positioning.employer_not_found') };
}

/** Somebody about to be put forward, her occupations in words. */
export interface Candidate extends Omit<CandidateRow, 'occupations'> {
  occupations: { code: string; label: string; months: number }[];
}

export async function findCandidates(
  tx: Tx,
  ids: readonly string[],
  { offer, employer }: Target,
): Promise<Candidate[]> {
  const table = await occupationTable(tx);
  const candidates = await loadCandidates(tx, ids, { offerId: offer?.id ?? null, employerId: employer.id });
  return candidates.map((candidate) => ({
    ...candidate,
    occupations: (candidate.occupations ?? []).map((held) => ({ ...held, label: table.labelOf(held.code) })),
  }));
}

/** What stands in the way of sending this person's CV to that company now. */
export function obstaclesOf(candidate: Candidate, employerId: string): PushObstacle[] {
  return [
    ...(candidate.consent ? [] : ['no_consent' as const]),
    ...(candidate.status === availableStatus ? [] : ['not_available' as const]),
    ...(candidate.optedOut.includes(employerId) ? ['opted_out' as const] : []),
    ...(candidate.already ? ['already' as const] : []),
    ...(candidate.cvId === null ? ['no_cv' as const] : []),
  ];
}

const cvContent = z.object({
  experience: z
    .array(z.object({ label: z.string(), from: z.string().nullish(), to: z.string().nullish() }))
    .catch([])
    .default([]),
});

/** The page a company reads, from what the person confirmed. Nothing of birth, address, health or eligibility enters. */
export function cardOf(candidate: Candidate): Card {
  const content = cvContent.safeParse(candidate.cvContent ?? {});
  return {
    firstName: candidate.firstName,
    lastName: candidate.lastName,
    phone: candidate.phone,
    email: candidate.email,
    title: candidate.cvTitle ?? candidate.occupations[0]?.label ?? '',
    occupations: candidate.occupations,
    experience: (content.success ? content.data.experience : []).map(({ label, from, to }) => ({
      label,
      from: from ?? null,
      to: to ?? null,
    })),
    skills: candidate.skills ?? [],
    licences: candidate.licences ?? [],
    languages: candidate.languages ?? [],
    city: candidate.city,
    availableFrom: candidate.availableFrom,
    weeklyHoursMin: candidate.weeklyHoursMin,
    weeklyHoursMax: candidate.weeklyHoursMax,
  };
}

/**
 * Until when a company may count on the eligibility, said without the category: the last day proven by any accepted code that
 * counts on `day`. `null` when nothing accepted is proven that day, or when it is proven for good (`forGood`).
 */
export function eligibleUntil(
  candidate: Candidate,
  acceptedCodes: readonly string[] | null,
  day: Day,
): { day: Day | null; forGood: boolean } {
  const counting = (candidate.codes ?? []).filter(
    ({ code, from, to }) =>
      (acceptedCodes === null || acceptedCodes.includes(code)) && from <= day && (to === null || to >= day),
  );
  const ends = counting.flatMap(({ to }) => (to === null ? [] : [to])).sort();
  const forGood = counting.some(({ to }) => to === null);
  return { day: forGood ? null : (ends.at(-1) ?? null), forGood };
}

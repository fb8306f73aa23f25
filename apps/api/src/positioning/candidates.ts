import type { Tx } from '@jonction/db/client';
import { organisation } from '@jonction/db/organisation/tables';
import { type CandidateRow, loadCandidates } from '@jonction/db/positioning/load-candidates';
import { chooseCv } from '@jonction/domain/cv/choose';
import { type CvContent, readContent } from '@jonction/domain/cv/content';
import { availableStatus } from '@jonction/domain/matching/exclusion';
import type { Card } from '@jonction/domain/positioning/card';
import type { PushObstacle } from '@jonction/domain/positioning/push';
import type { Day } from '@jonction/domain/shared/day';
import { and, eq } from 'drizzle-orm';
import { askedOccupation } from '../cv/asked.ts';
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

/** Somebody about to be put forward, her occupations in words, with the CV of hers that goes out. */
export interface Candidate extends Omit<CandidateRow, 'occupations' | 'cvs' | 'skills'> {
  occupations: { code: string; label: string; months: number }[];
  skills: string[];
  cvId: string | null;
  cvTitle: string | null;
  cvConfirmedOn: string | null;
  cvContent: CvContent;
}

export async function findCandidates(
  tx: Tx,
  ids: readonly string[],
  { offer, employer }: Target,
): Promise<Candidate[]> {
  const table = await occupationTable(tx);
  const asked = offer === null ? null : await askedOccupation(tx, [offer.romeCode]);
  const candidates = await loadCandidates(tx, ids, { offerId: offer?.id ?? null, employerId: employer.id });
  return candidates.map(({ cvs, ...candidate }) => {
    const cv = chooseCv(cvs, asked);
    const cvContent = readContent(cv?.content);
    // With several CVs each says what she can do in its occupation; with one, the record does, corrected since or not.
    const own = cvs.length > 1 ? cvContent : null;
    const occupations = own?.occupations ?? candidate.occupations ?? [];
    return {
      ...candidate,
      occupations: occupations.map((held) => ({ ...held, label: table.labelOf(held.code) })),
      skills: own?.skills.map(({ label }) => label) ?? candidate.skills ?? [],
      cvId: cv?.id ?? null,
      cvTitle: cv?.title ?? null,
      cvConfirmedOn: cv?.confirmedOn ?? null,
      cvContent,
    };
  });
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

/** The page a company reads, from what the person confirmed. Nothing of birth, address, health or eligibility enters. */
export function cardOf(candidate: Candidate): Card {
  return {
    firstName: candidate.firstName,
    lastName: candidate.lastName,
    phone: candidate.phone,
    email: candidate.email,
    title: candidate.cvTitle ?? candidate.occupations[0]?.label ?? '',
    occupations: candidate.occupations,
    experience: candidate.cvContent.experience,
    skills: candidate.skills,
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

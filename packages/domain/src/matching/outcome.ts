/** Scores as the report of outcomes groups them: what the ranking said on the day of the sending, in fifths of 1,000,000. */
export const scoreBands = ['from800', 'from600', 'from400', 'below400', 'unranked'] as const;
export type ScoreBand = (typeof scoreBands)[number];

/** `score` null: she was not ranked for that offer (another occupation, or sent without an offer). */
export function scoreBandOf(score: number | null): ScoreBand {
  if (score === null) return 'unranked';
  if (score >= 800_000) return 'from800';
  if (score >= 600_000) return 'from600';
  return score >= 400_000 ? 'from400' : 'below400';
}

export interface Outcome {
  band: ScoreBand;
  sent: number;
  interviewed: number;
  hired: number;
  refused: number;
}

export interface SentAt {
  score: number | null;
  interviewed: boolean;
  hired: boolean;
  refused: boolean;
}

/**
 * What came of the CVs sent, by the score that they had. Read by people who ask themselves whether the weights are right; no
 * score is ever computed from it (rule of the house: what companies answered in the past would otherwise rank people).
 */
export function outcomesOf(sent: readonly SentAt[]): Outcome[] {
  const outcomes = new Map(scoreBands.map((band) => [band, { band, sent: 0, interviewed: 0, hired: 0, refused: 0 }]));
  for (const { score, interviewed, hired, refused } of sent) {
    const outcome = outcomes.get(scoreBandOf(score));
    if (!outcome) continue;
    outcome.sent += 1;
    outcome.interviewed += Number(interviewed);
    outcome.hired += Number(hired);
    outcome.refused += Number(refused);
  }
  return [...outcomes.values()];
}

/** What became of a meeting, by whoever was there: typed, with a word that stays between the team and the company. */
export const interviewOutcomes = ['took_place', 'did_not', 'postponed'] as const;

export type InterviewOutcome = (typeof interviewOutcomes)[number];

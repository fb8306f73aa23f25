/** Why somebody of the team reads what makes a person eligible: kept with the reading. */
export const readingPurposes = ['hire_check', 'renewal', 'record', 'person_asked', 'control'] as const;

export type ReadingPurpose = (typeof readingPurposes)[number];

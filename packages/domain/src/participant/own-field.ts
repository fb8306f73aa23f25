/**
 * What a person changes herself: how to reach her and through whom, where she lives and how far she goes, when and how long she works. She knows
 * better than anybody, and a call that fails helps nobody: it holds at once, and the team reads it (rule of the house).
 */
export const cvFields = ['phone', 'email', 'place', 'radius', 'availability', 'hours'] as const;

/** How to reach her: a page of its own. */
export const reachFields = ['channel', 'postal', 'third'] as const;

export const ownFields = [...cvFields, ...reachFields] as const;

export type CvField = (typeof cvFields)[number];

export type OwnField = (typeof ownFields)[number];

/**
 * What she says is wrong: her name, and what a company will count on at work. Somebody of the team changes it with her, since a
 * licence or an occupation is confirmed on a paper (rule of the house).
 */
export const saidFields = [
  'name',
  'occupations',
  'project',
  'experience',
  'skills',
  'licences',
  'languages',
  'other',
] as const;

export type SaidField = (typeof saidFields)[number];

/** Everything that reaches the team from her page. */
export const wordFields = [...ownFields, ...saidFields, 'consent_given', 'consent_withdrawn'] as const;

export type WordField = (typeof wordFields)[number];

/** Whether a correction holds at once. */
export function isOwn(field: WordField): field is OwnField {
  return ownFields.some((own) => own === field);
}

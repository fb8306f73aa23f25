import { z } from 'zod';

/** `daily`: one letter each morning; `at_once`: within the five minutes that follow. Neither says anything when nothing changed. */
export const alertPaces = ['daily', 'at_once'] as const;
export type AlertPace = (typeof alertPaces)[number];

export const setAlertSchema = z.object({ searchId: z.uuid(), pace: z.enum(alertPaces).nullable() });

/** Somebody whom a search found. `known`: she was there when the alert began, and is no news. */
export interface Find {
  participantId: string;
  known: boolean;
  told: boolean;
  read: boolean;
}

/**
 * What a run of an alert writes down and tells. Nobody is told twice of the same person, whether she left the results meanwhile
 * or not: an alert speaks of what changed, not of what flickers. Who was read on the screen is not written of. Rule of the house.
 */
export function runAlert(before: readonly Find[], found: readonly string[]): { added: string[]; toTell: string[] } {
  const had = new Set(before.map(({ participantId }) => participantId));
  const added = [...new Set(found)].filter((id) => !had.has(id));
  const waiting = before.filter(({ known, told, read }) => !known && !told && !read);
  return { added, toTell: [...waiting.map(({ participantId }) => participantId), ...added] };
}

import { z } from 'zod';
import { type ListParticipants, listParticipantsSchema } from '../participant/list.ts';

/** What a search asks, without the page it was on. `mine`: followed by whoever opens it, not by whoever kept it. */
export const savedFiltersSchema = listParticipantsSchema
  .omit({ page: true, pageSize: true, ownerId: true })
  .extend({ mine: z.boolean().default(false) });
export type SavedFilters = z.infer<typeof savedFiltersSchema>;

export const searchNameSchema = z
  .string()
  .trim()
  .min(1, { error: 'bank.name_missing' })
  .max(80, { error: 'bank.name_too_long' });

/** Names of columns as the address of the list writes them; what the list does not know it leaves out. */
const columnsSchema = z
  .array(z.string().regex(/^[a-z]{2,20}$/))
  .max(20)
  .default([]);

export const saveSearchSchema = z.object({
  name: searchNameSchema,
  /** Everybody of the structure finds it in her list; only who kept it, or a team lead, changes it. */
  shared: z.boolean().default(false),
  filters: savedFiltersSchema,
  columns: columnsSchema,
});
export type SaveSearch = z.infer<typeof saveSearchSchema>;

export const renameSearchSchema = z.object({ searchId: z.uuid(), name: searchNameSchema, shared: z.boolean() });

/** One person keeps at most so many: more would be a list to search in. Rule of the house. */
export const mostSearches = 50;

/** The question of a saved search, asked by somebody. */
export function askedBy(
  { mine, ...filters }: SavedFilters,
  userId: string,
): Omit<ListParticipants, 'page' | 'pageSize'> {
  return { ...filters, ownerId: mine ? userId : null };
}

/** What the column `saved_search.filters` holds, read back. A filter that a later version does not know asks nothing. */
export function readSavedFilters(stored: unknown): SavedFilters {
  const parsed = savedFiltersSchema.safeParse(stored);
  return parsed.success ? parsed.data : savedFiltersSchema.parse({});
}

import { z } from 'zod';

export const mostInShortlist = 200;

const listName = z.string().trim().min(1, { error: 'bank.list_name_missing' }).max(80, { error: 'bank.name_too_long' });

const people = z
  .array(z.uuid())
  .min(1, { error: 'bank.nobody_chosen' })
  .max(mostInShortlist, { error: 'bank.list_full' });

export const createShortlistSchema = z.object({
  name: listName,
  /** The offer it was made for: it stays readable once that offer is closed. */
  offerId: z.uuid().nullish(),
  participantIds: people,
});

export const shortlistPeopleSchema = z.object({ shortlistId: z.uuid(), participantIds: people });

export const renameShortlistSchema = z.object({ shortlistId: z.uuid(), name: listName });

/** What the team wants to remember of a person for such work; empty takes the note away. */
export const noteInShortlistSchema = z.object({
  shortlistId: z.uuid(),
  participantId: z.uuid(),
  note: z.string().trim().max(500, { error: 'bank.note_too_long' }).nullable(),
});

/**
 * Who enters a list that already holds some: each once, whoever is there already not again, as many as there is room for. What is
 * added is what an undo takes back, and nothing else.
 */
export function addedTo(
  held: readonly string[],
  wanted: readonly string[],
): { added: string[]; already: string[]; over: string[] } {
  const had = new Set(held);
  const once = [...new Set(wanted)];
  const fresh = once.filter((id) => !had.has(id));
  const room = Math.max(0, mostInShortlist - had.size);
  return { added: fresh.slice(0, room), already: once.filter((id) => had.has(id)), over: fresh.slice(room) };
}

import { z } from 'zod';
import { accepted, type Decision, refused } from '../shared/decision.ts';
import { pageSchema } from '../shared/page.ts';
import { directoratePlaces, placedKinds } from './directorate-place.ts';

/** A directorate of a buyer (direction, service): it is in charge of contracts, and answers for them in a census. */
export const directorateNameSchema = z
  .string()
  .trim()
  .transform((name) => name.replaceAll(/\s+/g, ' '))
  .pipe(
    z
      .string()
      .min(1, { error: 'organisation.directorate_name_missing' })
      .max(120, { error: 'organisation.directorate_name_long' }),
  );

export const showDirectorateSchema = pageSchema.extend({
  directorateId: z.uuid(),
  place: z.enum(directoratePlaces).default('inside'),
  text: z.string().trim().max(200).default(''),
});

export const placeInDirectorateSchema = z.object({
  /** A buyer names nobody: its own. */
  buyerId: z.uuid().optional(),
  /** Null: in none any more. */
  directorateId: z.uuid().nullable(),
  kind: z.enum(placedKinds),
  ids: z.array(z.uuid()).min(1, { error: 'organisation.nothing_to_place' }).max(200),
});

export interface DirectorateFacts {
  id: string;
  name: string;
  endedOn: string | null;
}

const alike = (name: string) => name.toLowerCase();

/** A name serves once among the directorates of a buyer that run; one that has ended leaves it free. `id`: the one renamed. */
export function nameDirectorate(
  name: string,
  others: readonly DirectorateFacts[],
  id: string | null,
): Decision<string, 'organisation.directorate_known' | 'organisation.directorate_ended'> {
  const own = others.find((one) => one.id === id);
  if (own && own.endedOn !== null) return refused('organisation.directorate_ended');
  const known = others.some((one) => one.id !== id && one.endedOn === null && alike(one.name) === alike(name));
  return known ? refused('organisation.directorate_known', { name }) : accepted(name);
}

/** What a directorate held goes to another of the same buyer that runs, or to none. It ends once. */
export function endDirectorate(
  id: string,
  into: string | null,
  all: readonly DirectorateFacts[],
): Decision<
  DirectorateFacts,
  'organisation.directorate_not_found' | 'organisation.directorate_ended' | 'organisation.directorate_into_wrong'
> {
  const own = all.find((one) => one.id === id);
  if (!own) return refused('organisation.directorate_not_found');
  if (own.endedOn !== null) return refused('organisation.directorate_ended');
  const heir = into === null ? null : all.find((one) => one.id === into && one.id !== id && one.endedOn === null);
  return heir === undefined ? refused('organisation.directorate_into_wrong') : accepted(own);
}

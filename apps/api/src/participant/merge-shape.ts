import type { MergeableRecord } from '@jonction/domain/participant/merge';
import { z } from 'zod';
import { profileShape } from './shape.ts';

/** The columns that a merge may write, with their names in the base. */
const columns = {
  firstName: 'first_name',
  lastName: 'last_name',
  birthDate: 'birth_date',
  sex: 'sex',
  phone: 'phone',
  email: 'email',
  postalCode: 'postal_code',
  city: 'city',
  latitude: 'latitude',
  longitude: 'longitude',
  preferredChannel: 'preferred_channel',
  safeContactOnly: 'safe_contact_only',
  status: 'status',
  availableFrom: 'available_from',
  radiusMetres: 'radius_metres',
  frenchLevel: 'french_level',
  weeklyHoursMin: 'weekly_hours_min',
  weeklyHoursMax: 'weekly_hours_max',
  licences: 'licences',
  optedOut: 'opted_out',
  waitingSince: 'waiting_since',
  lastContactOn: 'last_contact_on',
  diffusionConsent: 'diffusion_consent',
  recommendedByOrganisationId: 'recommended_by_organisation_id',
  recommendedByUserId: 'recommended_by_user_id',
  ownerId: 'owner_id',
  nextAction: 'next_action',
  nextActionOn: 'next_action_on',
} as const satisfies Record<keyof MergeableRecord, string>;

/** A merged record by the names of the base, and nothing else of its row. */
export function columnsOf(merged: MergeableRecord): Record<string, unknown> {
  const keys = Object.keys(columns) as (keyof MergeableRecord)[];
  return Object.fromEntries(keys.map((key) => [columns[key], merged[key]]));
}

/** One of two records side by side: what a person compares, and how much hangs on it. */
export const comparedShape = profileShape
  .omit({ radiusKm: true, licences: true, skills: true, languages: true })
  .extend({
    radiusMetres: z.number().nullable(),
    nextAction: z.string().nullable(),
    nextActionOn: z.string().nullable(),
    lastConsent: z.enum(['given', 'withdrawn']).nullable(),
    partnerName: z.string().nullable(),
    ownerName: z.string().nullable(),
    currentCv: z.string().nullable(),
    occupations: z.array(z.string()),
    counts: z.object({
      cvs: z.number(),
      contacts: z.number(),
      positionings: z.number(),
      open: z.number(),
      placements: z.number(),
      evidences: z.number(),
    }),
  });

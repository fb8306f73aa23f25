import { z } from 'zod';
import { compactIdentifier, identifierKinds, isIdentifier } from '../reference/siret.ts';
import { normalisePhone } from '../shared/phone.ts';

/** Kinds that a team may record; structures are made by the operator. */
export const recordableKinds = ['buyer', 'employer', 'partner'] as const;
export type RecordableKind = (typeof recordableKinds)[number];

/** What an employer may be besides an ordinary company (C. trav. L5132-4, L5213-13). */
export const employerSubkinds = ['EI', 'ACI', 'AI', 'ETTI', 'EITI', 'GEIQ', 'EA', 'EATT', 'ESAT', 'RQ'] as const;

/** Who sends people (the prescribers that the field names). */
export const partnerSubkinds = [
  'mission_locale',
  'france_travail',
  'cap_emploi',
  'e2c',
  'plie',
  'ccas',
  'departement',
  'siae',
  'association',
  'other',
] as const;

const nameSchema = z
  .string()
  .trim()
  .min(1, { error: 'organisation.name_missing' })
  .max(300, { error: 'organisation.name_too_long' });

export const renameOrganisationSchema = z.object({ organisationId: z.uuid(), name: nameSchema });

export const createOrganisationSchema = z
  .object({
    kind: z.enum(recordableKinds),
    name: nameSchema,
    identifierKind: z.enum(identifierKinds).default('SIRET'),
    identifier: z.string().trim().transform(compactIdentifier).nullish(),
    subkind: z.enum([...employerSubkinds, ...partnerSubkinds]).nullish(),
    address: z.string().trim().max(300).nullish(),
    postalCode: z
      .string()
      .trim()
      .regex(/^\d{5}$/, { error: 'organisation.postal_code_invalid' })
      .nullish(),
    city: z.string().trim().max(100).nullish(),
    phone: z
      .string()
      .trim()
      .transform((text, context) => {
        const phone = normalisePhone(text);
        if (phone === null) context.addIssue({ code: 'custom', message: 'organisation.phone_invalid' });
        return phone ?? z.NEVER;
      })
      .nullish(),
  })
  .superRefine(({ identifierKind, identifier }, context) => {
    if (identifier && !isIdentifier(identifierKind, identifier)) {
      const message = identifierKind === 'SIRET' ? 'reference.siret_invalid' : 'organisation.identifier_invalid';
      context.addIssue({ code: 'custom', path: ['identifier'], message, input: identifier });
    }
  });
export type CreateOrganisation = z.infer<typeof createOrganisationSchema>;

import { splitName } from '@jonction/domain/cv/reading';
import { placeOfPostalCode } from '@jonction/domain/reference/place';
import { capitalised } from '@jonction/domain/shared/capitalised';
import { z } from 'zod';
import { procedure } from '../trpc.ts';
import { readCvFile } from './read-file.ts';

/** What an uploaded CV says of how to reach the person and of her trades: to fill a form in, nothing is kept. */
export const preview = procedure('cv.preview')
  .input(z.object({ fileId: z.uuid() }))
  .output(
    z.object({
      firstName: z.string(),
      lastName: z.string(),
      email: z.string().nullable(),
      phone: z.string().nullable(),
      postalCode: z.string().nullable(),
      city: z.string().nullable(),
      occupations: z.array(z.object({ code: z.string(), label: z.string() })),
    }),
  )
  .query(async ({ ctx, input }) => {
    const { contact, occupations } = await readCvFile(ctx, input.fileId);
    const { firstName, lastName } = splitName(contact.name ?? '');
    const postalCode = contact.postalCode ?? null;
    return {
      // A name in capitals is how CVs are laid out, not how people are called.
      firstName: capitalised(firstName),
      lastName: capitalised(lastName),
      email: contact.email,
      phone: contact.phone,
      postalCode,
      city: contact.city ?? (postalCode ? (placeOfPostalCode(postalCode)?.name ?? null) : null),
      occupations: occupations.map(({ rome, label }) => ({ code: rome, label })),
    };
  });

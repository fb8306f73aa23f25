import { thirdRelations } from '@jonction/domain/participant/relation';
import { z } from 'zod';

/** Somebody through whom a person is reached, with the day of her agreement: what she reads of it herself. */
export const thirdShape = {
  name: z.string(),
  relation: z.enum(thirdRelations),
  phone: z.string().nullable(),
  email: z.string().nullable(),
  agreedOn: z.string(),
};

import { listRequests, listToSign, type OwnRow, type RequestRow } from '@jonction/db/signature/queries';
import { pageSchema } from '@jonction/domain/shared/page';
import { signatureSides } from '@jonction/domain/signature/request';
import { signatureStates } from '@jonction/domain/signature/states';
import { z } from 'zod';
import { speaker } from '../speaker.ts';
import { procedure } from '../trpc.ts';

export const requestShape = z.object({
  id: z.string(),
  title: z.string(),
  side: z.enum(signatureSides),
  employerName: z.string().nullable(),
  askedByName: z.string().nullable(),
  askedOn: z.string(),
  expiresOn: z.string(),
  state: z.enum(signatureStates),
  people: z.number(),
  signed: z.number(),
}) satisfies z.ZodType<RequestRow>;

/** Documents asked to be signed, those that wait first: the team's, of one company where it is named; a company's own. */
export const list = procedure('signature.list')
  .input(pageSchema.extend({ only: z.enum(signatureStates).nullish(), employerId: z.uuid().nullish() }))
  .output(z.object({ rows: z.array(requestShape), total: z.number() }))
  .query(({ ctx, input: { page, pageSize, only = null, employerId = null } }) => {
    const { structureId } = speaker(ctx).membership;
    return listRequests(ctx.tx, { structureId, employerId, only, page, pageSize }, ctx.today);
  });

/** What waits for the signature of whoever is signed in, at the address of her account. */
export const listOwn = procedure('signature.listOwn')
  .output(z.object({ rows: z.array(requestShape.extend({ signerId: z.string() }) satisfies z.ZodType<OwnRow>) }))
  .query(async ({ ctx }) => ({
    rows: await listToSign(ctx.tx, speaker(ctx).membership.structureId, ctx.today),
  }));

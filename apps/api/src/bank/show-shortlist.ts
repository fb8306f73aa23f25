import { findShortlist, listMembers } from '@jonction/db/bank/shortlists';
import { chooseCv } from '@jonction/domain/cv/choose';
import { offerStatuses } from '@jonction/domain/offer/offer';
import { confirmationOf, confirmations } from '@jonction/domain/participant/confirmation';
import { participantStatuses } from '@jonction/domain/participant/status';
import { z } from 'zod';
import { recordAudit } from '../audit/record.ts';
import { askedOccupation } from '../cv/asked.ts';
import { instant } from '../participant/shape.ts';
import { found } from '../refuse.ts';
import { procedure } from '../trpc.ts';

const memberShape = z.object({
  participantId: z.string(),
  firstName: z.string(),
  lastName: z.string(),
  phone: z.string().nullable(),
  city: z.string().nullable(),
  status: z.enum(participantStatuses),
  availableFrom: z.string().nullable(),
  consents: z.boolean(),
  lastContactOn: z.string().nullable(),
  confirmation: z.enum(confirmations),
  /** The CV of the occupation the list was made for, else of one near it, else the current one. */
  cvTitle: z.string().nullable(),
  note: z.string().nullable(),
  addedAt: instant,
  addedByName: z.string().nullable(),
});

/** A list with its people as they are today: reading names is logged. */
export const showShortlist = procedure('bank.showShortlist')
  .input(z.object({ shortlistId: z.uuid() }))
  .output(
    z.object({
      id: z.string(),
      name: z.string(),
      offerId: z.string().nullable(),
      offerTitle: z.string().nullable(),
      offerStatus: z.enum(offerStatuses).nullable(),
      createdByName: z.string().nullable(),
      members: z.array(memberShape),
    }),
  )
  .query(async ({ ctx, input }) => {
    const list = found(await findShortlist(ctx.tx, input.shortlistId), 'bank.list_not_found');
    const asked = list.romeCode === null ? null : await askedOccupation(ctx.tx, [list.romeCode]);
    const members = await listMembers(ctx.tx, list.id);
    await recordAudit(ctx, {
      action: 'bank.showShortlist',
      subjectKind: 'shortlist',
      subjectId: list.id,
      facts: { people: members.length },
    });
    return {
      ...list,
      members: members.map(({ cvs, ...member }) => ({
        ...member,
        confirmation: confirmationOf(
          cvs.map(({ confirmedOn }) => confirmedOn),
          ctx.today,
        ),
        cvTitle: chooseCv(cvs, asked)?.title ?? null,
      })),
    };
  });

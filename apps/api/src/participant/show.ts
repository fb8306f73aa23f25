import { markOpened } from '@jonction/db/bank/queries';
import { listProvenDaysOf } from '@jonction/db/eligibility/queries';
import { findParticipant, listLanguagesOf, listOccupationsOf, listSkillsOf } from '@jonction/db/participant/find';
import { listOpenMerges } from '@jonction/db/participant/merge';
import {
  listConsentsOf,
  listContactsOf,
  listCvsOf,
  listDuplicatesOf,
  listRecommendationsOf,
  namesOf,
} from '@jonction/db/participant/show';
import { listOutcomesOf } from '@jonction/db/positioning/outcomes';
import { provenAround } from '@jonction/domain/eligibility/proven-days';
import { recommendationStatuses } from '@jonction/domain/participant/recommend';
import { sameReasons } from '@jonction/domain/participant/same-person';
import { isToPass } from '@jonction/domain/positioning/to-pass';
import { z } from 'zod';
import { recordAudit } from '../audit/record.ts';
import { contactShape } from '../contact/list.ts';
import { found } from '../refuse.ts';
import { speaker } from '../speaker.ts';
import { procedure } from '../trpc.ts';
import { mergeRow, mergeRowShape } from './list-merges.ts';
import { profileOf } from './profile-of.ts';
import { projectShape, projectsOf } from './project/shape.ts';
import { consentShape, cvShape, instant, outcomeShape, profileShape } from './shape.ts';

const shown = z.object({
  participant: profileShape.extend({
    lastContactOn: z.string().nullable(),
    waitingSince: z.string().nullable(),
    ownerId: z.string().nullable(),
    ownerName: z.string().nullable(),
    partnerName: z.string().nullable(),
    nextAction: z.string().nullable(),
    nextActionOn: z.string().nullable(),
  }),
  /** Whether some category is proven today, and until when; which one is read apart, with a purpose. */
  eligible: z.object({ to: z.string().nullable() }).nullable(),
  projects: z.array(projectShape),
  cvs: z.array(cvShape),
  consents: z.array(consentShape),
  contacts: z.array(contactShape),
  recommendations: z.array(
    z.object({
      id: z.string(),
      status: z.enum(recommendationStatuses),
      message: z.string().nullable(),
      answer: z.string().nullable(),
      answeredAt: instant.nullable(),
      createdAt: instant,
      partnerName: z.string(),
      recommendedByName: z.string().nullable(),
    }),
  ),
  outcomes: z.array(outcomeShape.extend({ offerId: z.string().nullable() })),
  /** Records that became this one and can be told apart again, until a day. */
  merges: z.array(
    mergeRowShape.pick({
      id: true,
      goneName: true,
      goneNumber: true,
      mergedAt: true,
      mergedByName: true,
      undoUntil: true,
    }),
  ),
  duplicates: z.array(
    z.object({
      id: z.string(),
      number: z.number(),
      firstName: z.string(),
      lastName: z.string(),
      why: z.array(z.enum(sameReasons)),
    }),
  ),
});

/** Everything of the clause file of a person, for the team: the reading is logged. */
export const show = procedure('participant.show')
  .input(z.object({ participantId: z.uuid() }))
  .output(shown)
  .query(async ({ ctx, input }) => {
    const { tx } = ctx;
    const id = input.participantId;
    const row = found(await findParticipant(tx, id), 'participant.not_found');
    const duplicates = await listDuplicatesOf(tx, id);
    await markOpened(tx, speaker(ctx).userId);
    await recordAudit(ctx, { action: 'participant.show', subjectKind: 'participant', subjectId: id });
    return {
      participant: {
        ...(await profileOf(tx, row, {
          occupations: await listOccupationsOf(tx, id),
          skills: await listSkillsOf(tx, id),
          languages: await listLanguagesOf(tx, id),
        })),
        ...(await namesOf(tx, id)),
        lastContactOn: row.lastContactOn,
        waitingSince: row.waitingSince,
        ownerId: row.ownerId,
        nextAction: row.nextAction,
        nextActionOn: row.nextActionOn,
      },
      eligible: provenAround(await listProvenDaysOf(tx, id), ctx.today),
      projects: await projectsOf(tx, id),
      cvs: await listCvsOf(tx, id),
      consents: await listConsentsOf(tx, id),
      contacts: await listContactsOf(tx, id),
      recommendations: await listRecommendationsOf(tx, id),
      outcomes: (await listOutcomesOf(tx, [id])).map((row) => ({ ...row, toPass: isToPass(row, ctx.mailLeaves) })),
      merges: (await listOpenMerges(tx, id, ctx.today)).map(mergeRow),
      duplicates: duplicates.map(({ why, ...rest }) => ({
        ...rest,
        why: sameReasons.filter((reason) => why.split(',').includes(reason)),
      })),
    };
  });

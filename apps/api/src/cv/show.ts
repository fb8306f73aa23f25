import { listLiveContents } from '@jonction/db/cv/live';
import { findCv } from '@jonction/db/cv/queries';
import { findParticipant, listLanguagesOf, listOccupationsOf, listSkillsOf } from '@jonction/db/participant/find';
import { cvContentSchema, readContent } from '@jonction/domain/cv/content';
import { notKeptBy } from '@jonction/domain/cv/live';
import { type CvReading, cvReadingSchema, monthsOf } from '@jonction/domain/cv/reading';
import { searchOccupations } from '@jonction/domain/reference/occupation-search';
import { z } from 'zod';
import { recordAudit } from '../audit/record.ts';
import type { OccupationTable } from '../reference/occupations.ts';
import { ownOccupationTable } from '../reference/own-occupations.ts';
import { found } from '../refuse.ts';
import { procedure } from '../trpc.ts';

const proposals = cvReadingSchema.omit({ text: true, contact: true });

/** A CV as read and as confirmed, side by side, with what the person is already known to do. */
export const show = procedure('cv.show')
  .input(z.object({ cvId: z.uuid() }))
  .output(
    z.object({
      id: z.string(),
      participantId: z.string(),
      firstName: z.string(),
      lastName: z.string(),
      title: z.string(),
      status: z.enum(['proposed', 'confirmed', 'replaced']),
      current: z.boolean(),
      version: z.number(),
      fileId: z.string().nullable(),
      fileName: z.string().nullable(),
      /** The words of the file; null for a CV typed by hand. */
      text: z.string().nullable(),
      proposed: proposals.nullable(),
      /** Months of work that the dates of the jobs add up to, in all and by occupation. */
      months: z.number(),
      monthsOf: z.record(z.string(), z.number()),
      content: cvContentSchema,
      /** What is known of the person and that none of her other CVs keeps: it stays ticked unless somebody unticks it. */
      held: z.object({
        occupations: z.array(z.object({ code: z.string(), label: z.string(), months: z.number() })),
        skills: z.array(z.object({ skill: z.string(), label: z.string() })),
        licences: z.array(z.string()),
        languages: z.array(
          z.object({ code: z.string(), level: z.string().nullable(), levelText: z.string().nullable() }),
        ),
      }),
      labels: z.record(z.string(), z.string()),
    }),
  )
  .query(async ({ ctx, input }) => {
    const row = found(await findCv(ctx.tx, input.cvId), 'cv.not_found');
    const { cv, fileName, firstName, lastName } = row;
    const person = found(await findParticipant(ctx.tx, cv.participantId), 'cv.not_found');
    const table = await ownOccupationTable(ctx.tx, cv.structureId);
    const parsed = proposals.safeParse(cv.reading);
    const content = readContent(cv.content);
    const jobs = parsed.success ? parsed.data.experience : [];
    const others = await listLiveContents(ctx.tx, cv.participantId, cv.id);
    const held = notKeptBy(others.map(readContent), {
      occupations: await listOccupationsOf(ctx.tx, cv.participantId),
      skills: (await listSkillsOf(ctx.tx, cv.participantId)).filter(({ byHand }) => !byHand),
    });
    const codes = [
      ...(parsed.success ? parsed.data.occupations.map(({ rome }) => rome) : []),
      ...content.occupations.map(({ code }) => code),
      ...held.occupations.map(({ code }) => code),
    ];
    await recordAudit(ctx, { action: 'cv.show', subjectKind: 'participant', subjectId: cv.participantId });
    return {
      id: cv.id,
      participantId: cv.participantId,
      firstName,
      lastName,
      title: cv.title,
      status: cv.status,
      current: cv.current,
      version: cv.version,
      fileId: cv.fileId,
      fileName,
      text: cv.text,
      proposed: parsed.success ? parsed.data : null,
      months: monthsOf(jobs, ctx.today),
      monthsOf: parsed.success ? monthsByOccupation(table, parsed.data, ctx.today) : {},
      content,
      held: {
        occupations: held.occupations.map((occupation) => ({ ...occupation, label: table.labelOf(occupation.code) })),
        skills: held.skills,
        licences: person.licences ?? [],
        languages: await listLanguagesOf(ctx.tx, cv.participantId),
      },
      labels: Object.fromEntries(codes.map((code) => [code, table.labelOf(code)])),
    };
  });

const sureEnough = 0.58;

/** The months of each occupation: of the jobs whose title names it, or whose passage is the one it was proposed from. */
function monthsByOccupation(
  table: OccupationTable,
  { occupations, experience, passages }: Pick<CvReading, 'occupations' | 'experience' | 'passages'>,
  today: string,
): Record<string, number> {
  const byCode = new Map<string, { from: string | null; to: string | null }[]>();
  for (const [order, job] of experience.entries()) {
    const [named] = searchOccupations(table.index, job.label, 1);
    const passage = passages.experience[order];
    const code =
      named && named.score >= sureEnough
        ? named.code
        : occupations.find((proposed) => proposed.passage === passage)?.rome;
    if (code !== undefined) byCode.set(code, [...(byCode.get(code) ?? []), job]);
  }
  return Object.fromEntries([...byCode].map(([code, held]) => [code, monthsOf(held, today)]));
}

import { listLiveContents } from '@jonction/db/cv/live';
import { listSkillsOf, lockParticipant } from '@jonction/db/participant/find';
import { keepSkillsByHand, leaveToCv, removeSkill as removeInBase } from '@jonction/db/participant/skills';
import { readContent } from '@jonction/domain/cv/content';
import {
  addSkills as add,
  addSkillsSchema,
  removeSkill as remove,
  removeSkillSchema,
} from '@jonction/domain/participant/skill';
import { z } from 'zod';
import { recordAudit } from '../audit/record.ts';
import { emit } from '../outbox/emit.ts';
import { found, settle } from '../refuse.ts';
import { procedure } from '../trpc.ts';

/** What somebody can do beside any CV: said on the telephone, seen at work. It counts in a ranking like the skills of a CV. */
export const addSkills = procedure('participant.addSkills')
  .input(addSkillsSchema)
  .output(z.object({ added: z.number() }))
  .mutation(async ({ ctx, input: { participantId, skills } }) => {
    const { structureId } = found(await lockParticipant(ctx.tx, participantId), 'participant.not_found');
    const fresh = settle(add(skills, await listSkillsOf(ctx.tx, participantId)), 'skills');
    await keepSkillsByHand(ctx.tx, { participantId, structureId }, fresh);
    await recordAudit(ctx, {
      action: 'participant.addSkills',
      subjectKind: 'participant',
      subjectId: participantId,
      facts: { count: fresh.length },
    });
    await emit(ctx.tx, { type: 'participant.changed', structureId, subjectId: participantId });
    return { added: fresh.length };
  });

/** Takes back one that was said by hand; one that a CV says too stays, as the CV's. */
export const removeSkill = procedure('participant.removeSkill')
  .input(removeSkillSchema)
  .output(z.object({ left: z.enum(['gone', 'on_cv']) }))
  .mutation(async ({ ctx, input: { participantId, skill } }) => {
    const { structureId } = found(await lockParticipant(ctx.tx, participantId), 'participant.not_found');
    const onCvs = (await listLiveContents(ctx.tx, participantId, null)).flatMap((content) =>
      readContent(content).skills.map((one) => one.skill),
    );
    const left = settle(remove(skill, await listSkillsOf(ctx.tx, participantId), onCvs));
    await (left === 'gone' ? removeInBase : leaveToCv)(ctx.tx, participantId, skill);
    await recordAudit(ctx, { action: 'participant.removeSkill', subjectKind: 'participant', subjectId: participantId });
    await emit(ctx.tx, { type: 'participant.changed', structureId, subjectId: participantId });
    return { left };
  });

import { saveChoices } from '@jonction/db/crisis/queries';
import { settleChoice } from '@jonction/domain/crisis/plan';
import { crisisMeasures } from '@jonction/domain/crisis/regime';
import { daySchema } from '@jonction/domain/shared/field-schema';
import { z } from 'zod';
import { recordAudit } from '../audit/record.ts';
import { found, settle } from '../refuse.ts';
import { speaker } from '../speaker.ts';
import { procedure } from '../trpc.ts';
import { requireAct } from './require-act.ts';
import { weighCrisis } from './weigh.ts';

/**
 * Keeps what is chosen for single contracts otherwise than for all: a measure taken or left, another end. For the lead, before it is in
 * force. Refusals: a contract that it does not look at, a measure that the text does not open to it, an end beyond what it allows.
 */
export const choose = procedure('crisis.choose')
  .input(
    z.object({
      crisisId: z.uuid(),
      choices: z
        .array(
          z.object({
            contractId: z.uuid(),
            measure: z.enum(crisisMeasures),
            chosen: z.boolean(),
            endsOn: daySchema.nullable(),
          }),
        )
        .max(1_000),
    }),
  )
  .output(z.object({ kept: z.number() }))
  .mutation(async ({ ctx, input: { crisisId, choices } }) => {
    const row = await requireAct(ctx.tx, crisisId, 'write');
    const weighed = new Map((await weighCrisis(ctx, row)).map((one) => [one.contract.id, one]));
    const settled = choices.map(({ contractId, ...choice }) => {
      const { verdicts } = found(weighed.get(contractId), 'contract.not_found');
      return { contractId, ...settle(settleChoice(verdicts, choice), `${contractId}.${choice.measure}`) };
    });
    const { userId } = speaker(ctx);
    await saveChoices(ctx.tx, { crisisId, structureId: row.structureId, userId }, settled);
    await recordAudit(ctx, {
      action: 'crisis.choose',
      subjectKind: 'crisis',
      subjectId: crisisId,
      facts: { choices: settled.length },
    });
    return { kept: settled.length };
  });

import { contractsInOrder, exportedContracts } from '@jonction/db/report/export/contracts';
import { contractListSchema } from '@jonction/domain/contract/contract';
import { contractWords } from '@jonction/domain/contract/words';
import { structureOf } from '../../speaker.ts';
import { type SourceOf, writer } from './source.ts';

/** The contracts of the team, or of the register, with the filters of their list. With the column of lots, a row for each lot. */
export const contractSource: SourceOf = async (ctx, { question, keys, locale }) => {
  const structureId = structureOf(ctx);
  const { word } = writer(locale);
  return {
    ids: contractsInOrder({ ...contractListSchema.parse(question), structureId, today: ctx.today }),
    cellsOf: async (tx, ids) => {
      const rows = await exportedContracts(tx, ids, { structureId, byLot: keys.has('lot') });
      return rows.map(({ social, status, ...row }) => ({
        ...row,
        amount: row.amountCents,
        contractStatus: word(contractWords, 'contract.status.', status),
        saidBy: word(contractWords, 'contract.event_source.', row.saidBy),
        social: social === null ? null : social.join(' ; '),
      }));
    },
  };
};

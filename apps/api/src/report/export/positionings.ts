import { positioningsInOrder } from '@jonction/db/positioning/queries';
import { exportedPositionings } from '@jonction/db/report/export/positionings';
import { reasonWords } from '@jonction/domain/positioning/reason-words';
import { positioningWords } from '@jonction/domain/positioning/words';
import { positioningQuestionSchema } from '../../positioning/list.ts';
import { type SourceOf, writer } from './source.ts';

/** The CVs put forward, with the filters of their list. */
export const positioningSource: SourceOf = async (ctx, { question, locale }) => {
  const { text, page: _, pageSize: __, ...filter } = positioningQuestionSchema.parse(question);
  const { word } = writer(locale);
  return {
    ids: positioningsInOrder(ctx.tx, { ...filter, ...(text ? { text } : {}) }),
    cellsOf: async (tx, ids) =>
      (await exportedPositionings(tx, ids)).map(({ status, refusalReason, closeReason, ...row }) => ({
        ...row,
        positioningStatus: word(positioningWords, 'positioning.status.', status),
        refusal: word(reasonWords, 'positioning.reason.', refusalReason),
        closing: word(reasonWords, 'positioning.reason.', closeReason),
      })),
  };
};

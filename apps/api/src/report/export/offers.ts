import { offersInOrder } from '@jonction/db/offer/queries';
import { exportedOffers } from '@jonction/db/report/export/offers';
import { offerWords } from '@jonction/domain/offer/words';
import { offerFilterOf, offerQuestionSchema } from '../../offer/list.ts';
import { type SourceOf, writer } from './source.ts';

/** The offers with the filters of their list. */
export const offerSource: SourceOf = async (ctx, { question, locale }) => {
  const { word } = writer(locale);
  return {
    ids: offersInOrder(ctx.tx, offerFilterOf(offerQuestionSchema.parse(question))),
    cellsOf: async (tx, ids) =>
      (await exportedOffers(tx, ids)).map(({ status, ...row }) => ({
        ...row,
        offerStatus: word(offerWords, 'offer.status.', status),
      })),
  };
};

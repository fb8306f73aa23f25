import type { AskedRow } from '@jonction/db/census/rows';
import { answersFor, buyerAnswers } from '@jonction/domain/census/answer-row';
import { contractStatuses } from '@jonction/domain/contract/lifecycle';
import { contractEventSources } from '@jonction/domain/contract/said';
import { z } from 'zod';

const status = z.enum(contractStatuses);
const day = z.string().nullable();

/** One contract asked about, as whoever answers for it sees it. */
export const askedRowShape = z.object({
  campaignId: z.string(),
  contractId: z.string(),
  reference: z.string(),
  object: z.string(),
  holderNames: z.array(z.string()),
  directorateName: z.string().nullable(),
  status,
  since: day,
  endsOn: day,
  saidOn: day,
  before: z.object({ status, endsOn: day, on: z.string() }).nullable(),
  answer: z
    .object({
      answer: z.enum(buyerAnswers),
      on: day,
      endsOn: day,
      until: day,
      legalBasis: z.string().nullable(),
      note: z.string().nullable(),
      source: z.enum(contractEventSources),
      recordedOn: z.string(),
    })
    .nullable(),
  /** What fits it today, "no change" first. */
  fitting: z.array(z.enum(buyerAnswers)),
});

/** An answer may be given again: what fits is then what fitted before it. */
export function shownRow({ askedStatus, ...row }: AskedRow) {
  return { ...row, fitting: answersFor(row.answer === null ? row.status : askedStatus) };
}

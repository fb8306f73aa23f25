import { linesInOrder, readLines } from '@jonction/db/hours/queries';
import { hoursWords } from '@jonction/domain/hours/words';
import { listExportWords } from '@jonction/domain/report/export-words';
import { type Day, parisDayOf } from '@jonction/domain/shared/day';
import { knownAtOf } from '../../hours/known-at.ts';
import { lineFilterOf, lineQuestionSchema } from '../../hours/list-lines.ts';
import { type SourceOf, writer } from './source.ts';

/** The lines of hours with the filters of their list, as known on the day it asks for. */
export const hourSource: SourceOf = async (_ctx, { question, locale }) => {
  const { knownOn, page: _, pageSize: __, ...asked } = lineQuestionSchema.parse(question);
  const { knownAt } = knownAtOf(knownOn);
  const { say, word, words } = writer(locale);
  return {
    ids: linesInOrder({ ...lineFilterOf(asked), ...(knownAt ? { knownAt } : {}) }),
    cellsOf: async (tx, ids) =>
      (await readLines(tx, ids, knownAt)).map(({ lateSince, ...line }) => ({
        contract: String(line.contractNumber),
        object: line.contractObject,
        lot: line.lotNumber,
        hire: `E-${line.placementNumber}`,
        worker: line.workerName,
        employer: line.employerName,
        month: monthOf(line.from, line.to),
        from: line.from,
        to: line.to,
        hourKind: word(hoursWords, 'hours.kind.', line.kind),
        declared: line.centihours,
        payer: word(hoursWords, 'hours.payer.', line.payer),
        evidence: words(hoursWords, 'hours.evidence.', line.evidence),
        validated: line.validated,
        toDecide: line.pending - line.waiting,
        waiting: line.waiting,
        rejected: line.rejected,
        receivedOn: line.receivedOn,
        late:
          lateSince === null
            ? null
            : say(listExportWords, 'report.export.lateSince', { day: parisDayOf(new Date(lateSince)) }),
      })),
  };
};

/** `04/2020`; a line over two months is of none. */
function monthOf(from: Day, to: Day): string | null {
  const month = from.slice(0, 7);
  return to.startsWith(month) ? month.split('-').reverse().join('/') : null;
}

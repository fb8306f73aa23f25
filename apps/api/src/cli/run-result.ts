import type { Database } from '@jonction/db/client';
import { countOutcomes, listRunRows } from '@jonction/db/import/queries';
import { rowProblemSchema } from '@jonction/domain/participant/import';
import { z } from 'zod';
import { towardsSentence } from '../census/towards-sentence.ts';

/** What a list that came in by command tells: counts, and each refused row with its reason. */
export async function runResult(database: Database, runId: string, file: string) {
  return database.as({ kind: 'system' }, async (tx) => {
    const counts = await countOutcomes(tx, runId);
    const sum = (outcome: string) =>
      counts.filter((row) => row.outcome === outcome).reduce((all, { rows }) => all + rows, 0);
    const { rows } = await listRunRows(tx, runId, { onlyProblems: true, limit: 1_000_000, offset: 0 });
    const rejected = rows
      .filter(({ outcome }) => outcome === 'rejected')
      .map(({ record, problems }) => {
        const wrong = z.array(rowProblemSchema).parse(problems);
        const reason = wrong.map(({ code, facts }) => towardsSentence({ code, facts }, 'fr')).join(' ');
        return { file, record, field: wrong[0]?.field ?? '', reason };
      });
    const read = counts.reduce((all, row) => all + row.rows, 0);
    return { read, created: sum('created'), updated: sum('updated'), unchanged: sum('unchanged'), rejected };
  });
}

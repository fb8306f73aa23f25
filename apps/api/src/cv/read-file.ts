import { listOwnWords } from '@jonction/db/bank/words';
import type { Tx } from '@jonction/db/client';
import { findFile } from '@jonction/db/file/queries';
import { type CvReader, createCvReader } from '@jonction/documents/cv/read-in-worker';
import type { CvReading } from '@jonction/domain/cv/reading';
import type { Context } from '../context.ts';
import { occupationTable } from '../reference/occupations.ts';
import { found, Refuse } from '../refuse.ts';
import { structureOf } from '../speaker.ts';

const rememberedReadings = 50;

/** The thread that reads, made again when another table of occupations was loaded. */
let reader: { version: string; reader: CvReader } | null = null;
/** Last readings by content and table: a form asks for the same file when it is shown and when it is sent. */
const readings = new Map<string, CvReading>();

/** What a file that was uploaded as a CV proposes. Refused in words: what cannot be read, and why. */
export async function readCvFile(ctx: Context & { tx: Tx }, fileId: string): Promise<CvReading> {
  const file = found(await findFile(ctx.tx, fileId, 'cv'), 'file.not_found');
  const table = await occupationTable(ctx.tx);
  const own = await listOwnWords(ctx.tx, structureOf(ctx));
  const key = `${file.sha256} ${table.version} ${ctx.today} ${JSON.stringify(own)}`;
  const known = readings.get(key);
  if (known) return known;
  if (reader?.version !== table.version) {
    const before = reader?.reader;
    reader = {
      version: table.version,
      reader: createCvReader({
        reference: {
          occupations: table.occupations.map(({ code, label, titles, newTitles = [] }) => ({
            code,
            label,
            titles,
            newTitles,
          })),
          skills: table.skills,
        },
      }),
    };
    if (before) await before.close();
  }
  const answer = await reader.reader.read(new Uint8Array(await ctx.files.read(file.sha256)), own);
  if ('error' in answer) throw new Refuse(answer.code, answer.facts, 'file');
  readings.set(key, answer);
  const [oldest] = readings.keys();
  if (readings.size > rememberedReadings && oldest !== undefined) readings.delete(oldest);
  return answer;
}

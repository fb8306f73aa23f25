import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';

const fileSchema = z.object({
  suite: z.string(),
  cases: z.array(z.object({ id: z.string(), title: z.string(), given: z.unknown(), expect: z.unknown() })),
});

export type WorkedCase = z.infer<typeof fileSchema>['cases'][number] & { file: string };

const ownFolder = new URL('./own', import.meta.url).pathname;

/** The worked cases of a suite: our own always, and those of the folder that `CASES_DIR` names when it is set. */
export function casesOf(suite: string): WorkedCase[] {
  const folders = [ownFolder, ...(process.env.CASES_DIR ? [process.env.CASES_DIR] : [])];
  if (folders.length === 1) console.info(`CASES_DIR is not set: only our own cases of ${suite} are run`);
  return folders.flatMap((folder) =>
    readdirSync(folder)
      .filter((name) => name.endsWith('.json'))
      .sort()
      .flatMap((name) => {
        const file = fileSchema.parse(JSON.parse(readFileSync(join(folder, name), 'utf8')));
        return file.suite === suite ? file.cases.map((one) => ({ ...one, file: name })) : [];
      }),
  );
}

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

export interface WorkedCase<Given, Expected> {
  id: string;
  title: string;
  given: Given;
  expect: Expected;
  file: string;
}

const ownFolder = new URL('./own', import.meta.url).pathname;

/** The worked cases of a suite: our own always, and those of the folder that `CASES_DIR` names when it is set. */
export function casesOf<Given, Expected>(suite: string): WorkedCase<Given, Expected>[] {
  const folders = [ownFolder, ...(process.env.CASES_DIR ? [process.env.CASES_DIR] : [])];
  if (folders.length === 1) console.info(`CASES_DIR is not set: only our own cases of ${suite} are run`);
  return folders.flatMap((folder) =>
    readdirSync(folder)
      .filter((name) => name.endsWith('.json'))
      .sort()
      .flatMap((name) => {
        const file: { suite: string; cases: WorkedCase<Given, Expected>[] } = JSON.parse(
          readFileSync(join(folder, name), 'utf8'),
        );
        return file.suite === suite ? file.cases.map((one) => ({ ...one, file: name })) : [];
      }),
  );
}

import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { z } from 'zod';
import { differenceBetween, type Json } from './case-difference.ts';
import { suites } from './case-suites.ts';

export interface Tally {
  passed: number;
  failed: number;
}

export interface CaseFailure {
  suite: string;
  id: string;
  difference: string;
}

/** What `jonction vectors DIR --json` prints. */
export interface VectorsResult extends Tally {
  suites: Record<string, Tally>;
  failures: CaseFailure[];
}

/**
 * Runs every worked case of a folder (`*.json`: `{suite, cases: [{id, op?, given, expect}]}`) through the product's
 * own rules. What cannot be read, or asks for an unknown suite or operation, is a failure with its reason: one bad
 * case hides no other.
 */
export async function runVectors(dir: string): Promise<VectorsResult> {
  const run: Run = { tallies: new Map(), failures: [] };
  const names = (await readdir(dir)).filter((name) => name.endsWith('.json')).sort();
  for (const name of names) runFile(name, await readFile(path.join(dir, name), 'utf8'), run);
  const tallies = [...run.tallies.values()];
  return {
    passed: tallies.reduce((sum, { passed }) => sum + passed, 0),
    failed: run.failures.length,
    suites: Object.fromEntries(run.tallies),
    failures: run.failures,
  };
}

interface Run {
  tallies: Map<string, Tally>;
  failures: CaseFailure[];
}

const fileSchema = z.object({ suite: z.string(), cases: z.array(z.unknown()) });
const caseSchema = z.object({
  id: z.union([z.string(), z.number()]).transform(String),
  op: z.string().nullish(),
  given: z.unknown(),
  expect: z.json(),
});

function runFile(name: string, text: string, run: Run): void {
  let file: z.infer<typeof fileSchema>;
  try {
    file = fileSchema.parse(JSON.parse(text.replace(/^\uFEFF/, '')));
  } catch (error) {
    record(run, { suite: name, id: name, difference: `unreadable file: ${reasonOf(error)}` });
    return;
  }
  file.cases.forEach((entry, index) => {
    const parsed = caseSchema.safeParse(entry);
    const id = parsed.success ? parsed.data.id : `${name}[${index}]`;
    const difference = parsed.success
      ? differenceOf(file.suite, parsed.data)
      : `malformed case: ${z.prettifyError(parsed.error)}`;
    record(run, { suite: file.suite, id, difference });
  });
}

function differenceOf(suite: string, { op, given, expect }: z.infer<typeof caseSchema>): string | null {
  const operations = Object.hasOwn(suites, suite) ? suites[suite] : undefined;
  if (!operations) return `unknown suite: ${suite}`;
  // A suite of one operation needs no `op`, and ignores one that is given.
  const answer = operations[''] ?? (Object.hasOwn(operations, op ?? '') ? operations[op ?? ''] : undefined);
  if (!answer) return `unknown operation: ${op ?? 'none given'}`;
  try {
    return differenceBetween(expect as Json, JSON.parse(JSON.stringify(answer(given))) as Json);
  } catch (error) {
    return `no answer: ${reasonOf(error)}`;
  }
}

function record(run: Run, { suite, id, difference }: { suite: string; id: string; difference: string | null }): void {
  const tally = run.tallies.get(suite) ?? { passed: 0, failed: 0 };
  run.tallies.set(suite, tally);
  if (difference === null) {
    tally.passed += 1;
    return;
  }
  tally.failed += 1;
  run.failures.push({ suite, id, difference });
}

function reasonOf(error: unknown): string {
  if (error instanceof z.ZodError) return z.prettifyError(error);
  return error instanceof Error ? error.message : String(error);
}

import { z } from 'zod';
import { secretNumbersIn } from './secret-number.ts';

/**
 * Words that somebody types and that others read or keep for years: refused at their field where they hold a social security number
 * or bank details. `missing`: what is said of an empty field; `tooLong`: of one that holds more than `most` signs.
 */
export function safeText(
  missing: string,
  { least = 1, most = 2000, tooLong }: { least?: number; most?: number; tooLong?: string } = {},
) {
  const long = tooLong === undefined ? {} : { error: tooLong };
  return z.string().trim().min(least, { error: missing }).max(most, long).superRefine(refuseSecrets);
}

/** The same for a field that may stay empty. */
export function optionalSafeText(most = 1000) {
  return z
    .string()
    .trim()
    .max(most)
    .superRefine(refuseSecrets)
    .nullish()
    .transform((text) => text || null);
}

/** For a text that has rules of its own: the refinement alone. */
export function refuseSecrets(
  text: string,
  context: { addIssue(issue: { code: 'custom'; message: string; input: string }): void },
) {
  const [first] = secretNumbersIn(text);
  if (first) context.addIssue({ code: 'custom', message: `shared.holds_${first.kind}`, input: text });
}

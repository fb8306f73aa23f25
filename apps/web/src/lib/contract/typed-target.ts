import type { Target } from '@jonction/domain/contract/target';
import { text } from '#lib/server/form.ts';
import { modeOf, targetFields } from './target-fields.ts';
import { cents, decimal } from './typed.ts';

/** The target typed in the form; what is missing or no number goes as it is to the API, which refuses it at its field. */
export function typedTarget(form: FormData): Target {
  const mode = modeOf(text(form, 'mode')) ?? 'fixed';
  const values: Record<string, unknown> = { mode };
  for (const { name, as } of targetFields[mode]) {
    const key = name.slice('target.'.length);
    if (as === 'trigger') values[key] = text(form, name);
    else values[key] = as === 'whole' ? decimal(form, name) : cents(form, name);
  }
  return values as Target;
}

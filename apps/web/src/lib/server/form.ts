import { type ActionFailure, fail, type RequestEvent, redirect } from '@sveltejs/kit';
import { refusalOf } from './api.ts';
import { signInAddress } from './sign-in-address.ts';

/** What a refused form carries back to its page: the sentence, the fields to correct, and what was typed. */
export interface Refused {
  sentence: string;
  fields: Record<string, string>;
  values: Record<string, string | string[]>;
}

/** For an action: runs the use case; a refusal comes back to the form with nothing lost. */
export async function submit<Answer>(
  event: RequestEvent,
  form: FormData,
  call: () => Promise<Answer>,
): Promise<{ done: Answer } | ActionFailure<Refused>> {
  try {
    return { done: await call() };
  } catch (thrown) {
    const refusal = refusalOf(thrown);
    if (!refusal) throw thrown;
    if (refusal.code === 'access.sign_in_needed') redirect(303, signInAddress(event.url, { unsaved: true }));
    const { sentence, fields, status } = refusal;
    return fail(status, { sentence, fields, values: typed(form) });
  }
}

/** What was typed, files and passwords left out. A name that comes several times is a list. */
export function typed(form: FormData): Record<string, string | string[]> {
  const values: Record<string, string | string[]> = {};
  for (const name of new Set(form.keys())) {
    if (/password|motdepasse/i.test(name)) continue;
    const given = form.getAll(name).filter((value) => typeof value === 'string');
    values[name] = given.length > 1 ? given : (given[0] ?? '');
  }
  return values;
}

/** One text field, trimmed; '' when absent. */
export function text(form: FormData, name: string): string {
  const value = form.get(name);
  return typeof value === 'string' ? value.trim() : '';
}

/** An optional text field: null when empty. */
export function optionalText(form: FormData, name: string): string | null {
  return text(form, name) || null;
}

/** Every value of a repeated field (checkboxes), empty ones left out. */
export function texts(form: FormData, name: string): string[] {
  return form.getAll(name).filter((value): value is string => typeof value === 'string' && value !== '');
}

/** A whole number, or null when empty; NaN when it is not one, so that the schema refuses it at its field. */
export function wholeNumber(form: FormData, name: string): number | null {
  const given = text(form, name).replaceAll(/\s/g, '');
  return given === '' ? null : Number(given);
}

/** Skills written in plain words, one after the other: the key that matching compares is the words in small letters. */
export function typedSkills(words: string): { skill: string; label: string }[] {
  return words
    .split(/[,;\n]/)
    .map((label) => label.trim())
    .filter((label) => label !== '')
    .map((label) => ({ skill: label.toLocaleLowerCase('fr'), label }));
}

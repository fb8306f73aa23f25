/**
 * What a rule of the domain answers: a value, or a refusal that a person can read once `words.ts` has
 * turned its code into a sentence. A rule never throws for a refusal; only a bug throws.
 */
export type Decision<Value, Code extends string = string> = { ok: true; value: Value } | Refused<Code>;

export interface Refused<Code extends string = string> {
  ok: false;
  refusal: Refusal<Code>;
}

/** `code` is `<noun>.<reason>`; `facts` fill the sentence, and never hold what the reader may not see. */
export interface Refusal<Code extends string = string> {
  code: Code;
  facts: Record<string, string | number>;
}

export function accepted<Value>(value: Value): { ok: true; value: Value } {
  return { ok: true, value };
}

export function refused<Code extends string>(code: Code, facts: Refusal['facts'] = {}): Refused<Code> {
  return { ok: false, refusal: { code, facts } };
}

/** What was typed in a form whose sending met a finished session. Neither files nor passwords are in it. */
export interface UnsentForm {
  userId: string;
  /** The page, its parameters with it. */
  page: string;
  action: string;
  /** Among the forms of the page with the same action. */
  index: number;
  fields: readonly TypedField[];
  /** In ms since 1970. */
  at: number;
}

export interface TypedField {
  name: string;
  /** Of a box to tick, its own value. */
  value: string;
  /** Among the fields of the same name. */
  index: number;
  checked: boolean | null;
}

type Store = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;

const key = 'jonction.unsent';
// Long enough to sign in again, short enough for a computer that others use.
export const keptMs = 30 * 60_000;

export function keepUnsent(store: Store, form: UnsentForm): void {
  store.setItem(key, JSON.stringify(form));
}

export function forgetUnsent(store: Store): void {
  store.removeItem(key);
}

/** Takes what was kept out of the store: it is answered once, to the same person, on the same page, for a while. */
export function takeUnsent(
  store: Store,
  here: { userId: string | null; page: string; now: number },
): UnsentForm | null {
  const kept = read(store.getItem(key));
  forgetUnsent(store);
  if (kept === null || kept.userId !== here.userId || kept.page !== here.page) return null;
  return here.now - kept.at <= keptMs ? kept : null;
}

function read(text: string | null): UnsentForm | null {
  if (text === null) return null;
  try {
    // Nobody but us writes under this key; another version's shape lacks the fields.
    const kept = JSON.parse(text) as UnsentForm;
    return Array.isArray(kept.fields) ? kept : null;
  } catch {
    return null;
  }
}

/** Whether a field is one that a person types or ticks, and that may be kept. */
export function mayBeKept(field: { type: string; name: string; autocomplete: string }): boolean {
  if (field.name === '' || /password|motdepasse/i.test(field.name)) return false;
  if (/password|one-time-code|^cc-/.test(field.autocomplete)) return false;
  return !['file', 'password', 'hidden', 'submit', 'button', 'reset', 'image', 'fieldset', 'output'].includes(
    field.type,
  );
}

import { mayBeKept, type TypedField } from './unsent-form.ts';

type Control = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement;

/** The forms of the page that go to the same place, in their order. */
export function formsTo(action: string): HTMLFormElement[] {
  return [...document.forms].filter((form) => form.method === 'post' && actionOf(form) === action);
}

export function actionOf(form: HTMLFormElement): string {
  return form.getAttribute('action') ?? '';
}

export function typedIn(form: HTMLFormElement): TypedField[] {
  return numbered(form).map(({ control, index }) => ({
    name: control.name,
    value: control.value,
    index,
    checked: isTick(control) ? control.checked : null,
  }));
}

/** Writes what was typed back, as if it were typed again, for the page to follow. Answers how many fields changed. */
export function typeAgain(form: HTMLFormElement, fields: readonly TypedField[]): number {
  let changed = 0;
  for (const { control, index } of numbered(form)) {
    const typed = fields.find((field) => field.name === control.name && field.index === index);
    if (!typed) continue;
    if (isTick(control)) {
      if (control.value !== typed.value || control.checked === typed.checked) continue;
      control.checked = typed.checked === true;
    } else {
      if (control.value === typed.value) continue;
      control.value = typed.value;
    }
    control.dispatchEvent(new Event('input', { bubbles: true }));
    control.dispatchEvent(new Event('change', { bubbles: true }));
    changed += 1;
  }
  return changed;
}

function numbered(form: HTMLFormElement): { control: Control; index: number }[] {
  const seen = new Map<string, number>();
  return [...form.elements].flatMap((control) => {
    if (!isControl(control) || !mayBeKept(control)) return [];
    const index = seen.get(control.name) ?? 0;
    seen.set(control.name, index + 1);
    return [{ control, index }];
  });
}

function isControl(element: Element): element is Control {
  return (
    element instanceof HTMLInputElement ||
    element instanceof HTMLTextAreaElement ||
    element instanceof HTMLSelectElement
  );
}

function isTick(control: Control): control is HTMLInputElement {
  return control instanceof HTMLInputElement && (control.type === 'checkbox' || control.type === 'radio');
}

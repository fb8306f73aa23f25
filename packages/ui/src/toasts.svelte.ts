/** What was just done, said for ten seconds, with the way back when there is one. */
export interface Toast {
  id: number;
  message: string;
  tone: 'done' | 'failed';
  undo?: () => void | Promise<void>;
}

export const toastSeconds = 10;

let last = 0;
export const toasts = $state<Toast[]>([]);

/** `tell('3 CV envoyés.', { undo: () => ... })`, in the browser, after an action. For a page without JavaScript, see Notice. */
export function tell(message: string, options: { tone?: Toast['tone']; undo?: Toast['undo'] } = {}): void {
  last += 1;
  toasts.push({ id: last, message, tone: options.tone ?? 'done', undo: options.undo });
  // Three at most: an older one gives way.
  if (toasts.length > 3) toasts.shift();
}

export function dismiss(id: number): void {
  const index = toasts.findIndex((toast) => toast.id === id);
  if (index >= 0) toasts.splice(index, 1);
}

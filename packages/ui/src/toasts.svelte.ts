/** What was just done, said for ten seconds, with the way back when there is one. */
export interface Toast {
  id: number;
  message: string;
  tone: 'done' | 'failed';
  undo?: () => void | Promise<void>;
}

export const toastSeconds = 10;

export const toasts = $state<Toast[]>([]);

export function dismiss(id: number): void {
  const index = toasts.findIndex((toast) => toast.id === id);
  if (index >= 0) toasts.splice(index, 1);
}

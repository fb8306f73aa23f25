import { untrack } from 'svelte';
import { type Toast, toasts } from './toasts.svelte.ts';

const shownAtMost = 3;
let last = 0;

/**
 * Says what was just done, for ten seconds, with the way back when there is one:
 * `tell('14 lignes acceptées.', { undo: () => ... })`. In the browser only; a page that came back from a form without
 * JavaScript shows a Notice instead. At most three at once: an older one gives way.
 */
export function tell(message: string, options: { tone?: Toast['tone']; undo?: Toast['undo'] } = {}): void {
  last += 1;
  // An effect that tells something does not depend on what is already told: it would run again without end.
  untrack(() => {
    toasts.push({ id: last, message, tone: options.tone ?? 'done', undo: options.undo });
    if (toasts.length > shownAtMost) toasts.shift();
  });
}

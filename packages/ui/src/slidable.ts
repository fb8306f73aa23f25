import type { Attachment } from 'svelte/attachments';

/** A box that slides must be reachable by keyboard, or what is out of sight stays so; `label` says what it holds. */
export function slidable(label: string): Attachment<HTMLElement> {
  return (box) => {
    box.tabIndex = 0;
    box.role = 'region';
    box.ariaLabel = label;
  };
}

import type { Attachment } from 'svelte/attachments';

/**
 * j and k walk down and up the rows of a list, as the facilitator's free hand expects; Enter opens, being on a link.
 * A row is any element with `data-row`; its first link or button takes the focus.
 */
export const rowKeys: Attachment<HTMLElement> = (list) => {
  function press(event: KeyboardEvent) {
    if (event.key !== 'j' && event.key !== 'k') return;
    if (event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return;
    const rows = [...list.querySelectorAll<HTMLElement>('[data-row]')];
    const here = rows.findIndex((row) => row.contains(document.activeElement));
    const next = rows[here < 0 ? 0 : here + (event.key === 'j' ? 1 : -1)];
    const target = next?.querySelector<HTMLElement>('a[href], button');
    if (target === null || target === undefined) return;
    event.preventDefault();
    target.focus();
    next?.scrollIntoView({ block: 'nearest' });
  }
  document.addEventListener('keydown', press);
  return () => document.removeEventListener('keydown', press);
};

function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    (target.isContentEditable || target.matches('textarea, select, input:not([type="checkbox"], [type="radio"])'))
  );
}

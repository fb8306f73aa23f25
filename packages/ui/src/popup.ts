import type { Attachment } from 'svelte/attachments';

const gapPx = 4;

/**
 * Makes a <details> behave as a menu: placed over everything beside its summary, closed by Escape, by a click
 * elsewhere or by leaving it, walked with the arrows. Without JavaScript it still opens and closes, in its place.
 */
export const popup: Attachment<HTMLDetailsElement> = (details) => {
  const summary = details.querySelector('summary');
  const content = details.querySelector<HTMLElement>('[data-popup]');
  if (summary === null || content === null) return;

  function place() {
    if (!details.open || summary === null || content === null) return;
    const anchor = summary.getBoundingClientRect();
    const size = content.getBoundingClientRect();
    const below = anchor.bottom + gapPx + size.height <= window.innerHeight || anchor.top < size.height;
    const left = Math.min(anchor.left, window.innerWidth - size.width - gapPx);
    content.style.position = 'fixed';
    content.style.inset = 'auto';
    content.style.top = `${below ? anchor.bottom + gapPx : anchor.top - size.height - gapPx}px`;
    content.style.left = `${Math.max(gapPx, left)}px`;
  }

  function close(giveBackFocus: boolean) {
    if (!details.open) return;
    details.open = false;
    if (giveBackFocus) summary?.focus();
  }

  function press(event: KeyboardEvent) {
    if (!details.open) return;
    if (event.key === 'Escape') {
      event.stopPropagation();
      close(true);
    }
    if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return;
    const items = [...(content?.querySelectorAll<HTMLElement>('a[href], button:not(:disabled)') ?? [])];
    if (items.length === 0) return;
    event.preventDefault();
    const here = items.indexOf(document.activeElement as HTMLElement);
    const step = event.key === 'ArrowDown' ? 1 : -1;
    items[(here < 0 && step < 0 ? 0 : here + step + items.length) % items.length]?.focus();
  }

  const outside = (event: Event) => {
    if (event.target instanceof Node && !details.contains(event.target)) close(false);
  };
  const scrolled = (event: Event) => {
    if (event.target instanceof Node && !details.contains(event.target)) place();
  };

  details.addEventListener('toggle', place);
  details.addEventListener('keydown', press);
  document.addEventListener('pointerdown', outside);
  document.addEventListener('focusin', outside);
  document.addEventListener('scroll', scrolled, true);
  window.addEventListener('resize', place);
  return () => {
    details.removeEventListener('toggle', place);
    details.removeEventListener('keydown', press);
    document.removeEventListener('pointerdown', outside);
    document.removeEventListener('focusin', outside);
    document.removeEventListener('scroll', scrolled, true);
    window.removeEventListener('resize', place);
  };
};

import type { Attachment } from 'svelte/attachments';

/** A press on the veil around a modal <dialog> closes it, as Escape does. */
export const closeOutside: Attachment<HTMLDialogElement> = (dialog) => {
  function press(event: PointerEvent) {
    // The veil belongs to the dialog: only its own box tells inside from outside.
    if (event.target === dialog) dialog.close();
  }
  dialog.addEventListener('pointerdown', press);
  return () => dialog.removeEventListener('pointerdown', press);
};

import type { PositioningStatus } from './lifecycle.ts';

/**
 * Whether a CV still waits for somebody to hand its link over: nobody opened it, and no mail carried it. A letter that
 * waits counts as leaving where a relay takes letters. Such a CV is never called sent.
 */
export function isToPass(
  { status, letter }: { status: PositioningStatus; letter: string | null },
  mailLeaves: boolean,
): boolean {
  if (status !== 'sent') return false;
  if (letter === null) return !mailLeaves;
  return !(letter === 'sent' || (letter === 'queued' && mailLeaves));
}

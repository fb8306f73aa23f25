import { type Decision, refused } from '@jonction/domain/shared/decision';
import type { SheetRefusal, Workbook } from '../sheet.ts';
import { askThread, type ThreadLimits } from '../thread.ts';

const usual: ThreadLimits = { timeoutMs: 30_000, maxMb: 512 };

/** `openSheet` in a thread of its own, for files that came from outside. What takes too much ends as a refusal. */
export async function openSheetInWorker(
  bytes: Uint8Array,
  limits: ThreadLimits = usual,
): Promise<Decision<Workbook, SheetRefusal | 'sheet.too_heavy'>> {
  const answer = await askThread<Decision<Workbook, SheetRefusal>>(
    new URL('./worker.ts', import.meta.url),
    bytes,
    limits,
  );
  if (answer === 'too_heavy') return refused('sheet.too_heavy');
  return answer === 'broken' ? refused('sheet.unreadable') : answer;
}

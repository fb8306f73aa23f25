import { secretNumbersIn } from '@jonction/domain/reference/secret-number';
import { accepted, type Decision, refused } from '@jonction/domain/shared/decision';
import { askThread, type ThreadLimits } from '../thread.ts';
import type { PaperKind } from './kind.ts';
import type { PaperReading } from './read-paper.ts';

export type PaperRefusal =
  | `upload.${'nir' | 'bank'}_in_${'page' | 'sheet' | 'text' | 'name'}`
  | 'upload.broken'
  | 'upload.protected'
  | 'upload.paper_too_long'
  | 'upload.paper_too_heavy';

const usual: ThreadLimits = { timeoutMs: 20_000, maxMb: 256 };

/**
 * Whether a paper of a declaration may be kept. Refused where a social security number or bank details are found, in its name or
 * in its words, with the page or the sheet that holds them: masking would mean writing somebody's paper anew, and a payslip that
 * we changed proves nothing. `unread`: pages without words, that the sender is asked to look at.
 */
export async function checkPaperInWorker(
  bytes: Uint8Array,
  kind: PaperKind,
  name: string,
  limits: ThreadLimits = usual,
): Promise<Decision<{ unread: boolean; pages: number }, PaperRefusal>> {
  // Signs between the parts of a file's name are those of any program.
  const [named] = secretNumbersIn(name.replaceAll('_', ' '));
  if (named) return refused(`upload.${named.kind}_in_name`);
  const question = { bytes: Uint8Array.from(bytes), kind };
  const answer = await askThread<PaperReading>(new URL('./worker.ts', import.meta.url), question, limits);
  if (answer === 'too_heavy') return refused('upload.paper_too_heavy');
  if (answer === 'broken') return refused('upload.broken');
  if (answer.kind === 'clear') return accepted({ unread: answer.unread, pages: answer.pages });
  if (answer.kind === 'too_long') return refused('upload.paper_too_long');
  if (answer.kind !== 'secret') return refused(`upload.${answer.kind}`);
  const { secret, where } = answer;
  if (kind === 'pdf') return refused(`upload.${secret}_in_page`, { page: Number(where) });
  return kind === 'xlsx' ? refused(`upload.${secret}_in_sheet`, { value: where }) : refused(`upload.${secret}_in_text`);
}

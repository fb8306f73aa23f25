import { CommandRefused, type Exit } from './context.ts';
import { runVectors } from './vectors.ts';

/** `vectors DIR`: needs no base, so it takes its arguments alone. */
export async function vectorsCommand(
  _context: unknown,
  args: string[],
): Promise<{ exit: Exit; result: Record<string, unknown>; words: string }> {
  const [dir] = args;
  if (!dir) throw new CommandRefused('Donnez le dossier des cas : jonction vectors DOSSIER.');
  const result = await runVectors(dir);
  const lines = result.failures.map(({ suite, id, difference }) => `${suite} ${id} : ${difference}`);
  return {
    exit: result.failed === 0 ? 0 : result.passed === 0 ? 2 : 1,
    result: { ...result },
    words: [...lines, `${result.passed} passed, ${result.failed} failed`].join('\n'),
  };
}

import { createHash } from 'node:crypto';

/** The hash of a seal: the one before it, then each line as the base writes it, in order. */
export function sealHash(previousHash: string, lines: readonly string[]): string {
  const hash = createHash('sha256').update(previousHash);
  for (const line of lines) hash.update('\n').update(line);
  return hash.digest('hex');
}

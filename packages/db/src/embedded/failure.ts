/** Why an embedded server could not start. `message` is a French sentence for the person who runs the program. */
export class EmbeddedFailure extends Error {
  override readonly name = 'EmbeddedFailure';
}

/** The `code` of a system error (`EACCES`, `ENOENT`...), or null when it is something else. */
export function systemCode(error: unknown): string | null {
  if (error instanceof Error && 'code' in error && typeof error.code === 'string') return error.code;
  return null;
}

import type { Database } from '@jonction/db/client';
import type { Services } from '../context.ts';

/** What a command works with: the operator's tool speaks as the system, for a structure and perhaps a person. */
export interface CommandContext {
  /** The owner's login: policies let the operator through. */
  database: Database;
  services: Services;
  /** `--structure`, or the only one; null while the base has none. */
  structureId: string | null;
  /** `--as EMAIL`. */
  userId: string | null;
  /** Progress, on stderr. */
  progress(line: string): void;
}

/** 0: all done; 1: done in part, see the result; 2: not done. */
export type Exit = 0 | 1 | 2;

export interface CommandResult {
  exit: Exit;
  /** Printed whole by `--json`. */
  result: Record<string, unknown>;
  /** What a person reads instead; the result itself when absent. */
  words?: string;
}

export type Command = (context: CommandContext, args: string[]) => Promise<CommandResult>;

/** A command that cannot be carried out, in a French sentence. Ends with exit 2. */
export class CommandRefused extends Error {}

/** The value of `--name VALUE`, taken out of the arguments. */
export function takeOption(args: string[], name: string): string | null {
  const at = args.indexOf(name);
  if (at === -1) return null;
  const [, value] = args.splice(at, 2);
  if (value === undefined || value.startsWith('--')) throw new CommandRefused(`${name} attend une valeur.`);
  return value;
}

/** The structure for an import: the chosen one, else a first one made for it. */
export async function structureFor(context: CommandContext): Promise<string> {
  if (context.structureId) return context.structureId;
  const { client } = context.database;
  const [many] = await client<
    { count: number }[]
  >`select count(*)::int as count from organisation where kind = 'structure'`;
  if ((many?.count ?? 0) > 0) throw new CommandRefused('Plusieurs structures existent : précisez --structure SLUG.');
  const [made] = await client<{ id: string }[]>`
    insert into organisation (kind, name, slug) values ('structure', 'Ma structure', 'ma-structure') returning id`;
  if (!made) throw new CommandRefused("La structure n'a pas pu être créée.");
  context.structureId = made.id;
  return made.id;
}

import { EmbeddedFailure } from '@jonction/db/embedded/failure';
import { readEnv } from '../env.ts';
import { type CommandRow, commands } from './commands.ts';
import { CommandRefused, type CommandResult, takeOption } from './context.ts';
import { openBase } from './open-base.ts';
import { helpOf, refuseUnknownOptions } from './options.ts';

/** The `jonction` command: progress on stderr, the result on stdout; `--json` prints exactly one object. */
async function main(args: string[]): Promise<number> {
  const json = takeFlag(args, '--json');
  const help = takeFlag(args, '--help') || takeFlag(args, '-h');
  const row = commands.find(({ name }) => name === args.slice(0, name.split(' ').length).join(' '));
  if (help) {
    process.stdout.write(`${helpOf(row ? [row] : commands)}\n`);
    return 0;
  }
  try {
    if (!row) throw new CommandRefused(helpOf(commands));
    refuseUnknownOptions(row, args.slice(row.name.split(' ').length));
    const { exit, result, words } = await run(row, args.slice(row.name.split(' ').length));
    process.stdout.write(`${json ? JSON.stringify(result) : (words ?? readable(result))}\n`);
    return exit;
  } catch (error) {
    if (!(error instanceof CommandRefused) && !(error instanceof EmbeddedFailure)) throw error;
    process.stderr.write(`${error.message}\n`);
    if (json) process.stdout.write(`${JSON.stringify({ error: error.message })}\n`);
    return 2;
  }
}

async function run(row: CommandRow, args: string[]): Promise<CommandResult> {
  const structure = takeOption(args, '--structure');
  const as = takeOption(args, '--as');
  const command = await row.load();
  if (row.needs === 'nothing') return command(withoutBase, args);
  const { context, close } = await openBase(readEnv(), { structure, as, search: row.needs === 'search' });
  try {
    return await command(context, args);
  } finally {
    await close();
  }
}

/** Commands that need no base are never handed one: reading it would be a bug, and says so. */
const withoutBase = new Proxy({} as Parameters<Awaited<ReturnType<CommandRow['load']>>>[0], {
  get: () => {
    throw new Error('this command has no base');
  },
});

function takeFlag(args: string[], flag: string): boolean {
  const at = args.indexOf(flag);
  if (at !== -1) args.splice(at, 1);
  return at !== -1;
}

function readable(result: Record<string, unknown>): string {
  return Object.entries(result)
    .map(([key, value]) => `${key} : ${typeof value === 'object' ? JSON.stringify(value) : String(value)}`)
    .join('\n');
}

process.exitCode = await main(process.argv.slice(2));

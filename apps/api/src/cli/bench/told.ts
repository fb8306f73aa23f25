import { cpus, totalmem } from 'node:os';
import type { Exit } from '../context.ts';
import type { Figure } from './figure.ts';

/** On what a bench was run. */
export function machine(): { cpu: string; cores: number; memoryGib: number; node: string } {
  return {
    cpu: cpus()[0]?.model ?? '',
    cores: cpus().length,
    memoryGib: Math.round(totalmem() / 2 ** 30),
    node: process.version,
  };
}

/** Done in part where a goal is missed. */
export function exitOf(figures: readonly Figure[]): Exit {
  return figures.some(({ ok }) => ok === false) ? 1 : 0;
}

/** A line a figure, its goal and whether it is reached at the end. */
export function linesOf(figures: readonly Figure[], width: number): string[] {
  return figures.map(({ id, value, unit, goal, ok }) =>
    [id.padEnd(28), String(value).padStart(width), unit, goal === null ? '' : `   ${goal} ${ok ? '✓' : '✗'}`]
      .join(' ')
      .trimEnd(),
  );
}

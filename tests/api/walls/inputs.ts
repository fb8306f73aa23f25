import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { World } from './world.ts';

/** What each procedure is called with, on the rows of one structure. */
export type Inputs = Readonly<Record<string, (world: World) => unknown>>;

const folder = fileURLToPath(new URL('./inputs/', import.meta.url));

/** The inputs of every noun: one file each, one export each. */
export async function readInputs(): Promise<Inputs> {
  const all: Record<string, (world: World) => unknown> = {};
  for (const name of readdirSync(folder)) {
    const exported: Record<string, Inputs> = await import(`./inputs/${name.replace(/\.ts$/, '')}.ts`);
    for (const inputs of Object.values(exported)) Object.assign(all, inputs);
  }
  return all;
}

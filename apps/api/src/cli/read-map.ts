import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import { CommandRefused } from './context.ts';

const mappingShape = z.record(z.string(), z.string());

/** The file of `--map`: header of the sheet -> field. */
export async function readMap(file: string): Promise<Record<string, string>> {
  try {
    return mappingShape.parse(JSON.parse(await readFile(file, 'utf8')));
  } catch {
    throw new CommandRefused(`${file} n'est pas une correspondance : {"en-tête du fichier": "champ"}.`);
  }
}

import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { accepted, type Decision, refused } from '@jonction/domain/shared/decision';
import { openBytes } from './bytes.ts';
import { readFlatYaml } from './flat-yaml.ts';

/** A code of the common procurement vocabulary (Regulation (EC) 213/2008), without its check digit. */
export interface CpvRecord {
  /** Eight digits. */
  code: string;
  /** In French where the folder says it, else in English. */
  label: string;
  /** 2: the version of 2008, in force. 1: a code that only the version before it knew; old contracts carry it. */
  version: 1 | 2;
  parent: string | null;
}

export type CpvRefusal = 'cpv.no_codes' | 'cpv.no_labels' | 'cpv.unreadable';

interface Written {
  code: string;
  parent: string | null;
  version: 1 | 2;
  name: string;
}

/**
 * Opens a folder that holds the codes (`cpvCodes*.json`, gzip or not; both versions in one list, labels in English) and their French
 * labels (`*.fr*.yaml`, keyed by the English text). A number that both versions have is said as the version in force says it. In the
 * order of the codes. Refused: a folder without one of the two files, or a list that is no list.
 */
export async function openCpv(folder: string): Promise<Decision<CpvRecord[], CpvRefusal>> {
  const names = (await readdir(folder).catch(() => [])).sort();
  const codes = names.find((name) => /^cpv.*\.json(\.gz)?$/i.test(name));
  const labels = names.find((name) => /^cpv.*[._-]fr.*\.ya?ml(\.gz)?$/i.test(name));
  if (codes === undefined) return refused('cpv.no_codes', { folder });
  if (labels === undefined) return refused('cpv.no_labels', { folder });
  const written = writtenIn(await textOf(join(folder, codes)));
  if (written === null) return refused('cpv.unreadable', { file: codes });
  const french = readFlatYaml(await textOf(join(folder, labels)));
  const kept = new Map<string, CpvRecord>();
  for (const { code, parent, version, name } of written) {
    const number = code.slice(0, 8);
    if ((kept.get(number)?.version ?? 0) >= version) continue;
    kept.set(number, { code: number, label: french.get(name) ?? name, version, parent: parent?.slice(0, 8) ?? null });
  }
  return accepted([...kept.values()].sort((one, other) => (one.code < other.code ? -1 : 1)));
}

async function textOf(file: string): Promise<string> {
  const { chunks } = await openBytes(file);
  return Buffer.concat(await Array.fromAsync(chunks)).toString('utf8');
}

function writtenIn(text: string): Written[] | null {
  try {
    const list: unknown = JSON.parse(text);
    return Array.isArray(list) ? list.filter(isWritten) : null;
  } catch {
    return null;
  }
}

function isWritten(one: unknown): one is Written {
  if (typeof one !== 'object' || one === null) return false;
  const { code, name, version, parent } = one as Record<string, unknown>;
  const coded = (value: unknown) => typeof value === 'string' && /^\d{8}(-\d)?$/.test(value);
  return (
    coded(code) && typeof name === 'string' && (version === 1 || version === 2) && (parent === null || coded(parent))
  );
}

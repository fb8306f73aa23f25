import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { makeFolder } from '@jonction/db/embedded/make-folder';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { startProgram } from '../support/program.ts';

let place: string;
beforeEach(() => {
  place = mkdtempSync(path.join(tmpdir(), 'jonction-folder-'));
});
afterEach(() => rmSync(place, { recursive: true, force: true }));

describe('making a folder', () => {
  it('makes every level with the mode asked, and is content with one that is there', () => {
    const folder = path.join(place, 'a', 'b', 'c');
    makeFolder(folder, { mode: 0o700 });
    makeFolder(folder, { mode: 0o711 });
    for (const level of ['a', 'a/b', 'a/b/c']) expect(statSync(path.join(place, level)).mode & 0o777).toBe(0o700);
  });

  it('refuses a file in the way', () => {
    writeFileSync(path.join(place, 'file'), '');
    expect(() => makeFolder(path.join(place, 'file'))).toThrow('EEXIST');
    expect(() => makeFolder(path.join(place, 'file', 'under'))).toThrow('ENOTDIR');
  });

  it.skipIf(process.platform !== 'linux')('returns where nothing can be made', () => {
    expect(() => makeFolder('/proc/jonction')).toThrow('ENOENT');
    expect(() => makeFolder('/proc/jonction/under/it')).toThrow('ENOENT');
  });
});

describe.skipIf(process.platform !== 'linux')('a start whose data folder cannot be made', () => {
  it.each(['/proc/jonction', '/proc/jonction/under', '/dev/null/data'])(
    'refuses %s at once, in words',
    async (dataDir) => {
      const program = startProgram(dataDir, { PORT: '0', PAGES_URL: '' });
      const late = setTimeout(() => program.child.kill('SIGKILL'), 20_000);
      expect(await program.ended).toBe(1);
      clearTimeout(late);
      expect(program.complaint()).toMatch(
        new RegExp(
          `^Impossible de créer le dossier des données ${dataDir} \\(\\w+\\)\\. Donnez-en un autre par DATA_DIR\\.$`,
          'm',
        ),
      );
    },
    30_000,
  );
});

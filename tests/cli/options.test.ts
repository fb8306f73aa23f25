import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { commands } from '@jonction/api/cli/commands';
import { commonOptions, helpOf, refuseUnknownOptions } from '@jonction/api/cli/options';
import { describe, expect, it } from 'vitest';

const program = fileURLToPath(new URL('../../apps/api/jonction.mjs', import.meta.url));
const run = (...args: string[]) =>
  spawnSync(process.execPath, [program, ...args], {
    encoding: 'utf8',
    env: { PATH: process.env.PATH, DATA_DIR: '/dev/null' },
  });

describe('the options of a command', () => {
  it.each(commands)('are those of its usage and the common ones: $name', (row) => {
    const own = row.usage.match(/--[a-z-]+/g) ?? [];
    for (const option of own) expect(() => refuseUnknownOptions(row, [option, 'valeur'])).not.toThrow();
    expect(() => refuseUnknownOptions(row, ['--structure', 'val', '--as', 'a@b.test', 'fichier.json'])).not.toThrow();
    expect(() => refuseUnknownOptions(row, ['fichier.json', '--mapp', 'x'])).toThrow('--mapp');
    expect(() => refuseUnknownOptions(row, ['-n'])).toThrow('-n');
  });

  it('may hold a value that begins with a dash', () => {
    const row = { name: 'user create', usage: 'user create --name NOM' };
    expect(() => refuseUnknownOptions(row, ['--name', '-Jean'])).not.toThrow();
  });

  it('refuse an unknown one with exit 2, naming it, before any base is opened', () => {
    const { status, stderr, stdout } = run('import', 'decp', 'a.json', '--dry-run', '--json');
    expect(status).toBe(2);
    expect(stderr).toContain('Option inconnue : --dry-run.');
    expect(JSON.parse(stdout)).toEqual({ error: expect.stringContaining('--dry-run') });
  });

  it('are told by --help, exit 0, with the common ones', () => {
    const all = run('--help');
    expect(all.status).toBe(0);
    for (const { name } of commonOptions) expect(all.stdout).toContain(name);
    for (const { usage } of commands) expect(all.stdout).toContain(usage);
    const one = run('import', 'hours', '--help');
    expect(one.stdout).toContain('--map');
    expect(one.stdout).not.toContain('search rebuild');
    expect(helpOf(commands)).toBe(all.stdout.trimEnd());
  });
});

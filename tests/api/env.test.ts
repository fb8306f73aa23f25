import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { parseEnv } from '../../apps/api/src/env.ts';
import { readSecret } from '../../apps/api/src/secret.ts';

const outside = {
  DATABASE_URL: 'postgres://owner:a@base.exemple.fr/jonction',
  DATABASE_APP_URL: 'postgres://app:b@base.exemple.fr/jonction',
  SECRET: 's'.repeat(48),
};

describe('the settings', () => {
  it('need nothing: the embedded base, its demo world, and the first free port', () => {
    const { env } = accept({});
    expect(env).toMatchObject({ role: 'all', port: null, database: null, meilisearch: 'embedded', secret: null });
    expect(env).toMatchObject({ demo: 'small', trustProxy: false, smtpUrl: null, publicUrl: null });
    expect(path.basename(env.dataDir)).toBe('.data');
  });

  it('read an empty or blank value as not given', () => {
    expect(accept({ PORT: '', DATA_DIR: '  ', MEILI_URL: '', SECRET: '' })).toEqual(accept({}));
  });

  it('turn the text index off, or point at one', () => {
    expect(accept({ MEILI_URL: 'off' }).env.meilisearch).toBe('off');
    const pointed = accept({ MEILI_URL: 'http://index:7700/', MEILI_KEY: 'clé' });
    expect(pointed.env.meilisearch).toEqual({ url: 'http://index:7700', key: 'clé' });
  });

  it('put no demo account into an outside base unless asked', () => {
    expect(accept(outside).env.demo).toBe('off');
    expect(accept({ ...outside, DEMO: 'paris-2020' }).env.demo).toBe('paris-2020');
  });

  it.each([
    ['PORT', 'abc', 'numéro de port'],
    ['PORT', '70000', '65535'],
    ['ROLE', 'chef', 'all, api, worker, web'],
    ['DEMO', 'grand', 'off, small, paris-2020, crowd'],
    ['LOG_LEVEL', 'fort', 'trace, debug'],
    ['MEILI_URL', 'index:7700', 'http://serveur:7700'],
    ['SMTP_URL', 'http://relais', 'smtp://'],
    ['MAIL_FROM', 'personne', 'clauses@exemple.fr'],
    ['PUBLIC_URL', 'https://exemple.fr/jonction', 'sans chemin'],
    ['PUBLIC_URL', 'exemple.fr', 'https://'],
    ['SECRET', 'court', '32 caractères'],
    ['TRUST_PROXY', 'parfois', '1, true'],
    ['DATABASE_URL', 'mysql://base/x', 'postgres://'],
  ])('refuse %s=%s and say why', (name, value, reason) => {
    const sentence = refuse({ [name]: value }).find((refusal) => refusal.startsWith(`${name} : `));
    expect(sentence).toContain(reason);
  });

  it.each(['ftp://x', 'exemple.fr', 'https://exemple.fr/jonction'])('refuse PUBLIC_URL=%s once', (value) => {
    expect(refuse({ PUBLIC_URL: value })).toHaveLength(1);
  });

  it('name every wrong one at once, and repeat no value, which may be a secret', () => {
    const refusals = refuse({ PORT: 'abc', SECRET: 'mot-de-passe', DEMO: 'x' });
    expect(refusals.map((refusal) => refusal.split(' ')[0])).toEqual(['PORT', 'SECRET', 'DEMO']);
    expect(refusals.join(' ')).not.toContain('mot-de-passe');
  });

  it('want both addresses of a base, or none', () => {
    expect(refuse({ ...outside, DATABASE_APP_URL: undefined })[0]).toMatch(/^DATABASE_APP_URL : manque/);
    expect(refuse({ ...outside, DATABASE_URL: undefined })[0]).toMatch(/^DATABASE_URL : manque/);
  });

  it('refuse one account for both addresses, since row-level security does not hold an owner', () => {
    const refusals = refuse({ ...outside, DATABASE_APP_URL: outside.DATABASE_URL });
    expect(refusals).toEqual([expect.stringMatching(/^DATABASE_APP_URL : le compte doit différer/)]);
  });

  it('want a secret from the operator when the base is outside, and say what it is for', () => {
    expect(refuse({ ...outside, SECRET: undefined })).toEqual([expect.stringMatching(/^SECRET : manque.*coffres/)]);
  });

  it('want what a role cannot do without', () => {
    expect(refuse({ ROLE: 'worker' })).toEqual([expect.stringMatching(/^ROLE : .*DATABASE_URL/)]);
    expect(refuse({ ROLE: 'web' })).toEqual([expect.stringMatching(/^API_URL : manque/)]);
    expect(accept({ ROLE: 'web', API_URL: 'http://api:3000' }).env.role).toBe('web');
  });
});

describe('the secret', () => {
  it('is made once in the data folder, for its owner alone', () => {
    const dataDir = mkdtempSync(path.join(tmpdir(), 'jonction-secret-'));
    try {
      const made = readSecret({ secret: null, dataDir });
      expect(made.length).toBeGreaterThanOrEqual(32);
      expect(readSecret({ secret: null, dataDir })).toBe(made);
      expect(statSync(path.join(dataDir, 'secret')).mode & 0o077).toBe(0);
      expect(readFileSync(path.join(dataDir, 'secret'), 'utf8')).toBe(made);
    } finally {
      rmSync(dataDir, { recursive: true });
    }
  });

  it('is the one of the environment when there is one, and then nothing is written', () => {
    expect(readSecret({ secret: 's'.repeat(40), dataDir: '/nowhere' })).toBe('s'.repeat(40));
  });
});

function accept(source: Record<string, string | undefined>) {
  const result = parseEnv(source);
  if (!('env' in result)) throw new Error(result.refusals.join('\n'));
  return result;
}

function refuse(source: Record<string, string | undefined>): string[] {
  const result = parseEnv(source);
  return 'refusals' in result ? result.refusals : [];
}

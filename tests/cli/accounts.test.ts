import type { CommandContext } from '@jonction/api/cli/context';
import { structureCreateCommand } from '@jonction/api/cli/structure-create';
import { userCreateCommand } from '@jonction/api/cli/user-create';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Product, startProduct } from '../support/product.ts';

let product: Product;
let context: CommandContext;

beforeAll(async () => {
  product = await startProduct();
  context = {
    database: product.system,
    services: product.app.services,
    structureId: null,
    userId: null,
    progress: () => undefined,
  };
});
afterAll(() => product.close());

async function structures(): Promise<{ id: string; name: string; slug: string }[]> {
  return product.system.client<{ id: string; name: string; slug: string }[]>`
    select id, name, slug from organisation where kind = 'structure' order by slug`;
}

describe('structure create', () => {
  it('opens a team under a short name made of its name, and says it', async () => {
    const { exit, result } = await structureCreateCommand(context, ['--name', 'Clauses du Cœur de Val']);
    expect({ exit, result }).toEqual({
      exit: 0,
      result: { ok: true, name: 'Clauses du Cœur de Val', slug: 'clauses-du-coeur-de-val' },
    });
    expect(await structures()).toMatchObject([{ name: 'Clauses du Cœur de Val', slug: 'clauses-du-coeur-de-val' }]);
  });

  it('takes the short name that the operator chose', async () => {
    await structureCreateCommand(context, ['--name', 'Plaine Emploi', '--slug', 'Plaine']);
    expect((await structures()).map(({ slug }) => slug)).toContain('plaine');
  });

  it('refuses a short name that is taken, and adds nothing', async () => {
    const before = await structures();
    await expect(structureCreateCommand(context, ['--name', 'Plaine'])).rejects.toThrow('« plaine » existe déjà');
    expect(await structures()).toEqual(before);
  });

  it.each([[[]], [['--name', '   ']], [['--name', '…']], [['--name', 'x'.repeat(301)]]])(
    'refuses %j with what to give instead',
    async (args) => {
      await expect(structureCreateCommand(context, [...args])).rejects.toThrow(/Donnez|300/);
    },
  );
});

describe('user create', () => {
  const account = (email: string, ...more: string[]) => ['--email', email, '--name', 'Béa Noiret', ...more];
  const password = ['--password', 'une phrase assez longue'];

  it('asks which structure when there are several', async () => {
    await expect(userCreateCommand(context, account('a@val.test'))).rejects.toThrow('--structure');
  });

  it('opens an account of one structure alone, which signs in at once', async () => {
    const [first] = await structures();
    if (!first) throw new Error('no structure');
    const here = { ...context, structureId: first.id };
    const { result } = await userCreateCommand(here, account('bea@val.test', '--role', 'lead', ...password));
    expect(result).toEqual({ ok: true, email: 'bea@val.test', role: 'lead', password: 'une phrase assez longue' });
    const rows = await product.system.client`
      select m.role, m.structure_id from membership m join "user" u on u.id = m.user_id where u.email = 'bea@val.test'`;
    expect([...rows]).toEqual([{ role: 'lead', structure_id: first.id }]);
    const answer = await product.app.fetch(
      new Request('http://localhost/api/auth/sign-in/email', {
        method: 'POST',
        headers: { 'content-type': 'application/json', origin: product.app.services.publicUrl },
        body: JSON.stringify({ email: 'bea@val.test', password: 'une phrase assez longue' }),
      }),
    );
    expect(answer.status).toBe(200);
  });

  it('neither changes nor prints the password of somebody known, who gets a second access', async () => {
    const last = (await structures()).at(-1);
    if (!last) throw new Error('no structure');
    const there = { ...context, structureId: last.id };
    const { result } = await userCreateCommand(there, account('BEA@val.test', '--password', 'tout autre chose ici'));
    expect(result).toEqual({ ok: true, email: 'bea@val.test', role: 'administrator' });
    const [row] = await product.system.client<{ count: number }[]>`
      select count(*)::int as count from membership m join "user" u on u.id = m.user_id where u.email = 'bea@val.test'`;
    expect(row?.count).toBe(2);
  });

  it('draws a password and says it once when none is given', async () => {
    const [first] = await structures();
    const { result } = await userCreateCommand({ ...context, structureId: first?.id ?? null }, account('c@val.test'));
    expect(String(result.password).length).toBeGreaterThanOrEqual(12);
  });

  it.each([
    [['--email', 'sans-arobase', '--name', 'X'], '--email'],
    [['--email', 'd@val.test'], '--name'],
    [account('d@val.test', '--role', 'chef'), '--role'],
    [account('d@val.test', '--password', 'court'), '12 caractères'],
    [account('d@val.test', '--role', 'buyer'), '--organisation'],
  ])('refuses %j, naming %s', async (args, named) => {
    const [first] = await structures();
    await expect(userCreateCommand({ ...context, structureId: first?.id ?? null }, [...args])).rejects.toThrow(named);
    const [row] = await product.system.client<{ count: number }[]>`
      select count(*)::int as count from "user" where email = 'd@val.test'`;
    expect(row?.count).toBe(0);
  });
});

import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { cast, password } from './cast.ts';
import { jonction } from './operator.ts';
import { place } from './place.ts';
import { publishedContracts } from './published.ts';

/** The product is up and empty: the operator takes in the open data, which names buyer and company, then opens accounts. */
export default async function castArrives(): Promise<void> {
  const { dataDir } = await place();
  const folder = path.join(dataDir, '..');
  mkdirSync(path.join(folder, 'sessions'), { recursive: true });
  const file = path.join(folder, 'marches.json');
  writeFileSync(file, JSON.stringify(publishedContracts(new Date())));
  await jonction('import', 'decp', file);
  for (const { email, name, role, organisation } of Object.values(cast)) {
    const account = ['--email', email, '--name', name, '--role', role, '--organisation', organisation];
    await jonction('user', 'create', ...account, '--password', password);
  }
}

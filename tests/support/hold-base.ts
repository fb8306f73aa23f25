/**
 * A program that opens the base of the folder it is given, says so in one JSON line, and holds it until SIGTERM.
 * With `claim` it is the server of the folder; with `search` it also starts the text search engine.
 */

import { claimDataDir } from '../../packages/db/src/embedded/claim.ts';
import { startEmbedded } from '../../packages/db/src/embedded.ts';
import { startMeilisearch } from '../../packages/search/src/embedded-meilisearch.ts';

const [dataDir = '', ...wishes] = process.argv.slice(2);
try {
  const base = await startEmbedded({ dataDir, settings: { fsync: 'on' }, shared: wishes.includes('claim') });
  const claim = wishes.includes('claim') ? await claimDataDir(base.ownerUrl, { url: 'http://localhost:3999' }) : null;
  const refused = claim !== null && typeof claim !== 'function' ? claim : null;
  if (claim !== null && refused === null) base.keep();
  const search = wishes.includes('search') ? await startMeilisearch({ dataDir }) : null;
  const { ownerUrl, appUrl, superuserUrl, port, adopted } = base;
  console.log(JSON.stringify({ ownerUrl, appUrl, superuserUrl, port, adopted, refused, search }));
  const alive = setInterval(() => undefined, 60_000);
  process.once('SIGTERM', async () => {
    clearInterval(alive);
    if (search !== null && 'stop' in search) await search.stop();
    if (typeof claim === 'function') await claim();
    await base.stop();
    process.exit(0);
  });
} catch (error) {
  console.log(JSON.stringify({ failure: error instanceof Error ? error.message : String(error) }));
  process.exit(1);
}

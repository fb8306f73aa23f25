/** A program that launches PostgreSQL on an existing cluster and ends at once, without waiting for it. */
import path from 'node:path';
import { chooseAccount } from '../../packages/db/src/embedded/account.ts';
import { findPostgresBinaries } from '../../packages/db/src/embedded/binaries.ts';
import { freePort } from '../../packages/db/src/embedded/server.ts';
import { spawnWatched } from '../../packages/db/src/embedded/watchdog.ts';

const [dataDir = ''] = process.argv.slice(2);
const pgdata = path.join(dataDir, 'postgres');
const { postgres } = findPostgresBinaries();
const account = chooseAccount({ pgdata, dataDir, postgres });
const settings = ['listen_addresses=127.0.0.1', `port=${await freePort()}`, 'unix_socket_directories='];
spawnWatched([postgres, '-D', pgdata, ...settings.flatMap((setting) => ['-c', setting])], {
  account,
  cwd: dataDir,
  logFd: 2,
});
process.exit(0);

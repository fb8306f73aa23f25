// Installs the packages of the lock when they are not there. Runs before `npm start`, `npm test`...: plain
// JavaScript without a dependency, for whatever Node npm itself runs on. Says nothing when there is nothing to do.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../..', import.meta.url));
const lockFile = path.join(root, 'package-lock.json');
const installedFile = path.join(root, 'node_modules', '.package-lock.json');
// The content of the lock that `node_modules` was last seen to satisfy: dates of files lie after a clone or a copy.
const stampFile = path.join(root, 'node_modules', '.jonction-lock');
const forTests = ['pretest', 'precheck'].includes(process.env.npm_lifecycle_event ?? '');

const lock = readFileSync(lockFile);
const stamp = `${createHash('sha256').update(lock).digest('hex')} ${forTests ? 'all' : 'run'}`;

if (!isInstalled()) {
  const unlock = await takeTurn();
  try {
    if (!isInstalled()) install();
  } finally {
    unlock();
  }
}

function isInstalled() {
  if (!existsSync(installedFile)) return false;
  const known = read(stampFile);
  if (known === stamp || known === stamp.replace(/run$/, 'all')) return true;
  if (!satisfies(JSON.parse(lock.toString()).packages, JSON.parse(readFileSync(installedFile, 'utf8')).packages)) {
    return false;
  }
  writeStamp();
  return true;
}

/** What npm says it installed is what the lock asks; optional packages, and test tools outside tests, may lack. */
function satisfies(wanted, installed) {
  return Object.entries(wanted).every(([folder, entry]) => {
    if (!folder.includes('node_modules/')) return true;
    const found = installed[folder];
    if (found) return found.version === entry.version && found.integrity === entry.integrity;
    return Boolean(entry.optional || entry.devOptional || entry.peer || (entry.dev && !forTests));
  });
}

function install() {
  console.error('Installation des dépendances (npm ci), une à deux minutes...');
  // The very npm that called us, with its settings; what it prints must not enter the result of a command.
  const npm = process.env.npm_execpath;
  const options = { cwd: root, stdio: ['ignore', 2, 2] };
  const done = npm?.endsWith('.js')
    ? spawnSync(process.execPath, [npm, 'ci'], options)
    : spawnSync('npm', ['ci'], { ...options, shell: process.platform === 'win32' });
  if (done.status !== 0) {
    console.error(
      done.signal
        ? 'Installation interrompue.'
        : "L'installation des dépendances a échoué : lisez les lignes ci-dessus, puis relancez la commande.",
    );
    process.exit(done.status || 1);
  }
  writeStamp();
}

function writeStamp() {
  try {
    writeFileSync(stampFile, stamp);
  } catch {
    // node_modules is not ours to write: the comparison is made again next time.
  }
}

/** Two first starts at once must not install over each other. */
async function takeTurn() {
  const name = createHash('sha256').update(root).digest('hex').slice(0, 16);
  const file = path.join(tmpdir(), `jonction-install-${name}`);
  for (;;) {
    try {
      writeFileSync(file, String(process.pid), { flag: 'wx' });
      return () => rmSync(file, { force: true });
    } catch {
      const holder = Number(read(file));
      if (holder > 0 && !isAlive(holder)) rmSync(file, { force: true });
      else await new Promise((resolve) => setTimeout(resolve, 200));
    }
  }
}

function isAlive(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === 'EPERM';
  }
}

function read(file) {
  try {
    return readFileSync(file, 'utf8').trim();
  } catch {
    return '';
  }
}

import { existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { root } from './tree.ts';

export interface Browser {
  executablePath: string;
  /** What it needs beside the environment of the run. */
  env: Record<string, string>;
}

/** Ours, not those of the packaged browser: its `--single-process` and `--disable-web-security` would falsify what is tested. */
export const browserArguments = ['--no-sandbox', '--disable-dev-shm-usage', '--disable-gpu'];

const installed = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];
const nowhere =
  'No browser for the journeys: install chromium (apt-get install --no-install-recommends chromium), give its path in CHROMIUM_PATH, or, on Linux x64, run "npm ci" without --omit=dev.';

/** A Chromium: the one of `CHROMIUM_PATH` (`npm`: the packaged one), else of the machine, else of npm. Throws where there is none. */
export async function findBrowser(given = process.env.CHROMIUM_PATH): Promise<Browser> {
  if (given && given !== 'npm' && !existsSync(given)) throw new Error(`CHROMIUM_PATH names no file: ${given}`);
  const found = given || installed.find((file) => existsSync(file));
  return found === undefined || found === 'npm' ? packagedBrowser() : { executablePath: found, env: {} };
}

async function packagedBrowser(): Promise<Browser> {
  const folder = path.join(root, 'node_modules', '.cache', 'chromium');
  if (!existsSync(folder)) await unpack(folder);
  return {
    executablePath: path.join(folder, 'chromium'),
    // Its own libraries and fonts: a bare machine has none.
    env: { LD_LIBRARY_PATH: path.join(folder, 'al2023', 'lib'), FONTCONFIG_PATH: path.join(folder, 'fonts') },
  };
}

// The package names folders of the cloud where it usually runs; a browser that finds no font at all ends at the first word.
const ownFonts = `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig><dir prefix="relative">fonts</dir></fontconfig>
`;

/** Unpacked aside, then named: a run that was cut leaves no half of a browser. */
async function unpack(folder: string): Promise<void> {
  const aside = `${folder}-${process.pid}`;
  mkdirSync(aside, { recursive: true });
  const before = { ...process.env };
  // The package unpacks into the temporary folder, reuses whatever is there, and brings its libraries only to this runtime.
  process.env.TMPDIR = aside;
  process.env.AWS_LAMBDA_JS_RUNTIME = 'nodejs24.x';
  try {
    const { default: chromium } = await import('@sparticuz/chromium');
    await chromium.executablePath();
    writeFileSync(path.join(aside, 'fonts', 'fonts.conf'), ownFonts);
    if (!existsSync(folder)) renameSync(aside, folder);
  } catch (cause) {
    throw new Error(nowhere, { cause });
  } finally {
    for (const name of Object.keys(process.env)) if (!(name in before)) delete process.env[name];
    Object.assign(process.env, before);
    rmSync(aside, { recursive: true, force: true });
  }
}

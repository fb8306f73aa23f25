import { mkdtempSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';

export interface Place {
  port: number;
  dataDir: string;
  url: string;
}

/** Where the product of this run stands: chosen once, kept in the environment for the workers. */
export async function place(): Promise<Place> {
  process.env.JOURNEY_DIR ??= mkdtempSync(path.join(tmpdir(), 'jonction-journeys-'));
  process.env.JOURNEY_PORT ??= String(await freePort());
  const port = Number(process.env.JOURNEY_PORT);
  return { port, dataDir: path.join(process.env.JOURNEY_DIR, 'data'), url: `http://localhost:${port}` };
}

/** A port that nobody listens on, told by the system. */
export async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, resolve));
  const address = server.address();
  await new Promise<void>((resolve) => server.close(() => resolve()));
  if (address === null || typeof address === 'string') throw new Error('no free port');
  return address.port;
}

import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { allGone, type Holder, holdBase, processesOf } from '../support/base-holder.ts';
import { type Program, startProgram } from '../support/program.ts';

describe.skipIf(process.platform !== 'linux')('the program', () => {
  let dataDir: string;
  let programs: Program[];
  let holders: Holder[];

  beforeEach(() => {
    dataDir = mkdtempSync('/tmp/jonction-faults-');
    chmodSync(dataDir, 0o711);
    programs = [];
    holders = [];
  });

  afterEach(async () => {
    for (const { child } of programs) if (child.exitCode === null && child.signalCode === null) child.kill('SIGKILL');
    for (const holder of holders) await holder.kill();
    const gone = await allGone(dataDir);
    for (const { pid } of processesOf(dataDir)) process.kill(pid, 'SIGKILL');
    rmSync(dataDir, { recursive: true, force: true });
    expect(gone).toBe(true);
  });

  it('lives before it is ready, says why it waits, then says where it serves in one line', async () => {
    const port = await freePort();
    const program = start({ PORT: String(port) });
    const reasons: string[] = [];
    await expect
      .poll(
        async () => {
          const [alive, ready] = await Promise.all(
            ['healthz', 'readyz'].map((path) => ask(`http://localhost:${port}/${path}`)),
          );
          if (alive?.status !== 200) return 'not alive';
          if (ready?.status === 503) reasons.push(...ready.reasons);
          return ready?.status;
        },
        { timeout: 60_000, interval: 20 },
      )
      .toBe(200);
    expect(reasons).toContain('la base démarre');
    expect(await program.url()).toBe(`http://localhost:${port}`);
    expect(program.output()).toBe(`ready on http://localhost:${port}\n`);
    const unknown = await fetch(`http://localhost:${port}/api/inconnu`);
    expect(unknown.status).toBe(404);
  });

  // Both end the same way; the second is for the long run.
  it.each(process.env.JONCTION_LONG ? (['SIGTERM', 'SIGINT'] as const) : (['SIGTERM'] as const))(
    'leaves no process behind after %s, and ends well',
    async (signal) => {
      const program = start();
      await program.url();
      program.child.kill(signal);
      await pause(5);
      program.child.kill(signal);
      expect(await program.ended).toBe(0);
      expect(await allGone(dataDir)).toBe(true);
    },
  );

  it('leaves no process behind when it is stopped while it starts', async () => {
    const program = start();
    await expect.poll(() => processesOf(dataDir).length, { timeout: 60_000, interval: 10 }).toBeGreaterThan(2);
    program.child.kill('SIGTERM');
    await program.ended;
    expect(program.output()).toBe('');
    expect(await allGone(dataDir)).toBe(true);
  });

  it('leaves no process behind when it is killed, and starts again on the same data', async () => {
    const program = start();
    await program.url();
    program.child.kill('SIGKILL');
    expect(await allGone(dataDir)).toBe(true);
    await start().url();
  });

  it('refuses to serve data that another serves, naming its process and address', async () => {
    const first = start();
    const url = await first.url();
    const port = new URL(url).port;
    for (const second of [start(), start({ PORT: port })]) {
      expect(await second.ended).toBe(1);
      expect(second.complaint()).toBe(`Jonction tourne déjà sur ces données : processus ${first.pid}, ${url}.\n`);
    }
    expect((await fetch(`${url}/readyz`)).status).toBe(200);
  });

  it.skipIf(!process.env.JONCTION_LONG)(
    'ends one of two that start at once on an empty folder, and serves with the other',
    async () => {
      const both = [start(), start()];
      const outcomes = await Promise.all(both.map((program) => program.url().catch(() => 'refused')));
      expect(outcomes.filter((outcome) => outcome === 'refused')).toHaveLength(1);
      const url = outcomes.find((outcome) => outcome !== 'refused') ?? '';
      expect((await fetch(`${url}/readyz`)).status).toBe(200);
    },
  );

  it('refuses a port that is taken by something else, and names the setting', async () => {
    const other = createServer();
    const port = await new Promise<number>((resolve) => {
      other.listen(0, () => {
        const address = other.address();
        resolve(typeof address === 'object' && address !== null ? address.port : 0);
      });
    });
    const program = start({ PORT: String(port) });
    expect(await program.ended).toBe(1);
    expect(program.complaint()).toContain(`Le port ${port} est déjà pris`);
    other.close();
  });

  it('refuses wrong settings before it opens anything', async () => {
    const program = start({ PORT: 'abc', SMTP_URL: 'relais' });
    expect(await program.ended).toBe(2);
    expect(program.complaint()).toMatch(/2 réglages.*\n.*PORT : .*\n.*SMTP_URL : /);
    expect(processesOf(dataDir)).toEqual([]);
  });

  it('serves again by itself when its base is killed', async () => {
    const program = start();
    const url = await program.url();
    const postmaster = processesOf(dataDir).find(({ words }) => /^\S*\/postgres -D/.test(words));
    process.kill(postmaster?.pid ?? 0, 'SIGKILL');
    await expect.poll(() => program.complaint(), { timeout: 60_000 }).toContain('elle redémarre');
    // It recovers what was written: some seconds alone, many more where every core is taken.
    await expect
      .poll(async () => (await ask(`${url}/readyz`))?.status ?? `ended with ${program.child.exitCode}`, {
        timeout: 60_000,
      })
      .toBe(200)
      .catch((error: Error) => {
        throw new Error(`${error.message}\n${program.complaint().slice(-3_000)}`);
      });
  });

  it.skipIf(!process.env.JONCTION_LONG)(
    'takes over a base that a command started, when that command ends',
    async () => {
      const command = await holdBase(dataDir);
      holders.push(command);
      const program = start();
      const url = await program.url();
      await command.kill();
      await expect.poll(async () => (await ask(`${url}/readyz`))?.status, { timeout: 60_000 }).toBe(200);
      program.child.kill('SIGTERM');
      expect(await program.ended).toBe(0);
      expect(await allGone(dataDir)).toBe(true);
    },
  );

  function start(settings: Record<string, string> = {}): Program {
    const program = startProgram(dataDir, settings);
    programs.push(program);
    return program;
  }
});

async function ask(url: string): Promise<{ status: number; reasons: string[] } | null> {
  try {
    const response = await fetch(url);
    const body: unknown = await response.json();
    const reasons = typeof body === 'object' && body !== null && 'reasons' in body ? body.reasons : [];
    return { status: response.status, reasons: Array.isArray(reasons) ? reasons.map(String) : [] };
  } catch {
    return null;
  }
}

async function freePort(): Promise<number> {
  const probe = createServer();
  return await new Promise<number>((resolve) => {
    probe.listen(0, () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === 'object' && address !== null ? address.port : 0));
    });
  });
}

import postgres from 'postgres';
import { inject } from 'vitest';

export interface TestBase {
  ownerUrl: string;
  appUrl: string;
  drop(): Promise<void>;
}

let made = 0;

/** A migrated, empty base of its own for a test file. */
export async function makeBase(): Promise<TestBase> {
  const name = `test_${process.pid}_${Date.now().toString(36)}_${made++}`;
  const admin = postgres(inject('clusterUrl'), { max: 1, onnotice: () => undefined });
  const owner = new URL(inject('ownerUrl'));
  // File by file: through the log, a thousand small files take four times as long.
  await admin.unsafe(
    `create database ${name} template jonction strategy file_copy owner "${decodeURIComponent(owner.username)}"`,
  );
  const on = (url: string) => {
    const own = new URL(url);
    own.pathname = `/${name}`;
    return own.toString();
  };
  return {
    ownerUrl: on(inject('ownerUrl')),
    appUrl: on(inject('appUrl')),
    drop: async () => {
      await admin.unsafe(`drop database if exists ${name} with (force)`);
      await admin.end({ timeout: 5 });
    },
  };
}

import { createHash } from 'node:crypto';
import type { Database } from '@jonction/db/client';

/** Tries of one kind: how many in a minute, and how the pauses after them go. */
interface Rule {
  most: number;
  /** Each failure after a pause doubles the next one, up to this; a minute: they do not grow. */
  longestPauseMs: number;
  /** How long after a pause its length is remembered. */
  memoryMs: number;
}

const minuteMs = 60_000;

/** Somebody who tries passwords on one account is stopped; a whole office behind one address goes on working. */
const perAccount: Rule = { most: 10, longestPauseMs: 64 * minuteMs, memoryMs: 5 * minuteMs };
const perAddress: Rule = { most: 100, longestPauseMs: minuteMs, memoryMs: 0 };

/** Failed sign-ins, counted in the base for several processes to count together. Rule of the house. */
export interface SignInLimit {
  /** Counts a try as failed until it is known to succeed; answers how long to wait in seconds, 0 when it may go on. */
  begin(address: string, email: string): Promise<number>;
  succeeded(address: string, email: string): Promise<void>;
}

export function openSignInLimit(database: Database, now: () => number = Date.now): SignInLimit {
  const sql = database.client;

  /**
   * One statement, so that a thousand tries at once do not all pass before the first is counted. `last_request` is when the
   * minute began below the limit; from the limit on, when the pause is forgotten: the sign-in library sweeps older rows.
   */
  async function take(key: string, { most, longestPauseMs, memoryMs }: Rule): Promise<number> {
    const at = now();
    const forgotten = sql`known.last_request <= ${at}::bigint - case when known.count < ${most}::int
      then ${minuteMs}::bigint else 0 end`;
    const pause = sql`least(${minuteMs}::bigint << least(known.count + 1 - ${most}::int, 10), ${longestPauseMs}::bigint)`;
    const taken = await sql`
      insert into rate_limit as known (key, count, last_request) values (${key}, 1, ${at})
      on conflict (key) do update set
        count = case when ${forgotten} then 1 else known.count + 1 end,
        last_request = case
          when ${forgotten} then ${at}::bigint
          when known.count + 1 >= ${most}::int then ${at}::bigint + ${pause} + ${memoryMs}::bigint
          else known.last_request end
      where known.count < ${most}::int or known.last_request - ${memoryMs}::bigint <= ${at}::bigint
      returning known.key`;
    if (taken.length > 0) return 0;
    const [row] = await sql<{ until: string }[]>`select last_request as until from rate_limit where key = ${key}`;
    return Math.max(1, Math.ceil((Number(row?.until ?? at) - memoryMs - at) / 1000));
  }

  return {
    begin: async (address, email) => {
      const wait = await take(accountKey(address, email), perAccount);
      return wait > 0 ? wait : await take(addressKey(address), perAddress);
    },
    succeeded: async (address, email) => {
      await sql`delete from rate_limit where key = ${accountKey(address, email)}`;
      await sql`update rate_limit set count = greatest(count - 1, 0) where key = ${addressKey(address)}`;
    },
  };
}

function addressKey(address: string): string {
  return `sign-in|${address}`;
}

// What was typed as an account may be a password: it is not kept as it is.
function accountKey(address: string, email: string): string {
  return `${addressKey(address)}|${createHash('sha256').update(email.trim().toLowerCase()).digest('base64url')}`;
}

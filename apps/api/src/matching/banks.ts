import type { ActorSettings, Database } from '@jonction/db/client';
import { readBankChanges } from '@jonction/db/matching/bank-change';
import { streamBank } from '@jonction/db/matching/stream-bank';
import type { Day } from '@jonction/domain/shared/day';
import { Bank } from '@jonction/matching-engine/bank';
import { catchUp, keepBank, type ReadBank, restoreBank, worthKeepingFrom } from './kept-bank.ts';

interface Copy extends ReadBank {
  madeOn: Day;
  usedAt: number;
}

const forgottenAfterMs = 60 * 60 * 1000;

/**
 * The copies in memory that rank, one per structure asked for, each read in the name of that structure. A copy catches up
 * with the log of changes before it answers, is made again each day behind the one that serves, and is forgotten when
 * nobody asks. It is made from the snapshot of the last night and the log since, or from everybody. Several processes each hold
 * their own.
 */
export class Banks {
  readonly #database: Database;
  readonly #today: () => Day;
  readonly #keptFrom: number;
  readonly #copies = new Map<string, Copy>();
  readonly #makings = new Map<string, Promise<void>>();
  /** One reading at a time for a structure: changes apply in order. */
  readonly #readings = new Map<string, Promise<unknown>>();

  /** A snapshot is left of banks of `keptFrom` people or more. */
  constructor(database: Database, today: () => Day, keptFrom = worthKeepingFrom) {
    this.#database = database;
    this.#today = today;
    this.#keptFrom = keptFrom;
  }

  /** The bank of a structure with every change that was over when it was asked for; null while it is read for the first time. */
  async ready(structureId: string): Promise<Bank | null> {
    this.#forgetUnused();
    const copy = this.#copies.get(structureId);
    if (copy?.madeOn !== this.#today()) void this.#remake(structureId);
    return copy ? await this.#inTurn(structureId, () => this.#catchUp(structureId)) : null;
  }

  /** The same, waiting for the first reading. */
  async get(structureId: string): Promise<Bank> {
    for (;;) {
      const bank = await this.ready(structureId);
      if (bank) return bank;
      await this.#remake(structureId);
    }
  }

  /** Makes the copy anew beside the one that serves, then takes its place. */
  #remake(structureId: string): Promise<void> {
    const under = this.#makings.get(structureId);
    if (under) return under;
    const making = this.#make(structureId)
      .then((copy) => void this.#copies.set(structureId, copy))
      .finally(() => this.#makings.delete(structureId));
    this.#makings.set(structureId, making);
    // Whoever waits for it hears of a failure; the next request tries again.
    making.catch(() => undefined);
    return making;
  }

  async #inTurn<Result>(structureId: string, work: () => Promise<Result>): Promise<Result> {
    const before = this.#readings.get(structureId) ?? Promise.resolve();
    const mine = before.catch(() => undefined).then(work);
    this.#readings.set(structureId, mine);
    try {
      return await mine;
    } finally {
      if (this.#readings.get(structureId) === mine) this.#readings.delete(structureId);
    }
  }

  async #make(structureId: string): Promise<Copy> {
    const madeOn = this.#today();
    const { isRestored, ...read } = await this.#database.as(inTheNameOf(structureId), async (tx) => {
      const restored = await restoreBank(tx, structureId, madeOn);
      if (restored) return { ...restored, isRestored: true };
      // Before the people: what changes while they are read is read again, never missed.
      const { upTo } = await readBankChanges(tx, structureId, null);
      return { bank: await Bank.of(streamBank(tx, structureId), madeOn), upTo, isRestored: false };
    });
    if (!isRestored && read.bank.rows >= this.#keptFrom) void this.#keep(structureId, { ...read });
    return { ...read, madeOn, usedAt: Date.now() };
  }

  /** For the next start. One that could not be kept costs that start its time, and this one nothing. */
  async #keep(structureId: string, read: ReadBank): Promise<void> {
    await this.#database.as(inTheNameOf(structureId), (tx) => keepBank(tx, structureId, read)).catch(() => undefined);
  }

  async #catchUp(structureId: string): Promise<Bank | null> {
    const copy = this.#copies.get(structureId);
    if (!copy) return null;
    copy.upTo = await this.#database.as(inTheNameOf(structureId), (tx) => catchUp(tx, structureId, copy));
    copy.usedAt = Date.now();
    return copy.bank;
  }

  /** One that nobody asked for in a while may also lag behind what the log still holds: it is made again. */
  #forgetUnused(): void {
    const now = Date.now();
    for (const [id, { usedAt }] of this.#copies) if (now - usedAt > forgottenAfterMs) this.#copies.delete(id);
  }
}

/** What a facilitator of the structure may see, and nothing beyond. */
function inTheNameOf(structureId: string): ActorSettings {
  return { kind: 'user', role: 'facilitator', organisationId: structureId, structureId };
}

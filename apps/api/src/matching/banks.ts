import type { ActorSettings, Database } from '@jonction/db/client';
import { readBankChanges } from '@jonction/db/matching/bank-change';
import { loadBank } from '@jonction/db/matching/load-bank';
import type { Day } from '@jonction/domain/shared/day';
import { Bank } from '@jonction/matching-engine/bank';

interface Copy {
  bank: Bank;
  /** Where the log of changes was read up to. */
  upTo: string;
  madeOn: Day;
  usedAt: number;
}

const forgottenAfterMs = 60 * 60 * 1000;

/**
 * The copies in memory that rank, one per structure asked for, each read in the name of that structure. A copy catches up
 * with the log of changes before it answers, is made again each day behind the one that serves, and is forgotten when
 * nobody asks. Several processes each hold their own.
 */
export class Banks {
  readonly #database: Database;
  readonly #today: () => Day;
  readonly #copies = new Map<string, Copy>();
  /** One reading at a time for a structure: changes apply in order. */
  readonly #readings = new Map<string, Promise<Copy>>();

  constructor(database: Database, today: () => Day) {
    this.#database = database;
    this.#today = today;
  }

  /** The bank of a structure, with every change that was over when it was asked for. */
  async get(structureId: string): Promise<Bank> {
    this.#forgetOthers(structureId);
    const before = this.#readings.get(structureId);
    const reading = (before ?? Promise.resolve()).catch(() => undefined).then(() => this.#read(structureId));
    this.#readings.set(structureId, reading);
    try {
      const copy = await reading;
      copy.usedAt = Date.now();
      return copy.bank;
    } finally {
      if (this.#readings.get(structureId) === reading) this.#readings.delete(structureId);
    }
  }

  async #read(structureId: string): Promise<Copy> {
    const copy = this.#copies.get(structureId);
    const fresh =
      copy && copy.madeOn === this.#today() ? await this.#catchUp(structureId, copy) : await this.#make(structureId);
    this.#copies.set(structureId, fresh);
    return fresh;
  }

  async #make(structureId: string): Promise<Copy> {
    const madeOn = this.#today();
    const { upTo, profiles } = await this.#database.as(inTheNameOf(structureId), async (tx) => ({
      // Before the people: what changes between the two readings is read twice, never missed.
      upTo: (await readBankChanges(tx, structureId, null)).upTo,
      profiles: await loadBank(tx, { structureId }),
    }));
    return { bank: await Bank.of(profiles, madeOn), upTo, madeOn, usedAt: Date.now() };
  }

  async #catchUp(structureId: string, copy: Copy): Promise<Copy> {
    const { upTo, participantIds, profiles } = await this.#database.as(inTheNameOf(structureId), async (tx) => {
      const changes = await readBankChanges(tx, structureId, copy.upTo);
      const { participantIds } = changes;
      return {
        ...changes,
        profiles: participantIds.length > 0 ? await loadBank(tx, { structureId, participantIds }) : [],
      };
    });
    const there = new Set(profiles.map(({ id }) => id));
    for (const id of participantIds) if (!there.has(id)) copy.bank.remove(id);
    for (const profile of profiles) copy.bank.put(profile);
    return { ...copy, upTo };
  }

  #forgetOthers(structureId: string): void {
    const now = Date.now();
    for (const [id, { usedAt }] of this.#copies) {
      if (id !== structureId && now - usedAt > forgottenAfterMs) this.#copies.delete(id);
    }
  }
}

/** What a facilitator of the structure may see, and nothing beyond. */
function inTheNameOf(structureId: string): ActorSettings {
  return { kind: 'user', role: 'facilitator', organisationId: structureId, structureId };
}

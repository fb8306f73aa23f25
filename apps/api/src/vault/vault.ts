import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes } from 'node:crypto';
import type { Tx } from '@jonction/db/client';
import { structureKey } from '@jonction/db/vault/tables';
import { eq } from 'drizzle-orm';

/**
 * What must not be read from the base alone: sealed under a key per structure, itself wrapped by SECRET
 * (envelope encryption, AES-256-GCM). `about` binds a seal to its row: moved to another row it does not open.
 */
export interface Vault {
  seal(tx: Tx, structureId: string, about: string, value: unknown): Promise<Buffer>;
  open(tx: Tx, structureId: string, about: string, sealed: Buffer): Promise<unknown>;
  /** A code that means the category to this structure alone: matching compares codes and learns nothing. */
  keyedCodes(tx: Tx, structureId: string, words: readonly string[]): Promise<string[]>;
  /** For files, which live outside the base: one key for all of them, derived from SECRET. */
  sealBytes(about: string, bytes: Uint8Array): Buffer;
  openBytes(about: string, sealed: Buffer): Buffer;
}

export function openVault(secret: string): Vault {
  const wrappingKey = derive(secret, 'jonction structure keys');
  const fileKey = derive(secret, 'jonction files');
  const known = new Map<string, Buffer>();

  async function keyOf(tx: Tx, structureId: string): Promise<Buffer> {
    const cached = known.get(structureId);
    if (cached) return cached;
    const key = (await readKey(tx, structureId)) ?? (await makeKey(tx, structureId));
    known.set(structureId, key);
    return key;
  }

  async function readKey(tx: Tx, structureId: string): Promise<Buffer | null> {
    const [row] = await tx.select().from(structureKey).where(eq(structureKey.structureId, structureId));
    return row ? decrypt(wrappingKey, structureId, row.wrappedKey) : null;
  }

  async function makeKey(tx: Tx, structureId: string): Promise<Buffer> {
    const wrappedKey = encrypt(wrappingKey, structureId, randomBytes(32));
    await tx.insert(structureKey).values({ structureId, wrappedKey }).onConflictDoNothing();
    const key = await readKey(tx, structureId);
    if (!key) throw new Error('the key of the structure could not be made');
    return key;
  }

  return {
    seal: async (tx, structureId, about, value) =>
      encrypt(await keyOf(tx, structureId), about, Buffer.from(JSON.stringify(value))),
    open: async (tx, structureId, about, sealed) =>
      JSON.parse(decrypt(await keyOf(tx, structureId), about, sealed).toString('utf8')),
    keyedCodes: async (tx, structureId, words) => {
      const key = await keyOf(tx, structureId);
      return words.map((word) => createHmac('sha256', key).update(`category:${word}`).digest('base64url').slice(0, 22));
    },
    sealBytes: (about, bytes) => encrypt(fileKey, about, bytes),
    openBytes: (about, sealed) => decrypt(fileKey, about, sealed),
  };
}

function derive(secret: string, purpose: string): Buffer {
  return Buffer.from(hkdfSync('sha256', secret, 'jonction', purpose, 32));
}

const ivLength = 12;
const tagLength = 16;

function encrypt(key: Buffer, about: string, plain: Uint8Array): Buffer {
  const iv = randomBytes(ivLength);
  const cipher = createCipheriv('aes-256-gcm', key, iv).setAAD(Buffer.from(about));
  const body = Buffer.concat([cipher.update(plain), cipher.final()]);
  return Buffer.concat([iv, cipher.getAuthTag(), body]);
}

function decrypt(key: Buffer, about: string, sealed: Buffer): Buffer {
  const decipher = createDecipheriv('aes-256-gcm', key, sealed.subarray(0, ivLength))
    .setAAD(Buffer.from(about))
    .setAuthTag(sealed.subarray(ivLength, ivLength + tagLength));
  return Buffer.concat([decipher.update(sealed.subarray(ivLength + tagLength)), decipher.final()]);
}

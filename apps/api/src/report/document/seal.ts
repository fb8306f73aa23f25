import { createHash, createHmac, hkdfSync } from 'node:crypto';

/** Without I, L, O and U, which are read as 1, 1, 0 and V: the code may be typed from paper (Crockford's base 32). */
const letters = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
/** 25 letters of 5 bits: nobody guesses one, and whoever types it still can. */
const codeLength = 25;

/**
 * What proves that a paper is ours: a code made from the paper's id and figures with the secret of the product. Figures changed in
 * the base behind our back no longer give the code that is printed.
 */
export interface Seals {
  codeOf(documentId: string, factsSha256: string): string;
  /** Of a short code that was sent to an address: six figures are tried in a moment by whoever has their bare hash. */
  hashOfShortCode(id: string, code: string): string;
}

export function openSeals(secret: string): Seals {
  const key = Buffer.from(hkdfSync('sha256', secret, '', 'issued document', 32));
  const shortKey = Buffer.from(hkdfSync('sha256', secret, '', 'short code', 32));
  return {
    hashOfShortCode: (id, code) => createHmac('sha256', shortKey).update(`${id}.${code}`).digest('base64url'),
    codeOf: (documentId, factsSha256) => {
      const sealed = createHmac('sha256', key).update(`${documentId}.${factsSha256}`).digest();
      let bits = 0n;
      for (const byte of sealed.subarray(0, 16)) bits = (bits << 8n) | BigInt(byte);
      let code = '';
      for (let place = 0; place < codeLength; place++) {
        code = (letters[Number(bits & 31n)] ?? '') + code;
        bits >>= 5n;
      }
      return (code.match(/.{5}/g) ?? []).join('-');
    },
  };
}

/** A code as it was typed, scanned or pasted, in the one way it is hashed. */
export function plainCode(typed: string): string {
  return typed
    .toUpperCase()
    .replaceAll(/[^0-9A-Z]/g, '')
    .replaceAll('O', '0')
    .replaceAll(/[IL]/g, '1');
}

export function hashOfCode(code: string): string {
  return createHash('sha256').update(plainCode(code)).digest('hex');
}

export function sha256Of(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}

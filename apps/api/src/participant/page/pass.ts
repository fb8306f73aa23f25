import { createHmac, hkdfSync, timingSafeEqual } from 'node:crypto';

/**
 * What keeps a participant's page open after the second check: the link it belongs to and the instant at which it ends, signed.
 * It holds no secret and opens nothing alone: the link's own token must come with it.
 */
export interface Passes {
  sign(linkId: string, until: Date): string;
  /** The link of a pass that is ours and not over; null otherwise. */
  read(pass: string | null, now?: Date): string | null;
}

export function openPasses(secret: string): Passes {
  const key = Buffer.from(hkdfSync('sha256', secret, '', 'participant page', 32));
  const seal = (body: string) => createHmac('sha256', key).update(body).digest();
  return {
    sign: (linkId, until) => {
      const body = `${linkId}.${until.getTime()}`;
      return `${body}.${seal(body).toString('base64url')}`;
    },
    read: (pass, now = new Date()) => {
      const [linkId = '', until = '', signature = '', ...more] = pass?.split('.') ?? [];
      if (more.length > 0 || signature === '') return null;
      const expected = seal(`${linkId}.${until}`);
      const given = Buffer.from(signature, 'base64url');
      if (given.length !== expected.length || !timingSafeEqual(given, expected)) return null;
      return Number(until) > now.getTime() ? linkId : null;
    },
  };
}

import { z } from 'zod';
import { signatureSides } from './request.ts';

const instant = z.iso.datetime();

/** What proves the signatures of a document, frozen when the last one was given. */
export const proofFactsSchema = z.object({
  requestId: z.uuid(),
  title: z.string(),
  fileName: z.string(),
  /** Of the bytes that everybody read. */
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
  sizeBytes: z.int().positive(),
  pages: z.int().positive(),
  /** What each of them agreed to, word for word. */
  sentence: z.string(),
  structureName: z.string(),
  employerName: z.string().nullable(),
  side: z.enum(signatureSides),
  askedByName: z.string(),
  askedAt: instant,
  signers: z
    .array(
      z.object({
        /** As she was asked, and as she typed it. */
        name: z.string(),
        typedName: z.string(),
        quality: z.string().nullable(),
        address: z.string(),
        openedAt: instant.nullable(),
        codeSentAt: instant,
        signedAt: instant,
      }),
    )
    .min(1),
});
export type ProofFacts = z.infer<typeof proofFactsSchema>;

/** "A. M.": enough for whoever holds the paper to recognise who signed, for nobody else to learn it from a code. */
export function initialsOf(name: string): string {
  return name
    .split(/[\s-]+/)
    .flatMap((part) => /\p{L}/u.exec(part)?.[0] ?? [])
    .map((letter) => `${letter.toLocaleUpperCase('fr')}.`)
    .join(' ');
}

/**
 * A simple electronic signature: data joined to a document by which somebody signs it (regulation (EU) no. 910/2014, art. 3, 10°),
 * that no court may refuse for being electronic (art. 25, 1). What is kept makes it hold: the bytes, who, when, by which address,
 * and the words agreed to (Code civil, art. 1366 and 1367).
 */
export const signatureStates = ['open', 'complete', 'refused', 'withdrawn', 'expired'] as const;
export type SignatureState = (typeof signatureStates)[number];

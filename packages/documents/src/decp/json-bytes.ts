/** The bytes that give JSON its shape; in UTF-8 they are never part of another character. */
export const quote = 0x22;
export const comma = 0x2c;
export const colon = 0x3a;
export const openList = 0x5b;
export const backslash = 0x5c;
export const closeList = 0x5d;
export const openObject = 0x7b;
export const closeObject = 0x7d;
export const lineFeed = 0x0a;
/** Stands for any byte of a number or a bare word. */
export const literal = 1;

/** None of these is part of a number or of a bare word. */
export const shaping = new Set([quote, colon, openList, openObject, closeObject]);

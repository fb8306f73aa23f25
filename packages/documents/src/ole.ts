/** Files of Office before 2007, and Office files under a password, are compound files that begin so. */
export function isOle(head: Uint8Array): boolean {
  return head[0] === 0xd0 && head[1] === 0xcf && head[2] === 0x11 && head[3] === 0xe0;
}

/** What a compound file holds, by the names of its streams. */
export function oleKind(bytes: Uint8Array): 'protected' | 'xls' | 'doc' | 'other' {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const has = (name: string): boolean => buffer.includes(Buffer.from(name, 'utf16le'));
  if (has('EncryptedPackage')) return 'protected';
  if (has('WordDocument')) return 'doc';
  return has('Workbook') || has('Book') ? 'xls' : 'other';
}

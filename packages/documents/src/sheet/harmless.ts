/**
 * Text that a spreadsheet program never takes for a formula: what begins like one (`=`, `+`, `-`, `@`, a tab, a line end) gets an
 * apostrophe before it, which is the sign for text in all of them. Source: OWASP, "CSV injection".
 */
export function harmless(text: string): string {
  return /^[\s\u200b]*[=+\-@\uff0b\uff0d\uff1d\uff20]|^[\t\r\n]/.test(text) ? `'${text}` : text;
}

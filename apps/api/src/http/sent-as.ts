const media = {
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  csv: 'text/csv; charset=utf-8',
} as const;

/** The headers of a spreadsheet that is downloaded and kept by nobody on the way. */
export function sentAs(name: string): Record<string, string> {
  return {
    'content-type': name.endsWith('.csv') ? media.csv : media.xlsx,
    'content-disposition': `attachment; filename="${name}"`,
    'x-content-type-options': 'nosniff',
    'cache-control': 'private, no-store',
  };
}

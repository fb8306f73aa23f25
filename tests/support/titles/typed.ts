import { readFileSync } from 'node:fs';

export interface TypedTitle {
  title: string;
  rome: string;
  /** The search was tuned on one half; the other was kept aside. */
  part: string;
}

/** 200 titles as people type them, with the version 3 code that the official titles give them. */
export function typedTitles(): TypedTitle[] {
  const [, ...rows] = readFileSync(new URL('typed.csv', import.meta.url), 'utf8')
    .trim()
    .split('\n');
  return rows.map((row) => {
    const [title = '', rome = '', part = ''] = row.split(',');
    return { title, rome, part };
  });
}

import type { APIRequestContext } from '@playwright/test';

export interface DeadEnd {
  address: string;
  from: string;
  /** What came instead of a page. */
  why: string;
}

/**
 * Addresses of one shape (`/marches/:id?page`) lead to the same page: one is followed, not each of a thousand rows. Reading
 * everything from one address would besides be slowed down as a program that tries tokens is.
 */
const perShape = 1;
/** Filters combine without end: beyond this, another combination of them on one page teaches nothing. */
const perPage = 6;

/**
 * Follows every internal link of the pages that somebody signed in can reach from `home`, as the server writes them. Gives the
 * addresses seen, and the links that lead nowhere: not found, an error, or the sign-in page.
 */
export async function followLinks(
  request: APIRequestContext,
  home: string,
): Promise<{ seen: string[]; deadEnds: DeadEnd[] }> {
  const waiting: { address: string; from: string }[] = [{ address: home, from: '' }];
  const known = new Set([home]);
  const shapes = new Map<string, number>();
  const seen: string[] = [];
  const deadEnds: DeadEnd[] = [];
  for (let next = waiting.shift(); next; next = waiting.shift()) {
    const { address, from } = next;
    const response = await request.get(address);
    seen.push(address);
    const arrived = new URL(response.url());
    if (response.status() !== 200) deadEnds.push({ address, from, why: String(response.status()) });
    else if (arrived.pathname === '/connexion') deadEnds.push({ address, from, why: 'sign-in' });
    if (!response.headers()['content-type']?.startsWith('text/html')) continue;
    for (const link of linksOf(await response.text(), arrived)) {
      const shape = shapeOf(link);
      const page = shape.split('?')[0] ?? shape;
      const times = shapes.get(shape) ?? 0;
      const timesOfPage = shapes.get(page) ?? 0;
      if (known.has(link) || times >= perShape || timesOfPage >= perPage) continue;
      known.add(link);
      shapes.set(shape, times + 1);
      shapes.set(page, timesOfPage + 1);
      waiting.push({ address: link, from: arrived.pathname + arrived.search });
    }
  }
  return { seen, deadEnds };
}

/** The links of a page that lead to this site: paths with their questions, each once. Files of the build are no pages. */
function linksOf(html: string, page: URL): string[] {
  const links = new Set<string>();
  for (const [, href = ''] of html.matchAll(/<a\b[^>]*?\shref="([^"]*)"/g)) {
    const target = URL.parse(href.replaceAll('&amp;', '&'), page);
    if (target?.origin !== page.origin || target.pathname.startsWith('/_app/')) continue;
    links.add(target.pathname + target.search);
  }
  return [...links];
}

function shapeOf(link: string): string {
  const { pathname, searchParams } = new URL(link, 'http://here');
  const names = [...new Set(searchParams.keys())].sort().join('&');
  return `${pathname.replaceAll(/[0-9a-f]{8}-[0-9a-f-]{27}/g, ':id').replaceAll(/\d{4}-\d{2}(-\d{2})?/g, ':day')}?${names}`;
}

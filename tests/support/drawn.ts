import type { Locale } from '@jonction/ui/locale';
import { type Component, type ComponentProps, createRawSnippet, type Snippet } from 'svelte';
import { render } from 'svelte/server';
import Spoken from './Spoken.svelte';

/** An element of a page as the server sent it. */
export interface Tag {
  name: string;
  attributes: ReadonlyMap<string, string>;
  children: (Tag | string)[];
}

/** What a reader gets before any script runs, in her language. `html`: as sent; `head`: what goes to the top of the document. */
export interface Drawn extends Tag {
  html: string;
  head: string;
}

// A piece of any props: those given are then checked against its own.
// biome-ignore lint/suspicious/noExplicitAny: components are contravariant in their props, and `unknown` fits none.
type Piece = Component<any, any, any>;

export function draw<P extends Piece>(piece: P, given: ComponentProps<P>, locale: Locale = 'fr'): Drawn {
  const { body, head } = render(Spoken, { props: { piece, given, locale } });
  return { ...read(body), html: body, head };
}

/** Children of a piece, written as HTML by the test itself. */
export function inside(html: string): Snippet<never[]> {
  return createRawSnippet(() => ({ render: () => html }));
}

const empty = new Set(['area', 'br', 'col', 'embed', 'hr', 'img', 'input', 'link', 'meta', 'source', 'wbr']);

/** Reads HTML as Svelte writes it: every element closed, every value in quotes. Anything else is refused, never guessed. */
export function read(html: string): Tag {
  const root: Tag = { name: '', attributes: new Map(), children: [] };
  const open: Tag[] = [root];
  const parts = /<!--[\s\S]*?-->|<\/([\w-]+)>|<([\w-]+)((?:\s+[^\s=>/"]+(?:="[^"]*")?)*)\s*\/?>|[^<]+|</g;
  for (const [part, closed, opened, attributes = ''] of html.matchAll(parts)) {
    const here = open.at(-1) ?? root;
    if (part === '<') throw new Error(`unreadable HTML: ${html}`);
    if (closed !== undefined) {
      if (open.pop()?.name !== closed) throw new Error(`</${closed}> closes ${here.name}`);
    } else if (opened !== undefined) {
      const tag = { name: opened, attributes: attributesOf(attributes), children: [] };
      here.children.push(tag);
      if (!empty.has(opened) && !part.endsWith('/>')) open.push(tag);
    } else if (!part.startsWith('<!--')) here.children.push(plain(part));
  }
  if (open.length > 1) throw new Error(`<${open.at(-1)?.name}> is not closed`);
  return root;
}

function attributesOf(written: string): Map<string, string> {
  const found = new Map<string, string>();
  for (const [, name = '', value = ''] of written.matchAll(/([^\s=>/"]+)(?:="([^"]*)")?/g)) {
    // A browser keeps the first of two: a second would be lost, which no piece may rely on.
    if (found.has(name)) throw new Error(`${name} is written twice: ${written}`);
    found.set(name, plain(value));
  }
  return found;
}

const entities: Readonly<Record<string, string>> = { lt: '<', gt: '>', quot: '"', amp: '&', '#39': "'" };
const plain = (text: string) => text.replace(/&(#39|\w+);/g, (whole, name: string) => entities[name] ?? whole);

type Wanted = Readonly<Record<string, string | true | null>>;

/** Elements of a name (`*` for any) whose attributes are as wanted: a value, `true` for there, `null` for not there. */
export function all(within: Tag, name: string, wanted: Wanted = {}): Tag[] {
  return within.children.flatMap((child) => {
    if (typeof child === 'string') return [];
    const fits =
      (name === '*' || child.name === name) && Object.entries(wanted).every(([key, want]) => is(child, key, want));
    return [...(fits ? [child] : []), ...all(child, name, wanted)];
  });
}

function is(tag: Tag, key: string, want: string | true | null): boolean {
  const value = tag.attributes.get(key);
  if (want === null) return value === undefined;
  return want === true ? value !== undefined : value === want;
}

/** The only such element. */
export function one(within: Tag, name: string, wanted: Wanted = {}): Tag {
  const [first, ...others] = all(within, name, wanted);
  if (!first || others.length > 0) {
    throw new Error(
      `${first ? others.length + 1 : 0} <${name} ${JSON.stringify(wanted)}> in ${within.name || 'the page'}`,
    );
  }
  return first;
}

export function attribute(tag: Tag, name: string): string | undefined {
  return tag.attributes.get(name);
}

/** Words as they stand, runs of ordinary blanks as one space: spaces that do not break are kept. */
export function words(tag: Tag): string {
  return tidy(gather(tag, () => true));
}

/** Words that a screen reader says: not what is hidden from it. */
export function heard(tag: Tag): string {
  return tidy(gather(tag, (inner) => inner.attributes.get('aria-hidden') !== 'true'));
}

function gather(tag: Tag, keeps: (inner: Tag) => boolean): string {
  return tag.children
    .map((child) => (typeof child === 'string' ? child : keeps(child) ? gather(child, keeps) : ''))
    .join('');
}

const tidy = (text: string) => text.replace(/[ \t\n]+/g, ' ').trim();

/** The words of the label tied to a control by its id. */
export function labelOf(page: Tag, control: Tag): string {
  return words(one(page, 'label', { for: control.attributes.get('id') ?? '(no id)' }));
}

/** The words that a control, or a group, is described by: each id named must be on the page, once. */
export function describedBy(page: Tag, control: Tag): string[] {
  const ids = control.attributes.get('aria-describedby')?.split(' ') ?? [];
  return ids.map((id) => words(one(page, '*', { id })));
}

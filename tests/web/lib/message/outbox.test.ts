import { messageStatuses } from '@jonction/domain/message/words';
import type { ComponentProps } from 'svelte';
import { beforeEach, describe, expect, it } from 'vitest';
import Outbox from '../../../../apps/web/src/lib/message/Outbox.svelte';
import { page as app } from '../../../support/app-state.ts';
import { all, attribute, draw, one, words } from '../../../support/drawn.ts';

type Data = ComponentProps<typeof Outbox>['data'];
type Row = Data['rows'][number];
const row: Row = {
  id: 'm1',
  template: 'push',
  subject: 'Deux CV pour « Peintre »',
  toName: 'Ida Morel',
  toAddress: 'ida@val.example',
  status: 'sent',
  createdAt: '2026-05-12T07:05:00Z',
  sentAt: null,
  returnedAt: null,
} as Row;

const outbox = (given: Partial<Data> = {}, locale: 'fr' | 'en' = 'fr') =>
  draw(
    Outbox,
    {
      base: '/facilitateur/messages',
      data: { rows: [row], more: false, mailLeaves: true, question: { page: 1, status: null }, ...given } as Data,
    },
    locale,
  );
const marksOf = (given: Partial<Row>) => {
  const page = outbox({ rows: [{ ...row, ...given }] });
  const [, cell] = all(one(page, 'tbody'), 'td');
  return { text: words(cell ?? page), html: page.html };
};

beforeEach(() => {
  app.url = new URL('https://jonction.example/facilitateur/messages');
});

describe('letters of the team', () => {
  it('are listed by their subject, which opens them, and by whom they go to', () => {
    const page = outbox();
    const link = one(one(page, 'tbody'), 'a');
    expect(attribute(link, 'href')).toBe('/facilitateur/messages/m1');
    expect(words(link)).toBe('Deux CV pour « Peintre »');
    expect(words(page)).toContain('Ida Morel');
    expect(words(page)).toContain('ida@val.example');
    expect(words(page).replaceAll('\u00a0', ' ')).toContain('12 mai 2026 à 9 h 05');
  });

  it('say an address once where no name is known', () => {
    const table = words(one(outbox({ rows: [{ ...row, toName: null }] }), 'tbody'));
    expect(table.split('ida@val.example')).toHaveLength(2);
  });

  it.each([
    ['queued', 'en attente d’envoi'],
    ['sent', 'parti'],
    ['kept', 'gardé ici (aucun relais de courriel)'],
    ['failed', 'non parti'],
  ] as const)('that are %s say so: %s', (status, word) => {
    expect(marksOf({ status }).text).toContain(word);
  });

  it('that came back say so, and are never marked as arrived', () => {
    const back = marksOf({ status: 'sent', returnedAt: '2026-05-13T07:00:00Z' } as Partial<Row>);
    expect(back.text).toContain('revenu');
    expect(back.text).not.toContain('parti');
    const failed = marksOf({ status: 'failed' });
    const markOf = (html: string) => /class="state[^>]*style="([^"]*)"/.exec(html)?.[1];
    expect(markOf(back.html)).toMatch(/color/);
    expect(markOf(back.html)).toBe(markOf(failed.html));
    expect(markOf(back.html)).not.toBe(markOf(marksOf({ status: 'sent' }).html));
  });

  it('say on top whether letters leave at all', () => {
    expect(words(outbox())).toContain('partent par le relais');
    expect(words(outbox({ mailLeaves: false }))).toContain('Aucun relais de courriel n’est réglé');
  });

  it('say where nothing was written yet, with what will come, and no table', () => {
    const page = outbox({ rows: [] });
    expect(words(page)).toContain('Aucun message');
    expect(all(page, 'table')).toEqual([]);
  });

  it('are filtered by their state, all of them offered, the asked one kept', () => {
    const select = one(outbox({ question: { page: 1, status: 'failed' } } as Partial<Data>), 'select', {
      name: 'etat',
    });
    const values = all(select, 'option').map((option) => attribute(option, 'value'));
    expect(values).toEqual(['', ...messageStatuses]);
    expect(all(select, 'option', { selected: true }).map((option) => attribute(option, 'value'))).toEqual(['failed']);
  });

  it('read in English, with no word of French left on the page', () => {
    expect(words(outbox({ mailLeaves: false }, 'en'))).not.toMatch(/courriel|Écrit|État|gardés/);
  });
});

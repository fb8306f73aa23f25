import type { ComponentProps } from 'svelte';
import { afterEach, describe, expect, it } from 'vitest';
import SignalPage from '../../../../apps/web/src/routes/(portals)/facilitateur/organisations/[organisationId]/signal/+page.svelte';
import PushPage from '../../../../apps/web/src/routes/(portals)/facilitateur/pousser/+page.svelte';
import { page as app } from '../../../support/app-state.ts';
import { all, attribute, draw, heard, one, words } from '../../../support/drawn.ts';

const plain = (text: string) => text.replaceAll(/[\u00a0\u202f]/g, ' ');
const figures = [
  { figure: 'answered_ten', good: 4, of: 6, percent: 67, rows: [] },
  { figure: 'declared', good: 0, of: 0, percent: null, rows: [] },
];

afterEach(() => {
  app.url = new URL('https://jonction.example/');
});

describe('the team’s page of what can be counted on with a company', () => {
  const drawn = (given: typeof figures = figures) =>
    draw(SignalPage, {
      data: {
        organisationId: 'e1',
        signal: { employerName: 'Toitures du Val', from: '2025-03-16', figures: given },
      } as unknown as ComponentProps<typeof SignalPage>['data'],
      params: { organisationId: 'e1' },
      form: null,
    });

  it('leads back to the company, and says since when it counts', () => {
    const links = all(drawn(), 'a').map((link) => [attribute(link, 'href'), heard(link)]);
    expect(links).toContainEqual(['/facilitateur/organisations/e1', 'Toitures du Val']);
    expect(plain(words(drawn()))).toContain('16 mars 2025');
  });

  it('gives each figure with what it is made of, and none where there is nothing to count', () => {
    const [answered, declared] = all(drawn(), 'li').filter((item) => all(item, 'h2').length > 0);
    expect(plain(answered ? words(answered) : '')).toMatch(/67 %.*4 sur 6/);
    expect(declared ? words(declared) : '').toContain('Rien à compter');
    expect(declared ? words(declared) : '').not.toContain('%');
  });

  it('offers nothing to press but what opens: it ranks and stops nobody', () => {
    expect(all(drawn(), 'form')).toEqual([]);
    expect(all(drawn(), 'button')).toEqual([]);
  });
});

describe('the page that sends one person’s CV to companies', () => {
  const company = (id: string, obstacles: string[], given: typeof figures) => ({
    ...{ id, name: `Entreprise ${id}`, obstacles, idempotencyKey: `k-${id}`, figures: given },
  });
  const drawn = (companies: ReturnType<typeof company>[]) =>
    draw(PushPage, {
      data: {
        ...{ today: '2026-03-16', name: 'Awa Diop', participantId: 'p1', words: '', found: [], sent: [], companies },
      } as unknown as ComponentProps<typeof PushPage>['data'],
      params: {},
      form: null,
    });
  const signals = (page: ReturnType<typeof drawn>) =>
    all(page, 'a').flatMap((link) => {
      const href = attribute(link, 'href') ?? '';
      return href.endsWith('/signal') ? [href] : [];
    });

  it('says of each company what can be counted on with it, before the CV leaves, one press from its rows', () => {
    const page = drawn([company('a', [], figures), company('b', [], [])]);
    expect(signals(page)).toEqual(['/facilitateur/organisations/a/signal', '/facilitateur/organisations/b/signal']);
    const [first, second] = all(page, 'fieldset').map((set) => plain(words(set)));
    expect(first).toContain('4 sur 6');
    expect(first).not.toContain('0 sur 0');
    expect(second).not.toContain('sur');
  });

  it('says it too of a company to which this person cannot go, and still sends to the others', () => {
    const page = drawn([company('a', ['not_available'], figures), company('b', [], figures)]);
    expect(signals(page)).toHaveLength(2);
    expect(all(page, 'input', { name: 'employerId' }).map((input) => attribute(input, 'value'))).toEqual(['b']);
    expect(one(page, 'textarea', { name: 'message' })).toBeDefined();
  });

  it('sends nothing where every company is out of reach', () => {
    const page = drawn([company('a', ['not_available'], figures)]);
    expect(all(page, 'textarea', { name: 'message' })).toEqual([]);
  });
});

import { describe, expect, it } from 'vitest';
import JournalSeal from '../../../../apps/web/src/lib/admin/JournalSeal.svelte';
import OlderPages from '../../../../apps/web/src/lib/admin/OlderPages.svelte';
import { all, attribute, draw, heard, one } from '../../../support/drawn.ts';

const plain = (text: string) => text.replaceAll(/[\u00a0\u202f]/g, ' ');
const whole = { brokenBetween: null, sealedAt: '2026-11-20T09:30:00.000Z', sealedLines: 1204, waiting: 0 };
const said = (seal: object, locale: 'fr' | 'en' = 'fr') =>
  plain(heard(draw(JournalSeal, { seal: { ...whole, ...seal } as never }, locale)));

describe('the seal of the journal', () => {
  it('says how much is proven, and until when', () => {
    expect(said({})).toContain('Le journal est intact');
    expect(said({})).toContain('1 204');
    expect(said({})).toContain('20 nov. 2026');
  });

  it('says what waits for the next one, and nothing when nothing does', () => {
    const waiting = said({ waiting: 7 });
    expect(waiting).toContain('7');
    expect(waiting.length).toBeGreaterThan(said({}).length);
  });

  it('is not called whole before the first one', () => {
    const first = said({ sealedAt: null, sealedLines: 0 });
    expect(first).toContain('Rien n’est encore scellé');
    expect(first).not.toContain('intact');
  });

  it('says between which two moments it was tampered with, or before which, and never that it is whole', () => {
    const between = said({ brokenBetween: { from: '2026-11-01T08:00:00.000Z', to: '2026-11-02T08:00:00.000Z' } });
    expect(between).toContain('Le journal a été altéré');
    expect(between).toContain('1er nov. 2026');
    expect(between).toContain('2 nov. 2026');
    expect(between).not.toContain('intact');
    const before = said({ brokenBetween: { from: null, to: '2026-11-02T08:00:00.000Z' } });
    expect(before).toContain('2 nov. 2026');
    expect(before).not.toContain('null');
  });

  it('is told in English to whoever reads it', () => {
    expect(said({}, 'en')).toContain('The audit is whole');
    expect(said({}, 'en')).not.toContain('journal');
  });
});

describe('the pages of a list that nobody counts', () => {
  const url = (query: string) => ({ pathname: '/administration/journal', searchParams: new URLSearchParams(query) });
  const links = (query: string, page: number, more: boolean) =>
    all(draw(OlderPages, { url: url(query), page, more }), 'a').map((link) => [
      attribute(link, 'rel'),
      attribute(link, 'href')?.replaceAll('&amp;', '&'),
    ]);

  it('has nothing to say of a list of one page', () => {
    expect(links('', 1, false)).toEqual([]);
    expect(all(draw(OlderPages, { url: url(''), page: 1, more: false }), 'nav')).toEqual([]);
  });

  it('leads to what is older, then back, and keeps what is filtered', () => {
    expect(links('qui=a', 1, true)).toEqual([['next', '/administration/journal?qui=a&page=2']]);
    expect(links('qui=a&page=3', 3, true)).toEqual([
      ['prev', '/administration/journal?qui=a&page=2'],
      ['next', '/administration/journal?qui=a&page=4'],
    ]);
    // The first page has no number.
    expect(links('qui=a&page=2', 2, false)).toEqual([['prev', '/administration/journal?qui=a']]);
  });

  it('is named for whoever hears it', () => {
    const nav = one(draw(OlderPages, { url: url(''), page: 2, more: true }), 'nav');
    expect(attribute(nav, 'aria-label')).toBe('Pages du journal');
  });
});

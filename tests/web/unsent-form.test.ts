import { describe, expect, it } from 'vitest';
import { pagePath, signInAddress } from '../../apps/web/src/lib/server/sign-in-address.ts';
import {
  forgetUnsent,
  keepUnsent,
  keptMs,
  mayBeKept,
  takeUnsent,
  type UnsentForm,
} from '../../apps/web/src/lib/shell/unsent-form.ts';

const origin = 'https://jonction.example';
const form: UnsentForm = {
  userId: 'amina',
  page: '/partenaire/recommander?offre=7',
  action: '?/recommander',
  index: 0,
  fields: [{ name: 'lastName', value: 'Belkacem', index: 0, checked: null }],
  at: 1_000,
};
const here = { userId: 'amina', page: form.page, now: 2_000 };

describe('the way back from sign-in', () => {
  it('leads to the page, never to the action that was asked of it', () => {
    const asked = new URL('/partenaire/recommander?offre=7&/recommander', origin);
    expect(pagePath(asked)).toBe('/partenaire/recommander?offre=7');
    expect(pagePath(new URL('/partenaire/recommander?/recommander', origin))).toBe('/partenaire/recommander');
    expect(pagePath(new URL('/partenaire/recommander?%2Frecommander=', origin))).toBe('/partenaire/recommander');
    expect(signInAddress(asked)).toBe('/connexion?retour=%2Fpartenaire%2Frecommander%3Foffre%3D7');
  });

  it('keeps the filters of a list as they were', () => {
    expect(pagePath(new URL('/facilitateur/offres?q=a%2Fb&tri=-nom', origin))).toBe(
      '/facilitateur/offres?q=a%2Fb&tri=-nom',
    );
  });

  it('says that something sent was not saved', () => {
    const address = signInAddress(new URL('/partenaire?/x', origin), { unsaved: true });
    expect(new URL(address, origin).searchParams.get('fin')).toBe('perdu');
  });
});

describe('what was typed when the session ended', () => {
  it('comes back once, to the same person on the same page', () => {
    const store = memory();
    keepUnsent(store, form);
    expect(takeUnsent(store, here)).toEqual(form);
    expect(takeUnsent(store, here)).toBeNull();
  });

  it.each([
    ['another person', { ...here, userId: 'bruno' }],
    ['nobody', { ...here, userId: null }],
    ['another page', { ...here, page: '/partenaire' }],
    ['the same person half an hour later', { ...here, now: form.at + keptMs + 1 }],
  ])('is forgotten when %s arrives', (_, arrival) => {
    const store = memory();
    keepUnsent(store, form);
    expect(takeUnsent(store, arrival)).toBeNull();
    expect(store.size()).toBe(0);
  });

  it('is forgotten on demand, and something unreadable is nothing', () => {
    const store = memory();
    keepUnsent(store, form);
    forgetUnsent(store);
    expect(takeUnsent(store, here)).toBeNull();
    store.setItem('jonction.unsent', '{');
    expect(takeUnsent(store, here)).toBeNull();
  });

  it('has neither files nor passwords in it, nor what nobody types', () => {
    const field = { name: 'x', type: 'text', autocomplete: '' };
    expect(mayBeKept(field)).toBe(true);
    for (const type of ['file', 'password', 'hidden', 'submit']) expect(mayBeKept({ ...field, type })).toBe(false);
    for (const autocomplete of ['current-password', 'new-password', 'one-time-code']) {
      expect(mayBeKept({ ...field, autocomplete })).toBe(false);
    }
    // A password that is being shown is a text.
    expect(mayBeKept({ ...field, name: 'newPassword' })).toBe(false);
    expect(mayBeKept({ ...field, name: '' })).toBe(false);
  });
});

function memory() {
  const kept = new Map<string, string>();
  return {
    getItem: (name: string) => kept.get(name) ?? null,
    setItem: (name: string, value: string) => void kept.set(name, value),
    removeItem: (name: string) => void kept.delete(name),
    size: () => kept.size,
  };
}

import { contractStatuses } from '@jonction/domain/contract/lifecycle';
import { linkWith } from '@jonction/ui/address';
import Phone from '@lucide/svelte/icons/phone';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readListAddress } from '../../../apps/web/src/lib/contract/list-address.ts';
import { doneWords } from '../../../apps/web/src/lib/offer/done.ts';
import { countOf, offerViews, readView } from '../../../apps/web/src/lib/offer/view.ts';
import { hrefOf, readTodayView, type TodayItem } from '../../../apps/web/src/lib/report/today-item.ts';
import { ownPath } from '../../../apps/web/src/lib/server/guard.ts';
import { actionAt, withoutAction } from '../../../apps/web/src/lib/shell/action-at.ts';
import { isCurrent, type RailEntry } from '../../../apps/web/src/lib/shell/frame.ts';

const at = (path: string) => new URL(path, 'https://jonction.example');
const buyer = '0190a000-0000-7000-8000-00000000000a';

describe('the address of the contracts', () => {
  it('is read whole', () => {
    const url = at(
      `/marches?q=voirie&statut=active&dep=2A&cpv=4523&acheteur=${buyer}&vivants=oui&clause=oui&registre=oui&tri=-montant&page=3`,
    );
    expect(readListAddress(url)).toMatchObject({
      scope: 'register',
      text: 'voirie',
      statuses: ['active'],
      buyerId: buyer,
      department: '2A',
      cpv: '4523',
      liveOnly: true,
      withClause: true,
      sort: 'amount',
      descending: true,
      page: 3,
    });
  });

  it('asks for one’s own contracts, the newest first, when it says nothing', () => {
    expect(readListAddress(at('/marches'))).toMatchObject({
      scope: 'mine',
      text: '',
      statuses: [],
      buyerId: null,
      sort: 'notified',
      descending: true,
      page: 1,
    });
  });

  it('believes nothing odd, whatever is typed in it', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 300 }), (typed) => {
        const names = [
          'q',
          'statut',
          'dep',
          'cpv',
          'acheteur',
          'titulaire',
          'suivi',
          'social',
          'registre',
          'tri',
          'page',
        ];
        const url = at('/marches');
        for (const name of names) url.searchParams.set(name, typed);
        const read = readListAddress(url);
        expect(read.text?.length).toBeLessThanOrEqual(200);
        for (const status of read.statuses ?? []) expect(contractStatuses).toContain(status);
        expect(read.department ?? '75').toMatch(/^(\d{2,3}|2[abAB])$/);
        expect(read.cpv ?? '45').toMatch(/^\d{2,8}$/);
        for (const id of [read.buyerId, read.holderId, read.facilitatorId]) expect(id ?? buyer).toHaveLength(36);
        expect(read.page).toBeGreaterThanOrEqual(1);
      }),
    );
  });

  it('gives back what a link wrote in it', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme', minLength: 1, maxLength: 60 }),
        fc.constantFrom(...contractStatuses),
        (q, statut) => {
          const link = at(linkWith(at('/marches?page=4'), { q, statut, page: null }));
          expect(readListAddress(link)).toMatchObject({ text: q.trim(), statuses: [statut], page: 1 });
        },
      ),
    );
  });
});

describe('the views of the offers', () => {
  it('are read by their word, the first when there is none or another', () => {
    for (const view of offerViews) expect(readView(view.name)).toBe(view);
    for (const odd of [null, '', 'EN-COURS', '__proto__']) expect(readView(odd)).toBe(offerViews[0]);
  });

  it('count the offers that they hold and no other', () => {
    const counts = [
      { status: 'open', count: 12 },
      { status: 'draft', count: 3 },
      { status: 'closed', count: 40 },
    ] as const;
    expect(offerViews.map((view) => [view.name, countOf(view, counts)])).toEqual([
      ['en-cours', 15],
      ['ouvertes', 12],
      ['demandees', 0],
      ['brouillons', 3],
      ['pourvues', 0],
      ['fermees', 40],
      ['toutes', 55],
    ]);
  });

  it('say what was done only in words of ours', () => {
    expect(doneWords('appel')).toBe('done.appel');
    for (const odd of [null, '', '<script>', 'constructor']) expect(doneWords(odd)).toBeUndefined();
  });
});

describe('the home of a team', () => {
  it('reads its view, all of it when the word is unknown', () => {
    expect(readTodayView('en-retard').key).toBe('today.late');
    expect(readTodayView('rien').key).toBe('today.all');
  });

  it('opens each row where it is settled', () => {
    const href = (item: object) => hrefOf(item as TodayItem);
    expect(href({ kind: 'meeting', id: 'p1', offerId: 'o7' })).toBe('/facilitateur/offres/o7?vue=envois&reponse=p1');
    expect(href({ kind: 'meeting', id: 'p1', offerId: null, participantId: 'a' })).toBe('/facilitateur/participants/a');
    expect(href({ kind: 'hours', id: 'emergency sick-ss decision-needed' })).toBe(
      '/facilitateur/heures#groupe-emergency.sick-ss.decision-needed',
    );
    expect(href({ kind: 'silent', id: 's3' })).toBe('/facilitateur/envois/s3');
  });
});

describe('an action of a page', () => {
  it('keeps the state of the page, and takes the place of another action', () => {
    expect(actionAt(at('/offres?q=a&tri=-nom'), 'relancer')).toBe('?/relancer&q=a&tri=-nom');
    expect(actionAt(at('/offres?/fermer&q=a'), 'relancer')).toBe('?/relancer&q=a');
    expect(actionAt(at('/offres'), 'relancer')).toBe('?/relancer');
  });

  it('leaves the address once it is done', () => {
    expect(withoutAction(at('/offres?/fermer=&q=a&fiche=7'), { fiche: null, fait: 'oui' })).toBe(
      '/offres?q=a&fait=oui',
    );
  });
});

describe('a way back', () => {
  const here = at('/connexion');

  it.each([
    ['/partenaire?offre=7', '/partenaire?offre=7'],
    ['https://jonction.example/x', '/x'],
    ['/x?/supprimer&a=1', '/x?a=1'],
  ])('%s leads to %s', (wanted, path) => {
    expect(ownPath(wanted, here)).toBe(path);
  });

  it.each([
    'https://ailleurs.example/',
    '//ailleurs.example',
    '/\\ailleurs.example',
    'javascript:alert(1)',
    'data:text/html,x',
    '',
    null,
    7,
  ])('%o leads home, never elsewhere', (wanted) => {
    expect(ownPath(wanted, here, '/accueil')).toBe('/accueil');
  });
});

describe('a word of the rail', () => {
  const entry: RailEntry = {
    href: '/facilitateur/offres',
    label: 'Offres',
    icon: Phone,
    also: ['/facilitateur/envois'],
  };

  it('is current on its page and below, and under no other that begins alike', () => {
    for (const path of ['/facilitateur/offres', '/facilitateur/offres/7', '/facilitateur/envois/2']) {
      expect(isCurrent(entry, path)).toBe(true);
    }
    for (const path of ['/facilitateur', '/facilitateur/offres-anciennes']) expect(isCurrent(entry, path)).toBe(false);
    expect(isCurrent({ ...entry, exact: true }, '/facilitateur/offres/7')).toBe(false);
  });
});

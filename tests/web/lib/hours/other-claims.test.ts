import { describe, expect, it } from 'vitest';
import OtherClaims from '../../../../apps/web/src/lib/hours/OtherClaims.svelte';
import { all, attribute, draw, words } from '../../../support/drawn.ts';

const claim = {
  lineId: 'l2',
  contractId: 'c2',
  contractNumber: 14,
  contractObject: 'Voirie',
  employerName: 'Bâti du Val',
  facilitatorName: 'Amina Belkacem',
  from: '2020-03-16',
  to: '2020-03-20',
  kind: 'worked_on_site' as const,
  centihours: 3_500,
  receivedOn: '2020-04-02',
  first: true,
};
const plain = (text: string) => text.replaceAll(/[\u00a0\u202f]/g, ' ').replaceAll(/\s+/g, ' ');

describe('days claimed on two clauses', () => {
  it('are told with the other contract, its hours, which one counts, and the colleague to call', () => {
    const page = draw(OtherClaims, { claims: [claim] });
    const text = plain(words(page));
    for (const said of [
      'Marché n° 14 · Voirie',
      'Bâti du Val, du 16 mars 2020 au 20 mars 2020, 35 h, reçues le 2 avr. 2020.',
      'ce sont elles qui comptent',
      'Suivi par Amina Belkacem.',
    ]) {
      expect(text).toContain(said);
    }
    expect(all(page, 'a').map((link) => attribute(link, 'href'))).toEqual(['/facilitateur/heures/lignes/l2']);
  });

  it('say so where the other came after, and name nobody where nobody follows', () => {
    const text = plain(words(draw(OtherClaims, { claims: [{ ...claim, first: false, facilitatorName: null }] })));
    expect(text).toContain('elles ne comptent pas deux fois');
    expect(text).not.toContain('Suivi par');
  });

  it('are not there most of the time', () => {
    expect(words(draw(OtherClaims, { claims: [] })).trim()).toBe('');
  });
});

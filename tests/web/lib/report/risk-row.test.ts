import { describe, expect, it } from 'vitest';
import { itemWords } from '../../../../apps/web/src/lib/report/item-words.ts';
import { hrefOf, type TodayItem } from '../../../../apps/web/src/lib/report/today-item.ts';

const risk = {
  ...{ kind: 'risk', id: 'k1', since: '2026-04-02', at: null, ownerId: null, ownerName: null },
  ...{ group: 'coming', isNew: true, contractId: 'c1', object: 'Entretien des écoles', lotNumber: '2' },
  ...{ atRisk: true, forecastCentihours: 41_250, dueHours: 700 },
} as TodayItem & { kind: 'risk' };
const plain = (text: string) => text.replaceAll(/[\u00a0\u202f]/g, ' ');
const said = (given: Partial<typeof risk> = {}, locale: 'fr' | 'en' = 'fr') => {
  const { sentence, detail } = itemWords({ ...risk, ...given }, locale);
  return { sentence: plain(sentence), detail: plain(detail) };
};

describe('a forecast that came under what is due, among what waits', () => {
  it('says the clause, what is forecast and what is due', () => {
    const { sentence, detail } = said();
    expect(sentence).toContain('Entretien des écoles');
    expect(sentence).toContain('lot 2');
    expect(sentence).toContain('à risque, 412,5 h prévues pour 700 h dues');
    expect(detail).toContain('trois derniers mois');
    expect(said({ lotNumber: null }).sentence).not.toContain('lot');
  });

  it('says as well that it came back', () => {
    expect(said({ atRisk: false, forecastCentihours: 71_000 }).sentence).toContain(
      'plus à risque, 710 h prévues pour 700 h dues',
    );
    expect(said({ atRisk: false }, 'en').sentence).toContain('at risk no more');
  });

  it('opens on where the figure comes from', () => {
    expect(hrefOf(risk)).toBe('/facilitateur/marches/c1/heures-dues/k1');
  });
});

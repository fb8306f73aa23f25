import { describe, expect, it } from 'vitest';
import UseRate from '../../../../apps/web/src/lib/participant/UseRate.svelte';
import { all, draw, words } from '../../../support/drawn.ts';

const rate = {
  since: '2025-03-02',
  counts: { recommended: 8, putForward: 5, met: 1, hired: 1 },
  shares: { putForward: 63, met: 13, hired: 13 },
};

describe('the rate of use on the page of a partner', () => {
  it('says each step in people, with the share and of how many', () => {
    expect(all(draw(UseRate, { rate }), 'li').map(words)).toEqual([
      '8 personnes recommandées',
      '5 proposées à une entreprise (63\u00a0% de 8)',
      '1 rencontrée (13\u00a0% de 8)',
      '1 embauchée (13\u00a0% de 8)',
    ]);
  });

  it('says no share of a few people, and why', () => {
    const few = {
      ...rate,
      counts: { recommended: 3, putForward: 1, met: 0, hired: 0 },
      shares: { putForward: null, met: null, hired: null },
    };
    const page = draw(UseRate, { rate: few });
    expect(words(page)).not.toContain('%');
    expect(words(page)).toContain('à partir de cinq personnes');
  });

  it('says nothing more where nobody was recommended', () => {
    const none = {
      ...rate,
      counts: { recommended: 0, putForward: 0, met: 0, hired: 0 },
      shares: { putForward: null, met: null, hired: null },
    };
    expect(words(draw(UseRate, { rate: none }))).not.toContain('cinq');
  });

  it('says from which day it counts', () => {
    expect(words(draw(UseRate, { rate }))).toContain('depuis le 2\u00a0mars\u00a02025');
    expect(words(draw(UseRate, { rate }, 'en'))).toContain('Your recommendations since');
  });
});

import StateMark from '@jonction/ui/StateMark.svelte';
import { states } from '@jonction/ui/state';
import { render } from 'svelte/server';
import { describe, expect, it } from 'vitest';

describe('StateMark', () => {
  it.each(states)('says %s in words beside its shape', (state) => {
    const { body } = render(StateMark, { props: { state } });
    expect(body).toContain('<svg');
    expect(body).toMatch(/<span[^>]*>[^<]+<\/span>/);
  });
});

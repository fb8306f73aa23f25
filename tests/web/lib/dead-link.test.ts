import { afterEach, describe, expect, it } from 'vitest';
import DeadLink from '../../../apps/web/src/lib/shell/DeadLink.svelte';
import { page } from '../../support/app-state.ts';
import { draw, heard, inside } from '../../support/drawn.ts';

describe('the error page of a link', () => {
  afterEach(() => {
    page.status = 200;
  });
  const drawn = () =>
    draw(DeadLink, {
      ...{ title: 'Ce lien n’est plus valable', next: 'Demandez-en un autre.' },
      children: inside('<p>Une autre erreur</p>'),
    });

  it('says that the link is over and what to do', () => {
    page.status = 410;
    expect(heard(drawn())).toContain('Ce lien n’est plus valable');
    expect(heard(drawn())).toContain('Demandez-en un autre.');
    expect(heard(drawn())).not.toContain('Une autre erreur');
    expect(drawn().head).toContain('Ce lien n’est plus valable · Jonction');
  });

  it('leaves any other error as it is', () => {
    page.status = 500;
    expect(heard(drawn())).toContain('Une autre erreur');
    expect(heard(drawn())).not.toContain('plus valable');
    expect(drawn().head).not.toContain('Jonction');
  });
});

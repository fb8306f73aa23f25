import { targetModes } from '@jonction/domain/contract/target';
import type { ComponentProps } from 'svelte';
import { describe, expect, it } from 'vitest';
import TargetForm from '../../../../apps/web/src/lib/contract/TargetForm.svelte';
import { targetFields } from '../../../../apps/web/src/lib/contract/target-fields.ts';
import { all, attribute, describedBy, draw, heard, labelOf, one, words } from '../../../support/drawn.ts';

type Given = ComponentProps<typeof TargetForm>;
const plain = (text: string) => text.replaceAll(/[\u00a0\u202f]/g, ' ');
const url = new URL('https://jonction.example/facilitateur/marches/c1/lots/l1/clause?mode=fixed&/calculer=');
const form = (given: Partial<Given> = {}, locale: 'fr' | 'en' = 'fr') =>
  draw(TargetForm, { url, mode: 'fixed', values: {}, fields: {}, preview: null, ...given }, locale);

describe('how the hours of a clause are set', () => {
  it.each(targetModes)('asks what its formula needs, each field labelled in both languages: %s', (mode) => {
    for (const locale of ['fr', 'en'] as const) {
      const page = form({ mode }, locale);
      expect(attribute(one(page, 'input', { name: 'mode' }), 'value')).toBe(mode);
      for (const { name, as } of targetFields[mode]) {
        const field = one(page, as === 'trigger' ? 'select' : 'input', { name });
        expect(labelOf(page, field)).not.toMatch(/target\.|^$/);
        if (as !== 'trigger') expect(field.attributes.has('required')).toBe(true);
      }
      expect(words(one(page, 'legend'))).not.toMatch(/contract\.|_/);
    }
  });

  it('is chosen by links, for who has no script; one is the current way, and what was asked once is not asked again', () => {
    const links = all(one(form(), 'nav'), 'a');
    expect(links.map((link) => attribute(link, 'href'))).toEqual(
      targetModes.map((mode) => `/facilitateur/marches/c1/lots/l1/clause?mode=${mode}`),
    );
    const current = links.filter((link) => attribute(link, 'aria-current') === 'true');
    expect(current.map(words)).toEqual(['Volume fixé au CCAP']);
    expect(attribute(one(form(), 'nav'), 'aria-label')).toMatch(/^\p{Lu}/u);
  });

  it('says the result with its formula, aloud as it changes, and what is missing until then', () => {
    const status = (preview: Given['preview'], locale: 'fr' | 'en' = 'fr') =>
      plain(heard(one(form({ preview }, locale), 'p', { role: 'status' })));
    expect(status({ dueHours: 1_200, sentence: 'Volume écrit au contrat.' })).toMatch(
      /1 200 h.*Volume écrit au contrat\./,
    );
    expect(status(null)).not.toMatch(/\d|^$/);
    expect(status(null, 'en')).not.toBe(status(null));
  });

  it('is computed without being saved, by a button that asks nothing else of the form', () => {
    const button = one(form({ mode: 'per_year' }), 'button');
    expect(attribute(button, 'formaction')).toBe('?/calculer&mode=per_year');
    expect(button.attributes.has('formnovalidate')).toBe(true);
  });

  it('gives back what was typed and says at the field why it is refused', () => {
    const page = form({
      mode: 'per_year',
      values: { 'target.hoursPerYear': '0' },
      fields: { 'target.hoursPerYear': 'Au moins une heure.' },
    });
    const wrong = one(page, 'input', { name: 'target.hoursPerYear' });
    expect([attribute(wrong, 'value'), attribute(wrong, 'aria-invalid')]).toEqual(['0', 'true']);
    expect(describedBy(page, wrong).join(' ')).toContain('Au moins une heure.');
    expect(all(page, 'input', { 'aria-invalid': 'true' })).toHaveLength(1);
  });
});

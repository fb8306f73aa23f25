import { contractEventTypes, contractStatuses } from '@jonction/domain/contract/lifecycle';
import type { ComponentProps } from 'svelte';
import { describe, expect, it } from 'vitest';
import EventForm from '../../../../apps/web/src/lib/contract/EventForm.svelte';
import Standing from '../../../../apps/web/src/lib/contract/Standing.svelte';
import { all, attribute, describedBy, draw, labelOf, one, words } from '../../../support/drawn.ts';
import { seen } from '../../../support/spaces.ts';

const standing: ComponentProps<typeof Standing>['standing'] = {
  status: 'active',
  since: '2026-01-06',
  endsOn: '2026-12-19',
  saidOn: '2026-04-12',
  saidBy: 'buyer_answer',
  unknownSince: null,
};
const said = (given: Partial<typeof standing> = {}, brief = false, locale: 'fr' | 'en' = 'fr') =>
  seen(words(draw(Standing, { standing: { ...standing, ...given }, brief }, locale)));

describe('where a contract stands', () => {
  it('is said with since when, who said so, and until when', () => {
    const text = said();
    for (const part of [
      'en cours depuis le 6~janv.~2026',
      'dit par_: réponse de l’acheteur, le 12~avr.~2026',
      'fin le 19~déc.~2026',
    ]) {
      expect(text).toContain(part);
    }
    expect(said({}, false, 'en')).toContain('said by: buyer’s answer, on 12~Apr~2026');
  });

  it('says since when nobody knows, beside the last word that was had', () => {
    const text = said({ unknownSince: '2026-12-20' });
    expect(text).toContain('inconnu depuis le 20~déc.~2026');
    expect(text).toContain('dit par');
  });

  it('in a list is the status and its freshness alone, the whole on hovering', () => {
    const text = said({}, true);
    expect(text).toContain('en cours');
    expect(text).toContain('dit le 12~avr.~2026');
    for (const absent of ['depuis le', 'fin le', 'acheteur']) expect(text).not.toContain(absent);
    const page = draw(Standing, { standing: { ...standing, unknownSince: '2026-12-20' }, brief: true });
    expect(words(page)).toContain('sans nouvelle');
    expect(words(page)).not.toContain('dit le');
    expect(seen(attribute(one(page, 'span', { class: true, title: true }), 'title') ?? '')).toBe(
      'inconnu depuis le 20~déc.~2026',
    );
  });

  it('says that nobody has said anything yet, and no end that nobody set', () => {
    const text = said({ status: 'none', since: null, endsOn: null, saidOn: null, saidBy: null });
    expect(text).toContain('statut inconnu');
    expect(text).toContain('personne n’a encore rien dit');
    expect(text).not.toContain('fin le');
  });

  it.each(contractStatuses)('is never a code: %s', (status) => {
    for (const locale of ['fr', 'en'] as const) {
      expect(said({ status, since: null }, true, locale)).not.toMatch(/_(?=[a-z])|contract\.|undefined/);
    }
  });
});

type Given = Partial<ComponentProps<typeof EventForm>>;
const form = (given: Given = {}, locale: 'fr' | 'en' = 'fr') =>
  draw(EventForm, { action: '?/dire', today: '2026-05-12', allowed: ['stop', 'complete'], lots: [], ...given }, locale);
const values = (page: ReturnType<typeof form>, name: string) =>
  all(one(page, 'select', { name }), 'option').map((option) => attribute(option, 'value') ?? '');

describe('saying where a contract stands', () => {
  it('offers first what is possible today, then every other event, each once', () => {
    const page = form();
    const groups = all(page, 'optgroup');
    expect(groups.map((group) => attribute(group, 'label'))).toEqual([
      'Possible aujourd’hui',
      'Autres (selon la date d’effet)',
    ]);
    const offered = values(page, 'type').filter((value) => value !== '');
    expect(offered.slice(0, 2)).toEqual(['stop', 'complete']);
    expect(offered.toSorted()).toEqual([...contractEventTypes].toSorted());
  });

  it('says so where nothing can happen any more, and still lets an older day be said', () => {
    const page = form({ allowed: [] });
    expect(words(page)).toContain('plus rien ne peut lui arriver');
    expect(values(page, 'type').filter((value) => value !== '')).toHaveLength(contractEventTypes.length);
  });

  it('is of today until another day is typed', () => {
    expect(attribute(one(form(), 'input', { name: 'on' }), 'value')).toBe('2026-05-12');
  });

  it('asks the team who said so, never offering open data; a buyer speaks for itself', () => {
    const sources = values(form(), 'source');
    expect(sources).toContain('phone');
    for (const machine of ['decp', 'import']) expect(sources).not.toContain(machine);
    const own = form({ asBuyer: true });
    expect(all(own, '*', { name: 'source' })).toEqual([]);
    expect(all(own, '*', { name: 'saidBy' })).toEqual([]);
  });

  it('asks for the lot only where there are several', () => {
    const lots = [
      { id: 'one', number: '1', object: 'Gros œuvre' },
      { id: 'two', number: null, object: 'Peinture' },
    ];
    expect(all(form({ lots: lots.slice(0, 1) }), 'select', { name: 'lotId' })).toEqual([]);
    const page = form({ lots });
    expect(values(page, 'lotId')).toEqual(['', 'one', 'two']);
    expect(words(one(page, 'select', { name: 'lotId' }))).toContain('tout le marché');
  });

  it('says what was refused at its field, and keeps what was typed', () => {
    const page = form({
      refused: {
        fields: { on: 'Écrivez une date qui existe.' },
        values: { on: '2026-02-30', note: 'Vu avec Ida', type: 'stop' },
      },
    });
    const on = one(page, 'input', { name: 'on' });
    expect(attribute(on, 'aria-invalid')).toBe('true');
    expect(describedBy(page, on).join(' ')).toContain('Écrivez une date qui existe.');
    expect(attribute(on, 'value')).toBe('2026-02-30');
    expect(words(one(page, 'textarea', { name: 'note' }))).toBe('Vu avec Ida');
    expect(attribute(one(page, 'input', { name: 'endsOn' }), 'aria-invalid')).toBeUndefined();
  });

  it('says that a paper already sent is kept, and sends it again with the rest', () => {
    const page = form({ refused: { fields: {}, values: { documentId: 'd1', documentName: 'OS <1>.pdf' } } });
    expect(attribute(one(page, 'input', { name: 'documentId', type: 'hidden' }), 'value')).toBe('d1');
    expect(words(page)).toContain('OS <1>.pdf');
    expect(all(form(), 'input', { name: 'documentId' })).toEqual([]);
  });

  it('has a label for each control, in English too', () => {
    for (const locale of ['fr', 'en'] as const) {
      const page = form({ lots: [] }, locale);
      for (const control of [...all(page, 'select'), ...all(page, 'textarea')])
        expect(labelOf(page, control)).not.toBe('');
    }
    expect(words(form({}, 'en'))).not.toMatch(/marché|date d’effet/);
  });
});

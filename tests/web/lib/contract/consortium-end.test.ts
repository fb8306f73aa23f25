import { describe, expect, it } from 'vitest';
import type { Group, OwnPart, Transfer } from '../../../../apps/web/src/lib/contract/consortium/consortium.ts';
import EndGroup from '../../../../apps/web/src/lib/contract/consortium/EndGroup.svelte';
import GroupEnded from '../../../../apps/web/src/lib/contract/consortium/GroupEnded.svelte';
import GroupParts from '../../../../apps/web/src/lib/contract/consortium/GroupParts.svelte';
import OwnPartFigures from '../../../../apps/web/src/lib/contract/consortium/OwnPartFigures.svelte';
import { endOf } from '../../../../apps/web/src/lib/contract/consortium/shares-form.ts';
import TransferCard from '../../../../apps/web/src/lib/contract/consortium/TransferCard.svelte';
import { all, attribute, draw, labelOf, one, words } from '../../../support/drawn.ts';

const balance = {
  ...{ dueCentihours: 20_000, doneCentihours: 5_000, soldCentihours: 0, boughtCentihours: 0 },
  ...{ effectiveCentihours: 20_000, heldCentihours: 5_000, leftCentihours: 15_000 },
};
const member = { ...balance, shareBps: 5_000, fixedCentihours: null, invoicedCents: 0, netCents: 0 };
const transfer = (state: Transfer['state'], totalCents = 56_112) => ({
  ...{ id: state, sellerId: 'a', sellerName: 'Propreté du Val', purchaserId: 'b', purchaserName: 'Peinture Amiel' },
  ...{ proposerId: 'a', centihours: 2_800, priceCents: 2_004, totalCents, reason: 'Nos agents ont fait plus', state },
  ...{ proposedAt: '2026-03-02T23:30:00Z', answer: null, signedOn: null, actedAt: null, proposedByName: null },
  ...{ actedByName: null, signature: null, fileId: null },
});
const group: Group = {
  ...{ clauseId: 'k', contractId: 'c', object: 'Nettoyage', reference: 'M-1', lotNumber: '2', groupKind: null },
  ...{ dueCentihours: 40_000, outsideCentihours: 0, today: '2026-03-10' },
  holders: [
    { id: 'a', name: 'Propreté du Val' },
    { id: 'b', name: 'Peinture Amiel' },
  ],
  group: {
    ...{ version: 3, mode: 'invoiced', liability: null, leadId: 'a', cause: 'set', drifted: true },
    ...{ endedOn: null, reason: null, recordedAt: '2026-03-01T09:00:00Z', byName: 'Inès Marchand' },
  },
  members: [
    { ...member, organisationId: 'a', name: 'Propreté du Val', lead: true },
    { ...member, organisationId: 'b', name: 'Peinture Amiel', lead: false },
  ],
  transfers: [transfer('signed'), transfer('waiting')],
};
const plain = (text: string) => text.replaceAll(/[\u00a0\u202f]/g, ' ');
const said = (drawn: Parameters<typeof words>[0]) => plain(words(drawn));
const ended = (given: Partial<NonNullable<Group['group']>> = {}): Group => ({
  ...group,
  group: group.group && {
    ...{ ...group.group, cause: 'ended', endedOn: '2026-03-08', reason: 'Avenant 3', ...given },
  },
});

describe('the form that ends a group', () => {
  const form = (given: Partial<Group> = {}, refused: Parameters<typeof draw<typeof EndGroup>>[1]['refused'] = null) =>
    draw(EndGroup, { group: { ...group, ...given }, refused });

  it('tells before the act what becomes of parts, hours, transfers, and of what is owed', () => {
    const text = said(form());
    expect(text).toContain('Les parts des 2 entreprises sont arrêtées');
    expect(text).toContain('celles d’après comptent pour le marché seulement');
    expect(text).toMatch(/1 transfert signé reste valable : 561,12 € HT/);
    expect(text).toContain('1 transfert attend une signature : il reste sans suite.');
    expect(text).toContain('Le marché doit toujours 400 h en entier');
    expect(text).toContain('peut être annulée ensuite');
  });

  it('speaks of no transfer where there is none, and of the money of all that are signed', () => {
    expect(said(form({ transfers: [] }))).not.toContain('reste valable');
    expect(said(form({ transfers: null }))).not.toContain('attend une signature');
    const two = form({ transfers: [transfer('signed'), { ...transfer('signed', 10_000), id: 'x' }] });
    expect(said(two)).toContain('2 transferts signés restent valables : 661,12 € HT');
  });

  it('begins today, at the latest, on the version that is shown, with nothing agreed to', () => {
    const drawn = form();
    expect(attribute(one(drawn, 'input', { name: 'version' }), 'value')).toBe('3');
    expect(attribute(one(drawn, 'form'), 'action')).toBe('?/dissoudre');
    expect(all(drawn, 'input', { name: 'agreed', checked: true })).toEqual([]);
    expect(labelOf(drawn, one(drawn, 'textarea', { name: 'reason' }))).toContain('Pourquoi');
    expect(drawn.html).toContain('2026');
  });

  it('comes back open with what was typed, and says at each field what is wrong', () => {
    const drawn = form(
      {},
      {
        sentence: 'Corrigez',
        values: { endedOn: '2026-03-09', reason: 'Départ', agreed: 'oui' },
        fields: { reason: 'Écrivez pourquoi', endedOn: 'Trop tôt' },
      },
    );
    expect(all(drawn, 'details', { open: true })).toHaveLength(1);
    expect(attribute(one(drawn, 'textarea', { name: 'reason' }), 'aria-invalid')).toBe('true');
    expect(said(drawn)).toContain('Trop tôt');
    // The page holds the reason of a transfer too: no two fields of one name.
    const id = attribute(one(drawn, 'textarea', { name: 'reason' }), 'id') ?? '';
    expect(id).toContain('end-reason');
    expect(all(drawn, 'a').map((link) => attribute(link, 'href'))).toContain(`#${id}`);
    expect(all(drawn, 'input', { name: 'agreed', checked: true })).toHaveLength(1);
  });

  it('sends what was typed, and a box that is not ticked as it is', () => {
    const typed = new FormData();
    for (const [name, value] of Object.entries({ version: '3', endedOn: '2026-03-09', reason: ' Départ ' }))
      typed.set(name, value);
    expect(endOf(typed, 'k')).toEqual({
      ...{ clauseId: 'k', version: 3, endedOn: '2026-03-09', reason: 'Départ', agreed: false },
    });
    typed.set('agreed', 'oui');
    typed.delete('version');
    expect(endOf(typed, 'k')).toMatchObject({ agreed: true, version: 0 });
  });
});

describe('a group that ended', () => {
  it('says since when, by whom and why, and offers the team to take it back', () => {
    const drawn = draw(GroupEnded, {
      ...{ endedOn: '2026-03-08', reason: 'Avenant 3', byName: 'Inès Marchand', version: 4 },
    });
    expect(said(drawn)).toContain('Groupement dissous par Inès Marchand : dernier jour le 8 mars 2026.');
    expect(said(drawn)).toMatch(/Motif : «\s*Avenant 3\s*»/);
    expect(attribute(one(drawn, 'form'), 'action')).toBe('?/retablir');
    expect(attribute(one(drawn, 'input', { name: 'version' }), 'value')).toBe('4');
  });

  it('offers nobody else to, and says what is refused', () => {
    const read = draw(GroupEnded, { endedOn: '2026-03-08', reason: 'Avenant 3' });
    expect(all(read, 'form')).toEqual([]);
    expect(said(read)).toContain('Groupement dissous : dernier jour');
    const back = { sentence: 'Une entreprise ne tient plus le lot', values: { resume: 'oui' }, fields: {} };
    const refused = draw(GroupEnded, { endedOn: '2026-03-08', reason: null, version: 4, refused: back });
    expect(said(refused)).toContain('Une entreprise ne tient plus le lot');
    expect(said(refused)).not.toContain('Motif');
  });

  it('shows its parts as they were, with no warning about what follows nothing any more', () => {
    const text = said(draw(GroupParts, { group: ended() }));
    expect(text).toContain('Obligation à la dissolution : 400 h.');
    expect(text).toContain('Version 3, inscrite le 1er mars 2026.');
    expect(text).not.toMatch(/Parts font toujours|répartie|le mandataire doit tout|Fixez-les/);
    const living = said(draw(GroupParts, { group }));
    expect(living).toContain('le mandataire doit tout');
    expect(living).toContain('Fixez-les à nouveau');
  });

  it('says of an end that was taken back when it was', () => {
    const text = said(draw(GroupParts, { group: ended({ cause: 'resumed', endedOn: null, reason: null }) }));
    expect(text).toContain('dissolution annulée le 1er mars 2026');
  });

  it('tells a member the same above its own figures, and offers it nothing to sign', () => {
    const part: OwnPart = {
      ...{ clauseId: 'k', contractId: 'c', object: 'Nettoyage', reference: 'M-1', lotNumber: '2', organisationId: 'b' },
      ...{ name: 'Peinture Amiel', mode: 'bps', liability: 'several', leadName: 'Propreté du Val', leads: false },
      ...{ endedOn: '2026-03-08', endReason: 'Avenant 3', obligationCentihours: 40_000, shareBps: 5_000, balance },
      ...{ fixedCentihours: null, invoicedCents: 0, netCents: 0, peers: [], transfers: [], maySign: true },
      today: '2026-03-10',
    };
    const drawn = draw(OwnPartFigures, { part });
    expect(said(drawn)).toContain('dernier jour le 8 mars 2026');
    expect(all(drawn, 'form')).toEqual([]);
    expect(said(draw(OwnPartFigures, { part: { ...part, endedOn: null } }))).not.toContain('dissous');
    const lapsed = draw(TransferCard, { transfer: transfer('lapsed'), own: 'b' });
    expect(said(lapsed)).toContain('Sans suite : le groupement est dissous');
    expect(all(lapsed, 'form')).toEqual([]);
  });
});

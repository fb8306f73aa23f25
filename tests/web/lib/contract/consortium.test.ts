import { afterEach, describe, expect, it } from 'vitest';
import type { Group, OwnPart, Transfer } from '../../../../apps/web/src/lib/contract/consortium/consortium.ts';
import GroupParts from '../../../../apps/web/src/lib/contract/consortium/GroupParts.svelte';
import MemberTable from '../../../../apps/web/src/lib/contract/consortium/MemberTable.svelte';
import OwnPartFigures from '../../../../apps/web/src/lib/contract/consortium/OwnPartFigures.svelte';
import ProposeTransfer from '../../../../apps/web/src/lib/contract/consortium/ProposeTransfer.svelte';
import RecordTransfer from '../../../../apps/web/src/lib/contract/consortium/RecordTransfer.svelte';
import SharesForm from '../../../../apps/web/src/lib/contract/consortium/SharesForm.svelte';
import { sharesOf, termsOf } from '../../../../apps/web/src/lib/contract/consortium/shares-form.ts';
import TransferList from '../../../../apps/web/src/lib/contract/consortium/TransferList.svelte';
import HeldClause from '../../../../apps/web/src/lib/hours/HeldClause.svelte';
import { page as app } from '../../../support/app-state.ts';
import { all, attribute, draw, labelOf, one, words } from '../../../support/drawn.ts';

const balance = (dueCentihours: number, doneCentihours: number, soldCentihours = 0, boughtCentihours = 0) => ({
  ...{ dueCentihours, doneCentihours, soldCentihours, boughtCentihours },
  effectiveCentihours: dueCentihours + soldCentihours - boughtCentihours,
  heldCentihours: doneCentihours + boughtCentihours - soldCentihours,
  leftCentihours: Math.max(0, dueCentihours + soldCentihours - boughtCentihours - doneCentihours),
});
const member = (
  organisationId: string,
  name: string,
  shareBps: number,
  given: ReturnType<typeof balance>,
  netCents: number | null = 0,
) => ({
  ...{
    organisationId,
    name,
    shareBps,
    lead: organisationId === 'a',
    fixedCentihours: null,
    invoicedCents: 0,
    netCents,
  },
  ...given,
});
const transfer: Transfer = {
  ...{ id: 't1', sellerId: 'a', sellerName: 'Propreté du Val', purchaserId: 'b', purchaserName: 'Peinture Amiel' },
  ...{ proposerId: 'a', centihours: 2_800, priceCents: 2_004, totalCents: 56_112, reason: 'Nos agents ont fait plus' },
  ...{
    proposedAt: '2026-03-02T23:30:00Z',
    state: 'waiting',
    answer: null,
    signedOn: null,
    actedAt: null,
    signature: null,
  },
};
const signed: Transfer = { ...transfer, id: 't2', state: 'signed', actedAt: '2026-03-04T09:00:00Z' };
const group: Group = {
  ...{ clauseId: 'k', contractId: 'c', object: 'Nettoyage', reference: 'M-1', lotNumber: '2', groupKind: 'Conjoint' },
  ...{ dueCentihours: 71_500, outsideCentihours: 0, today: '2026-03-10', transfers: [] },
  holders: [
    { id: 'a', name: 'Propreté du Val' },
    { id: 'b', name: 'Peinture Amiel' },
    { id: 'z', name: 'Sols du Levant' },
  ],
  group: {
    ...{ version: 3, mode: 'bps', liability: 'joint_lead_liable', leadId: 'a', cause: 'set', drifted: false },
    ...{ endedOn: null, reason: null },
    ...{ recordedAt: '2026-03-01T09:00:00Z', byName: 'Inès Marchand' },
  },
  members: [
    member('a', 'Propreté du Val', 5_500, balance(39_325, 60_000, 2_800), 56_112),
    member('b', 'Peinture Amiel', 4_500, balance(32_175, 0, 0, 2_800), -56_112),
  ],
};
const part: OwnPart = {
  ...{ clauseId: 'k', contractId: 'c', object: 'Nettoyage', reference: 'M-1', lotNumber: '2', organisationId: 'b' },
  ...{ name: 'Peinture Amiel', mode: 'bps', liability: 'several', leadName: 'Propreté du Val', leads: false },
  ...{ endedOn: null, endReason: null },
  ...{ obligationCentihours: 71_500, shareBps: 4_500, fixedCentihours: null, invoicedCents: 0, netCents: -56_112 },
  ...{ peers: [{ id: 'a', name: 'Propreté du Val' }], transfers: [], maySign: true, today: '2026-03-10' },
  balance: balance(32_175, 10_000, 0, 2_800),
};
const plain = (text: string) => text.replaceAll(/[\u00a0\u202f]/g, ' ');
const said = (drawn: Parameters<typeof words>[0]) => plain(words(drawn));
const refused = (values: Record<string, string | string[]>, fields: Record<string, string> = {}) => ({
  ...{ sentence: 'Refusé', values, fields },
});

afterEach(() => {
  app.url = new URL('https://jonction.example/');
});

describe('the parts of a group', () => {
  const rows = (given: Partial<Group> = {}) =>
    all(one(draw(MemberTable, { group: { ...group, ...given } }), 'tbody'), 'tr').map(said);
  const foot = (given: Partial<Group> = {}) => said(one(draw(MemberTable, { group: { ...group, ...given } }), 'tfoot'));

  it('say for each company what it owes, took over, did, and is to be paid', () => {
    const [first, second] = rows();
    expect(first).toMatch(
      /Propreté du Val mandataire.*55 %.*393,25 h.*28 h.*0 h.*421,25 h.*600 h.*avance 178,75 h.*\+561,12 €/,
    );
    expect(second).toMatch(/Peinture Amiel.*45 %.*321,75 h.*0 h.*28 h.*293,75 h.*0 h.*293,75 h.*−561,12 €/);
    expect(second).not.toContain('mandataire');
  });

  it('add up to the obligation, to no money, and to what is left of it', () => {
    expect(foot()).toMatch(/Le groupement\s*715 h\s*28 h\s*28 h\s*715 h\s*600 h\s*115 h\s*0 €/);
  });

  it('show the buyer no money at all', () => {
    const members = group.members.map((one) => ({ ...one, netCents: null }));
    const drawn = draw(MemberTable, { group: { ...group, members } });
    expect(said(drawn)).not.toContain('€');
    expect(said(drawn)).not.toContain('Solde');
  });

  it('say what each share comes from, by the way of sharing', () => {
    const [known] = group.members;
    if (!known || !group.group) throw new Error('a member and its group');
    const members = [{ ...known, shareBps: 3_333, fixedCentihours: 39_325, invoicedCents: 12_500_000 }];
    const of = (mode: 'bps' | 'fixed' | 'invoiced') =>
      rows({ members, group: { ...known, ...group.group, mode } as Group['group'] })[0];
    expect(of('bps')).toContain('33,33 %');
    expect(of('fixed')).toContain('393,25 h');
    expect(of('invoiced')).toContain('125 000 € facturés');
  });

  it('say how the obligation is shared, by whom, since when, and what open data say', () => {
    const text = said(draw(GroupParts, { group, lotHref: '/facilitateur/marches/c' }));
    expect(text).toContain('Obligation entière : 715 h');
    expect(text).toContain('Groupement conjoint, mandataire solidaire.');
    expect(text).toContain('Les données ouvertes disent : Conjoint.');
    expect(text).toContain('Version 3, fixée par Inès Marchand le 1er mars 2026.');
  });

  it('say that they followed, that fixed hours no more make the obligation, and what others did', () => {
    if (!group.group) throw new Error('a group');
    const followed = { ...group.group, cause: 'due' as const, drifted: true, liability: null, byName: null };
    const text = said(draw(GroupParts, { group: { ...group, group: followed, outsideCentihours: 700 } }));
    expect(text).toContain('les parts ont suivi l’obligation');
    expect(text).toContain('Fixez-les à nouveau');
    expect(text).toContain('7 h validées viennent d’entreprises hors du groupement');
    expect(text).toContain('n’est pas dite');
    const unsigned = said(draw(GroupParts, { group: { ...group, group: { ...group.group, byName: null } } }));
    expect(unsigned).toContain('Version 3, du 1er mars 2026.');
  });

  it('warn where nobody invoiced yet, and where more was given over than is owed now', () => {
    if (!group.group) throw new Error('a group');
    const invoiced = { ...group.group, mode: 'invoiced' as const };
    expect(said(draw(GroupParts, { group: { ...group, group: invoiced } }))).toContain('le mandataire doit tout');
    expect(said(draw(GroupParts, { group }))).not.toContain('le mandataire doit tout');
    const [known] = group.members;
    if (!known) throw new Error('a member');
    const over = { ...group, members: [{ ...known, effectiveCentihours: -100 }] };
    expect(said(draw(GroupParts, { group: over }))).toContain('parlez-en avec elle');
    expect(said(draw(GroupParts, { group }))).not.toContain('parlez-en avec elle');
    expect(said(draw(GroupParts, { group }))).toContain('Solde : + à recevoir');
  });

  it('say what to do where the hours are not shared, to each reader', () => {
    const none = { ...group, group: null, members: [] };
    expect(said(draw(GroupParts, { group: none, lotHref: '/x' }))).toContain('Dites qui doit quoi');
    expect(said(draw(GroupParts, { group: none }))).toContain('due en entier par le groupement');
    const alone = draw(GroupParts, { group: { ...none, holders: group.holders.slice(0, 1) }, lotHref: '/lots' });
    expect(said(alone)).toContain('Une seule entreprise tient ce lot');
    expect(attribute(one(alone, 'a'), 'href')).toBe('/lots');
  });
});

describe('the form of the shares', () => {
  const form = (given: Partial<Group> = {}, back: ReturnType<typeof refused> | null = null) =>
    draw(SharesForm, { group: { ...group, ...given }, refused: back });
  const ticked = (drawn: ReturnType<typeof form>) =>
    all(drawn, 'input', { name: 'member', checked: true }).map((box) => attribute(box, 'value'));

  it('begins with what is known: members ticked, their shares, the version it was filled from', () => {
    const drawn = form();
    expect(ticked(drawn)).toEqual(['a', 'b']);
    expect(attribute(one(drawn, 'input', { name: 'bps-a' }), 'value')).toBe('55');
    expect(attribute(one(drawn, 'input', { name: 'version' }), 'value')).toBe('3');
    expect(attribute(one(drawn, 'input', { name: 'mode', checked: true }), 'value')).toBe('bps');
    expect(labelOf(drawn, one(drawn, 'input', { name: 'hours-z' }))).toContain('Heures de Sols du Levant');
  });

  it('begins with every company of the lot where there is no group yet', () => {
    const drawn = form({ group: null, members: [] });
    expect(ticked(drawn)).toEqual(['a', 'b', 'z']);
    expect(attribute(one(drawn, 'input', { name: 'version' }), 'value')).toBe('');
  });

  it('keeps what was typed and says at its field what is wrong', () => {
    const drawn = form(
      {},
      refused(
        { mode: 'bps', member: ['b', 'z'], 'bps-b': '60', 'bps-z': 'x', leadId: 'b', liability: '', version: '3' },
        { 'members.1.shareBps': 'Écrivez une part' },
      ),
    );
    expect(ticked(drawn)).toEqual(['b', 'z']);
    expect(attribute(one(drawn, 'input', { name: 'bps-b' }), 'value')).toBe('60');
    expect(attribute(one(drawn, 'input', { name: 'bps-z' }), 'aria-invalid')).toBe('true');
    expect(attribute(one(drawn, 'input', { name: 'bps-b' }), 'aria-invalid')).not.toBe('true');
  });

  it('says of a sum that is wrong at the way of sharing', () => {
    const drawn = form({}, refused({ mode: 'bps', member: 'a' }, { members: 'Les parts ne font pas 100 %' }));
    expect(said(drawn)).toContain('Les parts ne font pas 100 %');
    expect(ticked(drawn)).toEqual(['a']);
  });
});

describe('what the forms send', () => {
  const typed = (fields: [string, string][]) => {
    const form = new FormData();
    for (const [name, value] of fields) form.append(name, value);
    return form;
  };

  it('is the share that the way of sharing asks, for the companies ticked alone', () => {
    const fields: [string, string][] = [
      ...([
        ['member', 'a'],
        ['member', 'b'],
        ['leadId', 'a'],
        ['liability', 'several'],
        ['version', '3'],
      ] as [string, string][]),
      ...([
        ['bps-a', '33,33'],
        ['bps-b', ''],
        ['bps-z', '12'],
        ['hours-a', '7 h 30'],
        ['hours-b', 'x'],
      ] as [string, string][]),
    ];
    expect(sharesOf(typed([['mode', 'bps'], ...fields]), 'k')).toEqual({
      ...{ clauseId: 'k', mode: 'bps', liability: 'several', leadId: 'a', version: 3 },
      members: [
        { organisationId: 'a', shareBps: 3_333, fixedCentihours: null },
        { organisationId: 'b', shareBps: null, fixedCentihours: null },
      ],
    });
    const fixed = sharesOf(typed([['mode', 'fixed'], ...fields]), 'k').members;
    expect(fixed).toEqual([
      { organisationId: 'a', shareBps: null, fixedCentihours: 750 },
      { organisationId: 'b', shareBps: null, fixedCentihours: Number.NaN },
    ]);
    expect(sharesOf(typed([['mode', 'invoiced'], ...fields]), 'k').members[0]).toMatchObject({ shareBps: null });
  });

  it('is no version and no form of group where none is said', () => {
    expect(
      sharesOf(
        typed([
          ['mode', 'bps'],
          ['version', ''],
          ['liability', ''],
        ]),
        'k',
      ),
    ).toMatchObject({
      ...{ version: null, liability: null, members: [] },
    });
  });

  it('is hours and euros as people type them, and no number where there is none', () => {
    expect(
      termsOf(
        typed([
          ['hours', '12,5'],
          ['price', '20,04 €'],
          ['reason', ' Accord '],
        ]),
        'k',
      ),
    ).toEqual({
      ...{ clauseId: 'k', centihours: 1_250, priceCents: 2_004, reason: 'Accord' },
    });
    expect(termsOf(typed([['hours', 'dix']]), 'k')).toMatchObject({ centihours: Number.NaN, priceCents: Number.NaN });
  });
});

describe('transfers', () => {
  const list = (transfers: Transfer[], own: string | null = null, back: ReturnType<typeof refused> | null = null) =>
    draw(TransferList, { transfers, own, refused: back });
  const actions = (drawn: ReturnType<typeof list>) => all(drawn, 'form').map((form) => attribute(form, 'action'));

  it('say who takes over what of whom, at what price, since which Paris day', () => {
    const text = said(list([transfer]));
    expect(text).toContain('Propreté du Val reprend 28 h de Peinture Amiel');
    expect(text).toContain('20,04 € HT de l’heure, soit 561,12 € HT');
    expect(text).toContain('Proposé le 3 mars 2026');
    expect(text).toContain('Attend la signature de Peinture Amiel');
  });

  it('give the one that is asked a signature to confirm and a refusal to explain, and no way back', () => {
    const drawn = list([transfer], 'b');
    expect(actions(drawn)).toEqual(['?/signer', '?/refuser']);
    expect(said(drawn)).toContain('Attend votre signature');
    expect(said(drawn)).toContain('Je signe pour Peinture Amiel : 28 h à 561,12 € HT en tout');
    const box = one(drawn, 'input', { name: 'confirmed' });
    expect([attribute(box, 'type'), attribute(box, 'required')]).toEqual(['checkbox', '']);
  });

  it('give whoever proposed the way back alone, and the team nothing to do', () => {
    expect(actions(list([transfer], 'a'))).toEqual(['?/reprendre']);
    expect(actions(list([transfer]))).toEqual([]);
    for (const own of ['a', 'b']) expect(actions(list([signed], own))).toEqual([]);
  });

  it('put what waits before what ended, and say how it ended', () => {
    const named = { ...signed, actedByName: 'Odile Sorel', proposedByName: 'Marc Delaunoy' };
    const drawn = list([named, transfer]);
    expect(all(drawn, 'article').map(said)[0]).toContain('Attend');
    expect(said(drawn)).toContain(
      'Proposé le 3 mars 2026 par Marc Delaunoy, signé des deux le 4 mars 2026 par Odile Sorel',
    );
    const no = { ...transfer, state: 'refused' as const, answer: 'Trop cher', actedAt: '2026-03-04T09:00:00Z' };
    expect(said(list([no]))).toMatch(/Refusé parce que : Trop cher.*refusé le 4 mars 2026/);
  });

  it('show the paper of what was signed on paper, to the team', () => {
    const paper = { ...signed, proposerId: null, signedOn: '2026-02-27', fileId: 'f' };
    const drawn = list([paper]);
    expect(said(drawn)).toContain('Signé sur papier le 27 févr. 2026');
    expect(said(drawn)).not.toContain('Proposé');
    expect(attribute(one(drawn, 'a'), 'href')).toBe('/api/downloads/f');
  });

  it('say what they are where there is none', () => {
    expect(said(list([]))).toMatch(/Rien ne compte avant les deux signatures.*Aucun transfert/);
  });

  it('come back open at the one that was refused, with its reason, and no other', () => {
    const back = refused({ transfer: 't1', reason: 'Trop' }, { reason: 'Écrivez pourquoi' });
    const drawn = list([transfer, { ...transfer, id: 't9' }], 'b', back);
    expect(all(drawn, 'details', { open: true })).toHaveLength(1);
    expect(words(one(drawn, 'textarea', { id: 'champ-reason-t1' }))).toContain('Trop');
    expect(all(drawn, 'textarea', { 'aria-invalid': 'true' })).toHaveLength(1);
  });
});

describe('the forms of a transfer', () => {
  it('say beforehand how many hours may go each way', () => {
    const drawn = draw(ProposeTransfer, { part, refused: null });
    expect(said(drawn)).toContain('Vous pouvez en reprendre 128 h');
    expect(said(drawn)).toContain('Vous pouvez en faire reprendre 293,75 h');
    expect(all(drawn, 'option').map(said)).toEqual(['Choisir…', 'Propreté du Val']);
    expect(all(drawn, 'details', { open: true })).toHaveLength(0);
  });

  it('never promise less than nothing', () => {
    const over = { ...part, balance: balance(1_000, 0, 4_000, 9_000) };
    const text = said(
      draw(ProposeTransfer, { part: { ...over, balance: { ...over.balance, heldCentihours: -5 } }, refused: null }),
    );
    expect(text).toContain('Vous pouvez en reprendre 0 h');
    expect(text).toContain('Vous pouvez en faire reprendre 0 h');
  });

  it('come back open with what was typed, each error at its field', () => {
    const drawn = draw(ProposeTransfer, {
      part,
      refused: refused({ side: 'buy', hours: '900', otherId: 'a' }, { centihours: 'Pas tant' }),
    });
    expect(all(drawn, 'details', { open: true })).toHaveLength(1);
    expect(attribute(one(drawn, 'input', { name: 'side', checked: true }), 'value')).toBe('buy');
    const hours = one(drawn, 'input', { name: 'hours' });
    expect(attribute(hours, 'aria-invalid')).toBe('true');
    expect(all(drawn, 'a').map((link) => attribute(link, 'href'))).toEqual([`#${attribute(hours, 'id')}`]);
  });

  it('ask the team for both companies, the day and the paper, kept when the rest is refused', () => {
    const drawn = draw(RecordTransfer, { group, refused: null });
    expect(attribute(one(drawn, 'form'), 'enctype')).toBe('multipart/form-data');
    expect(attribute(one(drawn, 'input', { name: 'signedOn' }), 'max')).toBe('2026-03-10');
    const back = refused({ documentId: 'f', documentName: 'accord.pdf' }, { fileId: 'Joignez' });
    const again = draw(RecordTransfer, { group, refused: back });
    expect(attribute(one(again, 'input', { name: 'documentId' }), 'value')).toBe('f');
    expect(said(again)).toContain('Papier déjà reçu : accord.pdf');
    expect(attribute(one(again, 'input', { name: 'file' }), 'id')).toBe('champ-file');
    expect(all(again, 'a').map((link) => attribute(link, 'href'))).toEqual(['#champ-file']);
  });
});

describe('the part of a company', () => {
  const figures = (given: Partial<OwnPart> = {}) => said(draw(OwnPartFigures, { part: { ...part, ...given } }));

  it('is what it owes, with transfers, what it did and has left, and what it is to pay', () => {
    const text = figures();
    expect(text).toMatch(/Votre part de l’obligation \(715 h en tout\).*321,75 h \(45 % de l’obligation\)/);
    expect(text).toMatch(/Reprises par d’autres.*− 28 h.*293,75 h.*100 h.*Il vous reste.*193,75 h/);
    expect(text).toMatch(/À payer aux autres.*561,12 € HT/);
    expect(text).not.toContain('Reprises à d’autres');
    expect(text).toContain('Mandataire : Propreté du Val.');
    expect(text).toContain('Groupement solidaire.');
  });

  it('says where it comes from by the way of sharing', () => {
    expect(figures({ mode: 'fixed' })).toContain('heures fixées pour vous');
    expect(figures({ mode: 'invoiced', invoicedCents: 1_250_000 })).toContain('vous avez facturé 12 500 €');
  });

  it('says of whoever leads that it answers for all, and of whoever did more that it is ahead', () => {
    const text = figures({ leads: true, netCents: 0, balance: balance(10_000, 12_000) });
    expect(text).toContain('Vous êtes le mandataire');
    expect(text).toMatch(/Vous êtes en avance de.*20 h/);
    expect(text).toContain('Rien à payer ni à recevoir');
    expect(figures({ netCents: 100 })).toContain('À recevoir des autres');
  });

  it('warns where hours that it transferred are no more', () => {
    expect(figures({ balance: balance(10_000, 0, 3_000) })).toContain('parlez-en avec l’équipe');
    expect(figures()).not.toContain('parlez-en');
  });

  it('is one step from the hours it owes, where it is in a group', () => {
    const gauge = {
      ...{ dueHours: 10, validatedCentihours: 0, pendingCentihours: 0, rejectedCentihours: 0, leftCentihours: 1_000 },
      ...{ forecastCentihours: null, atRisk: false },
    };
    const clause = {
      ...{
        clauseId: 'k',
        reference: 'M',
        object: 'Nettoyage',
        buyerName: 'Ville',
        lotNumber: null,
        structureName: 'Val',
      },
      ...{ facilitatorName: null, standing: { endsOn: null }, gauge },
    };
    const links = (shared: boolean) =>
      all(draw(HeldClause, { clause: { ...clause, shared } }), 'a').map((link) => attribute(link, 'href'));
    expect(links(true)).toContain('/entreprise/heures-dues/k/groupement');
    expect(links(false)).not.toContain('/entreprise/heures-dues/k/groupement');
  });
});

import { describe, expect, it } from 'vitest';
import { contractOf, mason, painter, rawContract, readRaw, readText, town } from './fixtures.ts';

describe('a published contract is normalised', () => {
  it('keeps what the clauses team needs, in our units', async () => {
    expect(await contractOf(rawContract())).toEqual({
      buyer: { idKind: 'SIRET', id: town, name: null },
      contractId: '2024-017-00',
      kind: 'contract',
      nature: 'Marché',
      object: 'Rénovation de l’école des Tilleuls',
      lotNumber: null,
      cpv: '45000000',
      procedure: 'Procédure adaptée',
      techniques: ['Sans objet'],
      modalities: ['Sans objet'],
      ccag: 'Travaux',
      frameworkId: null,
      place: { code: '99001', typeCode: 'Code postal', name: null },
      durationMonths: 12,
      notifiedOn: '2024-03-01',
      startsOn: null,
      publishedOn: '2024-03-12',
      amountCents: 12_000_050,
      priceForm: 'Forfaitaire',
      holders: [{ idKind: 'SIRET', id: painter, name: null }],
      groupKind: 'Pas de groupement',
      social: ['Clause sociale'],
      environmental: 'none',
      subcontracts: [],
      modifications: [],
      doubts: [],
    });
  });

  it('tells "no social consideration" from "nobody said"', async () => {
    const { considerationsSociales: _, ...silent } = rawContract();
    const none = rawContract({ considerationsSociales: { considerationSociale: ['Pas de considération sociale'] } });
    expect((await contractOf(silent)).social).toBe('unknown');
    expect((await contractOf(none)).social).toBe('none');
  });

  it('reads sub-objects written as text by Python, and nan as absent', async () => {
    const written = rawContract({
      acheteur: `{'id': '${town}'}`,
      lieuExecution: "{'code': '99001', 'typeCode': 'Code postal'}",
      dureeMois: '12.0',
      montant: '120000.5',
      titulaires: `[{'titulaire': {'typeIdentifiant': 'SIRET', 'id': '${painter}'}}]`,
      considerationsSociales: "{'considerationSociale': ['Clause sociale']}",
      modifications: '[]',
      actesSousTraitance: 'nan',
      idAccordCadre: 'nan',
      source: 'another file',
    });
    expect(await contractOf(written)).toEqual(await contractOf(rawContract()));
  });

  it.each([
    [{ titulaires: { titulaire: [{ typeIdentifiant: 'SIRET', id: painter }] } }],
    [{ titulaires: { titulaire: { typeIdentifiant: 'SIRET', id: painter } } }],
    [{ titulaires: [{ typeIdentifiant: 'Siret', id: ` ${painter} ` }] }],
    [{ titulaires: [{ id: `${painter.slice(0, 9)} ${painter.slice(9)}` }] }],
  ])('finds the holder however it is wrapped: %j', async (changes) => {
    expect((await contractOf(rawContract(changes))).holders).toEqual([{ idKind: 'SIRET', id: painter, name: null }]);
  });

  it('cleans what was pasted into the object', async () => {
    const object = 'Travaux d&#8217;entretien<br />Lot n&deg;3 :&nbsp;Peinture &amp;amp; sols, v&eacute;hicule < 3,5 t';
    const contract = await contractOf(rawContract({ objet: object }));
    expect(contract.object).toBe('Travaux d’entretien Lot n°3 : Peinture & sols, véhicule < 3,5 t');
    expect(contract.lotNumber).toBe('3');
  });

  it('takes concessions of both formats as contracts of kind concession', async () => {
    const concession = {
      id: 'DSP-1',
      autoriteConcedante: { id: town },
      objet: 'Fourrière automobile',
      dateSignature: '2024-06-18',
      dateDebutExecution: '2024-7-1',
      datePublicationDonnees: '2024-07-16',
      valeurGlobale: 70000,
      concessionnaires: [{ concessionnaire: { typeIdentifiant: 'SIRET', id: mason } }],
    };
    const [read] = await readText(JSON.stringify({ marches: { 'contrat-concession': [concession] } }));
    expect(read).toMatchObject({
      ok: true,
      contract: { kind: 'concession', notifiedOn: '2024-06-18', startsOn: '2024-07-01', amountCents: 7_000_000 },
    });
    expect((await contractOf(rawContract({ nature: 'Délégation de service public' }))).kind).toBe('concession');
  });

  it('reads amendments and acts of subcontracting', async () => {
    const contract = await contractOf(
      rawContract({
        modifications: [
          { modification: { id: 2, dateNotificationModification: '2024-09-01', dureeMois: 14 } },
          {
            modification: {
              id: 1,
              dateNotificationModification: '2024-05-02+02:00',
              montant: 130000,
              titulaires: [{ titulaire: { typeIdentifiant: 'SIRET', id: mason } }],
            },
          },
        ],
        actesSousTraitance: [
          {
            acteSousTraitance: {
              id: 1,
              sousTraitant: { typeIdentifiant: 'SIRET', id: mason },
              dateNotification: '2024-04-01',
              montant: 9000,
            },
          },
        ],
        modificationsActesSousTraitance: [
          {
            modificationActeSousTraitance: {
              id: 1,
              dateNotificationModificationSousTraitance: '2024-06-01',
              montant: 9500,
            },
          },
        ],
      }),
    );
    expect(contract.modifications).toMatchObject([
      { id: '1', on: '2024-05-02', amountCents: 13_000_000, holders: [{ id: mason }], durationMonths: null },
      { id: '2', on: '2024-09-01', amountCents: null, holders: null, durationMonths: 14 },
    ]);
    expect(contract.subcontracts).toMatchObject([
      { id: '1', holder: { id: mason }, amountCents: 900_000, amends: false },
      { id: '1', holder: null, amountCents: 950_000, amends: true },
    ]);
  });

  it('reads NaN as absent, which Python writes and JSON does not know', async () => {
    const text = JSON.stringify(rawContract({ tauxAvance: 'X' })).replace('"X"', 'NaN');
    expect(await readText(text)).toMatchObject([{ ok: true }]);
  });
});

describe('what is strange but usable comes in with a doubt', () => {
  const doubtsOf = async (changes: Record<string, unknown>): Promise<string[]> =>
    (await contractOf(rawContract(changes))).doubts.map((doubt) => `${doubt.field} ${doubt.code}`);

  it.each([
    [{ dateNotification: '0218-10-29' }, 'dateNotification decp.date_impossible'],
    [{ montant: 1 }, 'montant decp.amount_suspicious'],
    [{ montant: 'sur devis' }, 'montant decp.amount_unreadable'],
    [{ codeCPV: '4543100-7' }, 'codeCPV decp.cpv_unreadable'],
    [{ dureeMois: 0 }, 'dureeMois decp.duration_unreadable'],
    [{ acheteur: { id: town.slice(0, 9) } }, 'acheteur.id decp.siren_only'],
    [{ acheteur: { id: '21990001600012' } }, 'acheteur.id decp.siret_key'],
    [{ titulaires: [{ typeIdentifiant: 'SIRET', id: '3883430500028X' }] }, 'titulaires decp.holder_malformed'],
    [{ titulaires: [] }, 'titulaires decp.holder_missing'],
  ])('%j', async (changes, expected) => {
    expect(await doubtsOf(changes)).toContain(expected);
  });

  it('gives no day rather than the year 218', async () => {
    expect((await contractOf(rawContract({ dateNotification: '0218-10-29' }))).notifiedOn).toBeNull();
  });

  it('gives back the zeros that a spreadsheet dropped, when the key is then right', async () => {
    const contract = await contractOf(rawContract({ codeCPV: '3111000', titulaires: [{ id: '9900001000019' }] }));
    expect(contract.cpv).toBe('03111000');
    expect(contract.holders).toEqual([{ idKind: 'SIRET', id: '09900001000019', name: null }]);
  });
});

describe('only what cannot be identified is refused', () => {
  it.each([
    [{ acheteur: undefined }, 'acheteur.id', 'decp.buyer_missing'],
    [{ acheteur: { id: '12345' } }, 'acheteur.id', 'decp.buyer_malformed'],
    [{ id: '  ' }, 'id', 'decp.id_missing'],
    [{ objet: '<br />' }, 'objet', 'decp.object_missing'],
  ])('%j', async (changes, field, code) => {
    const reads = await readRaw(rawContract(changes), rawContract());
    expect(reads).toMatchObject([
      { record: 1, ok: false, problems: [{ field, code }] },
      { record: 2, ok: true },
    ]);
    expect(reads[0]?.ok === false && reads[0].problems[0]?.reason).toMatch(/^[A-ZL«].{10,}\.$/u);
  });
});

import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type Hiring, makeCandidate, makeHiring } from '../../support/hiring.ts';
import { makeOrganisation, makePerson } from '../../support/people.ts';
import { type Client, type Product, refusalOf, startProduct } from '../../support/product.ts';
import { linkClient, makeCompany, positioningOf, pushCvs } from '../../support/pushing.ts';

let product: Product;
let here: Hiring;
let there: Hiring;
let otherId: string;
let person: string;
let pushId: string;
let id: string;
let link: Client;

beforeAll(async () => {
  product = await startProduct({ today: '2026-03-02' });
  here = await makeHiring(product, 'Clauses du Val');
  there = await makeHiring(product, 'Clauses du Mont');
  await product.system.client`
    update organisation set settings = '{"positioningCaps":{"offer":500,"company":500}}' where id = ${here.structureId}`;
  otherId = await makeCompany(product, 'Ateliers du Val');
});
afterAll(() => product.close());
beforeEach(async () => {
  person = await makeCandidate(product, here.structureId);
  pushId = await pushCvs(here, [person]);
  ({ id } = await positioningOf(product, pushId, person));
  link = await linkClient(product, pushId);
});

const team = () => here.facilitator.client.positioning;
const asked = () => ({
  positioningId: id,
  companyName: 'Ateliers du Val',
  contactEmail: 'chef@ateliers.test',
  why: 'subcontractor' as const,
  note: 'Ils cherchent un agent pour lundi.',
});
const ask = async (client: Client = link) => {
  await client.positioning.askTransfer.mutate(asked());
  return (await transfers())[0]?.id ?? '';
};
const transfers = async (positioningId = id) => (await team().show.query({ positioningId })).transfers;
const agree = (
  transferId: string,
  more: Partial<Parameters<Client['positioning']['agreeTransfer']['mutate']>[0]> = {},
) =>
  team().agreeTransfer.mutate({
    transferId,
    employerId: otherId,
    recipientEmail: 'chef@ateliers.test',
    personAgrees: true,
    ...more,
  });
const notices = async () => (await team().show.query({ positioningId: id })).notices.map(({ kind }) => kind);
const lettersTo = (address: string, template: string) =>
  product.system.client<{ body_text: string }[]>`
    select body_text from message where to_address = ${address} and template = ${template} order by id desc`;

describe('a company that asks to pass a CV on', () => {
  it('only asks: nothing moves, and the team finds it in its tray', async () => {
    await link.positioning.openLink.mutate();
    await ask();
    expect(await transfers()).toMatchObject([
      {
        status: 'asked',
        companyName: 'Ateliers du Val',
        why: 'subcontractor',
        note: 'Ils cherchent un agent pour lundi.',
        askedBy: 'link',
        fromPositioningId: id,
        toPositioningId: null,
      },
    ]);
    expect((await positioningOf(product, pushId, person)).status).toBe('seen');
    expect(await notices()).toEqual(['transfer_asked']);
    const today = await here.facilitator.client.report.today.query();
    expect(today.items.filter((item) => item.kind === 'cvNews' && item.id === id)).toMatchObject([
      { news: 'transfer_asked' },
    ]);
    const [received] = await link.positioning.preview.query();
    expect(received?.transfer).toBe('asked');
  });

  it('may be known by its account, or spoken for by a facilitator, who needs no tray', async () => {
    await ask(here.employer.client);
    expect((await transfers())[0]?.askedBy).toBe('employer');
    const second = await pushCvs(here, [await makeCandidate(product, here.structureId)]);
    const [row] = await product.system.client<{ id: string }[]>`select id from positioning where push_id = ${second}`;
    await team().askTransfer.mutate({ ...asked(), positioningId: row?.id ?? '' });
    const shown = await team().show.query({ positioningId: row?.id ?? '' });
    expect([shown.transfers[0]?.askedBy, shown.notices]).toEqual(['facilitator', []]);
  });

  it('asks once at a time, of a CV that waits', async () => {
    await ask();
    expect(await refusalOf(ask())).toBe('positioning.transfer_pending');
    await link.positioning.answer.mutate({ positioningId: id, answer: 'refuse', reason: 'distance' });
    const [one] = await transfers();
    await team().declineTransfer.mutate({ transferId: one?.id ?? '', reason: 'other_plan' });
    expect(await refusalOf(ask())).toBe('positioning.act_not_allowed');
    expect(await refusalOf(link.positioning.askTransfer.mutate({ ...asked(), companyName: ' ' }))).toBe(
      'shared.fields_to_correct',
    );
  });

  it('asks of its own CVs alone', async () => {
    expect(await refusalOf(there.employer.client.positioning.askTransfer.mutate(asked()))).toBe(
      'positioning.not_found',
    );
    expect(await refusalOf(there.facilitator.client.positioning.askTransfer.mutate(asked()))).toBe(
      'positioning.not_found',
    );
    const at = { organisationId: here.structureId, structureId: here.structureId };
    const administrator = await makePerson(product, 'administrator', at);
    expect(await refusalOf(administrator.client.positioning.askTransfer.mutate(asked()))).toBe('access.not_allowed');
  });
});

describe('a CV passed on', () => {
  it('is a new sending with its own link and status; the first company’s row ends and shows nothing more', async () => {
    await link.positioning.openLink.mutate();
    const made = await agree(await ask());
    const first = await positioningOf(product, pushId, person);
    expect(first).toMatchObject({ status: 'closed', close_reason: 'transferred' });
    const next = await positioningOf(product, made.pushId, person);
    expect(next).toMatchObject({ id: made.positioningId, status: 'sent' });
    const [before] = await link.positioning.openLink.mutate();
    expect(before).toMatchObject({ card: null, closeReason: 'transferred', transfer: 'agreed' });
    const disclosed = await product.system.client`select employer_id from disclosure where participant_id = ${person}`;
    expect(disclosed).toEqual([{ employer_id: otherId }]);
    const [opened] = await (await linkClient(product, made.pushId)).positioning.openLink.mutate();
    expect(opened?.card?.firstName).toBeTruthy();
    // The same contract: a subcontractor of the holder works on it.
    expect(opened?.contractObject).not.toBeNull();
    expect(opened?.transfer).toBeNull();
  });

  it('keeps its trail, both ways, with who decided', async () => {
    const made = await agree(await ask());
    for (const one of [id, made.positioningId]) {
      expect(await transfers(one)).toMatchObject([
        {
          status: 'agreed',
          fromPositioningId: id,
          fromEmployerName: 'Propreté Clauses du Val',
          toPositioningId: made.positioningId,
          toEmployerName: 'Ateliers du Val',
          decidedByName: expect.any(String),
        },
      ]);
    }
    const { events } = await team().show.query({ positioningId: id });
    expect(events.at(-1)).toMatchObject({ act: 'close', actor: 'facilitator', toStatus: 'closed' });
    const [sent] = await product.system.client<{ facts: unknown }[]>`
      select facts from positioning_event where positioning_id = ${made.positioningId}`;
    expect(sent?.facts).toEqual({ transferredFrom: id });
  });

  it('tells the partner who recommended her, without the company’s words', async () => {
    const organisationId = await makeOrganisation(product, 'partner', 'Mission locale');
    const partner = await makePerson(product, 'partner', { organisationId, structureId: here.structureId });
    await product.system
      .client`update participant set recommended_by_organisation_id = ${organisationId} where id = ${person}`;
    await agree(await ask());
    const [letter] = await product.system.client<{ body_text: string }[]>`
      select body_text from message where about_id = ${id} and template = 'partner-closed'`;
    expect(letter?.body_text).toContain('proposée à une autre entreprise, avec son accord');
    expect(letter?.body_text).not.toContain('lundi');
    const { outcomes } = await partner.client.participant.showMine.query({ participantId: person });
    expect(JSON.stringify(outcomes)).not.toContain('lundi');
  });

  it('leaves only with her agreement to this company, and under every check of a sending', async () => {
    const transferId = await ask();
    const notAsked = agree(transferId, { personAgrees: false as true });
    expect(await refusalOf(notAsked)).toBe('shared.fields_to_correct');
    await product.system.client`update participant set opted_out = array[${otherId}]::uuid[] where id = ${person}`;
    expect(await refusalOf(agree(transferId))).toBe('positioning.cannot_push');
    await product.system
      .client`update participant set opted_out = '{}', diffusion_consent = false where id = ${person}`;
    expect(await refusalOf(agree(transferId))).toBe('positioning.cannot_push');
    await product.system.client`update participant set diffusion_consent = true where id = ${person}`;
    expect((await positioningOf(product, pushId, person)).status).toBe('sent');
    const left = () => product.system.client`select id from push where idempotency_key = ${`transfer:${transferId}`}`;
    expect(await left()).toHaveLength(0);
    await agree(transferId);
    expect(await left()).toHaveLength(1);
  });

  it('goes to another company, of the register', async () => {
    const transferId = await ask();
    expect(await refusalOf(agree(transferId, { employerId: here.employerId }))).toBe('positioning.transfer_same');
    expect(await refusalOf(agree(transferId, { employerId: here.structureId }))).toBe('positioning.employer_not_found');
  });

  it('holds to the caps of the other company', async () => {
    const transferId = await ask();
    const fullId = await makeCompany(product, 'Pleine SA');
    await product.system
      .client`update organisation set settings = '{"positioningCaps":{"offer":500,"company":1}}' where id = ${here.structureId}`;
    const [free] = [await makeCandidate(product, here.structureId)];
    await pushCvs(here, [free], { employerId: fullId });
    const call = agree(transferId, { employerId: fullId });
    expect(await refusalOf(call)).toBe('positioning.company_cap');
    await product.system
      .client`update organisation set settings = '{"positioningCaps":{"offer":500,"company":500}}' where id = ${here.structureId}`;
    expect((await transfers())[0]?.status).toBe('asked');
  });

  it('is decided once, and not after she took her consent back', async () => {
    const transferId = await ask();
    const answers = await Promise.allSettled([agree(transferId), agree(transferId)]);
    expect(answers.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(await refusalOf(team().declineTransfer.mutate({ transferId, reason: 'other_plan' }))).toBe(
      'positioning.transfer_decided',
    );
  });

  it('does not leave once the CV is withdrawn', async () => {
    const transferId = await ask();
    await team().withdraw.mutate({ positioningId: id });
    expect(await refusalOf(agree(transferId))).toBe('positioning.withdrawn');
  });
});

describe('a CV that is not passed on', () => {
  it('stays with the company, which is told so and never why', async () => {
    const address = 'recrutement@entreprise.test';
    const transferId = await ask();
    await team().declineTransfer.mutate({ transferId, reason: 'person_declined' });
    const [letter] = await lettersTo(address, 'transfer-declined');
    expect(letter?.body_text).toContain('« Ateliers du Val »');
    expect(letter?.body_text).not.toMatch(/souhaite pas|refus/);
    const [received] = await link.positioning.openLink.mutate();
    expect(received).toMatchObject({ transfer: 'declined' });
    expect(received?.card).not.toBeNull();
    expect(JSON.stringify(received)).not.toContain('person_declined');
    expect(await transfers()).toMatchObject([{ status: 'declined', declineReason: 'person_declined' }]);
    // It may ask again, and is news again.
    await team().dismissNotice.mutate({ positioningId: id });
    await ask();
    expect(await notices()).toEqual(['transfer_asked']);
  });
});

describe('who decides', () => {
  it('is the team of the structure, and nobody else', async () => {
    const transferId = await ask();
    const decide = (client: Client) => [
      () =>
        client.positioning.agreeTransfer.mutate({
          transferId,
          employerId: otherId,
          recipientEmail: 'chef@ateliers.test',
          personAgrees: true,
        }),
      () => client.positioning.declineTransfer.mutate({ transferId, reason: 'other_plan' }),
    ];
    for (const call of [...decide(link), ...decide(here.employer.client)]) {
      expect(await refusalOf(call())).toBe('access.not_allowed');
    }
    for (const call of decide(there.facilitator.client)) {
      expect(await refusalOf(call())).toBe('positioning.transfer_not_found');
    }
    expect((await transfers())[0]?.status).toBe('asked');
  });

  it('reads the question; the other company, a partner and another structure do not', async () => {
    await ask();
    const { structureId, employerId } = here;
    const read = async (actor: Parameters<typeof product.app.services.database.as>[0]) =>
      (
        await product.app.services.database.as(actor, (tx) =>
          tx.execute(`select id from positioning_transfer where positioning_id = '${id}'`),
        )
      ).length;
    expect(await read({ kind: 'user', role: 'facilitator', organisationId: structureId, structureId })).toBe(1);
    expect(await read({ kind: 'user', role: 'employer', organisationId: employerId, structureId })).toBe(1);
    expect(await read({ kind: 'link', pushId, organisationId: employerId, structureId })).toBe(1);
    for (const actor of [
      { kind: 'user', role: 'employer', organisationId: otherId, structureId },
      { kind: 'user', role: 'partner', organisationId: structureId, structureId },
      { kind: 'user', role: 'administrator', organisationId: structureId, structureId },
      { kind: 'user', role: 'facilitator', organisationId: structureId, structureId: there.structureId },
      { kind: 'link', pushId: crypto.randomUUID(), organisationId: employerId, structureId },
    ] as const) {
      expect(await read(actor), JSON.stringify(actor)).toBe(0);
    }
  });
});

import { type PositioningStatus, positioningStatuses } from '@jonction/domain/positioning/lifecycle';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type Hiring, makeCandidate, makeHiring } from '../../support/hiring.ts';
import { makeOrganisation } from '../../support/people.ts';
import { type Client, type Product, refusalOf, startProduct } from '../../support/product.ts';
import { linkClient, positioningOf, pushCvs, refusalRead } from '../../support/pushing.ts';

let product: Product;
let here: Hiring;
let person: string;
let pushId: string;
let id: string;
let link: Client;

beforeAll(async () => {
  product = await startProduct({ today: '2026-03-02' });
  here = await makeHiring(product, 'Clauses du Val');
  await product.system
    .client`update organisation set settings = '{"positioningCaps":{"offer":500,"company":500}}' where id = ${here.structureId}`;
});
afterAll(() => product.close());
beforeEach(async () => {
  person = await makeCandidate(product, here.structureId);
  pushId = await pushCvs(here, [person]);
  ({ id } = await positioningOf(product, pushId, person));
  link = await linkClient(product, pushId);
});

const refuse = { answer: 'refuse', reason: 'distance' } as const;
const meet = { answer: 'meet', interviewAt: '2026-03-12T09:30' } as const;
const story = async () => (await here.facilitator.client.positioning.show.query({ positioningId: id })).events;

describe('the log of a positioning', () => {
  it('names each move and who made it', async () => {
    await link.positioning.openLink.mutate();
    await link.positioning.answer.mutate({ positioningId: id, ...meet });
    await here.facilitator.client.positioning.answer.mutate({ positioningId: id, ...refuse });
    expect((await story()).map(({ act, actor, toStatus }) => [act, actor, toStatus])).toEqual([
      ['send', 'facilitator', 'sent'],
      ['see', 'link', 'seen'],
      ['meet', 'link', 'interview'],
      ['refuse', 'facilitator', 'refused'],
    ]);
  });

  it('tells the account of a company from its link', async () => {
    await here.employer.client.positioning.showReceived.mutate({ positioningId: id });
    await here.employer.client.positioning.answer.mutate({ positioningId: id, answer: 'hire' });
    expect((await story()).map(({ actor }) => actor)).toEqual(['facilitator', 'employer', 'employer']);
  });

  it('says that it was the person who withdrew, when she took her consent back', async () => {
    await here.facilitator.client.participant.withdrawConsent.mutate({
      participantId: person,
      way: 'spoken',
      on: '2026-03-02',
    });
    expect((await story()).at(-1)).toMatchObject({ act: 'withdraw', actor: 'participant', toStatus: 'withdrawn' });
  });
});

describe('the same answer twice', () => {
  it.each([
    ['a meeting', meet],
    ['a hire', { answer: 'hire' } as const],
    ['a refusal', refuse],
  ])('is one: %s', async (_name, answer) => {
    const first = await link.positioning.answer.mutate({ positioningId: id, ...answer, version: 1 });
    const kept = await positioningOf(product, pushId, person);
    const second = await link.positioning.answer.mutate({ positioningId: id, ...answer, version: 1 });
    expect([first.unchanged, second]).toEqual([false, { status: first.status, unchanged: true }]);
    expect(await positioningOf(product, pushId, person)).toEqual(kept);
    expect((await story()).filter(({ act }) => act === answer.answer)).toHaveLength(1);
  });

  it('is one when both arrive at the same instant', async () => {
    const press = () => link.positioning.answer.mutate({ positioningId: id, ...refuse, version: 1 });
    const told = await Promise.all([press(), press(), press()]);
    expect(told.map(({ unchanged }) => unchanged).sort()).toEqual([false, true, true]);
    expect((await story()).filter(({ act }) => act === 'refuse')).toHaveLength(1);
  });
});

describe('two different answers at once', () => {
  it('keep the first, and tell the second where it stands, in a sentence', async () => {
    await link.positioning.answer.mutate({ positioningId: id, ...refuse, version: 1 });
    const late = here.facilitator.client.positioning.answer.mutate({ positioningId: id, answer: 'hire', version: 1 });
    const refused = await refusalRead(late);
    expect(refused).toMatchObject({ code: 'positioning.answer_conflict', httpStatus: 409 });
    expect(refused.sentence).toMatch(/Entre-temps.*Refusé.*n’est pas enregistrée/);
    expect((await positioningOf(product, pushId, person)).status).toBe('refused');
  });

  it('are told apart even when they race: one moves, the other reads the newer state', async () => {
    const outcome = await Promise.allSettled([
      link.positioning.answer.mutate({ positioningId: id, ...refuse, version: 1 }),
      here.employer.client.positioning.answer.mutate({ positioningId: id, answer: 'hire', version: 1 }),
    ]);
    expect(outcome.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect((await story()).filter(({ act }) => act === 'refuse' || act === 'hire')).toHaveLength(1);
  });

  it('do not make an answer old because the CV was opened meanwhile', async () => {
    await link.positioning.openLink.mutate();
    const told = await here.facilitator.client.positioning.answer.mutate({ positioningId: id, ...refuse, version: 1 });
    expect(told).toEqual({ status: 'refused', unchanged: false });
  });
});

describe('a move that the table does not know', () => {
  it.each([
    ['an answer after a refusal', refuse, { answer: 'hire' } as const],
    ['a refusal after a hire', { answer: 'hire' } as const, refuse],
  ])('is refused in a French sentence: %s', async (_name, first, then) => {
    await link.positioning.answer.mutate({ positioningId: id, ...first });
    const refused = await refusalRead(link.positioning.answer.mutate({ positioningId: id, ...then }));
    expect(refused).toMatchObject({ code: 'positioning.act_not_allowed', httpStatus: 422 });
    expect(refused.sentence).toMatch(/Une réponse a déjà été donnée/);
  });

  it('does not pass even for whoever writes to the base: the same pairs as the rule, and no other', async () => {
    const allowed = new Set<string>();
    const tried = async (from: PositioningStatus, to: PositioningStatus) => {
      return product.system.client
        .begin(async (sql) => {
          await sql`alter table positioning disable trigger positioning_moves`;
          await sql`update positioning set status = ${from} where id = ${id}`;
          await sql`alter table positioning enable trigger positioning_moves`;
          await sql`update positioning set status = ${to} where id = ${id}`;
          allowed.add(`${from}>${to}`);
          throw new Error('only a trial');
        })
        .catch(() => undefined);
    };
    for (const from of positioningStatuses) {
      for (const to of positioningStatuses) if (from !== to) await tried(from, to);
    }
    const { actOnPositioning, positioningActors, positioningActs } = await import(
      '@jonction/domain/positioning/lifecycle'
    );
    const ruled = new Set(
      positioningStatuses.flatMap((from) =>
        positioningActs.flatMap((act) =>
          positioningActors.flatMap((by) =>
            positioningStatuses.flatMap((before) => {
              const answer = actOnPositioning(from, act, by, before);
              return answer.ok && answer.value !== from ? [`${from}>${answer.value}`] : [];
            }),
          ),
        ),
      ),
    );
    expect([...allowed].sort()).toEqual([...ruled].sort());
  });
});

describe('what the team says among itself', () => {
  it('is read by the team, and by nobody who may read the positioning for another reason', async () => {
    await here.facilitator.client.positioning.comment.mutate({ positioningId: id, body: '  Rappeler jeudi matin.  ' });
    const shown = await here.facilitator.client.positioning.show.query({ positioningId: id });
    expect(shown.comments).toMatchObject([{ body: 'Rappeler jeudi matin.' }]);
    const others = [
      { kind: 'user', role: 'employer', organisationId: here.employerId, structureId: here.structureId },
      { kind: 'link', pushId, organisationId: here.employerId, structureId: here.structureId },
      { kind: 'user', role: 'partner', organisationId: here.employerId, structureId: here.structureId },
      { kind: 'user', role: 'administrator', organisationId: here.structureId, structureId: here.structureId },
      { kind: 'user', role: 'facilitator', organisationId: here.employerId, structureId: crypto.randomUUID() },
      { kind: 'anonymous' },
    ] as const;
    for (const actor of others) {
      const rows = await product.app.services.database.as(actor, (tx) =>
        tx.execute('select id from positioning_comment'),
      );
      expect(rows.length, JSON.stringify(actor)).toBe(0);
    }
    expect(JSON.stringify(await link.positioning.openLink.mutate())).not.toContain('Rappeler jeudi');
    expect(JSON.stringify(await here.employer.client.positioning.listReceived.query())).not.toContain('Rappeler');
  });

  it('is not empty, and not a company’s to write', async () => {
    expect(await refusalOf(link.positioning.comment.mutate({ positioningId: id, body: 'x' }))).toBe(
      'access.not_allowed',
    );
    const empty = here.facilitator.client.positioning.comment.mutate({ positioningId: id, body: '   ' });
    expect(await refusalOf(empty)).toBe('shared.fields_to_correct');
  });

  it('is of one structure: another one finds no such positioning', async () => {
    const there = await makeHiring(product, 'Clauses du Mont');
    const call = there.facilitator.client.positioning.comment.mutate({ positioningId: id, body: 'Bonjour' });
    expect(await refusalOf(call)).toBe('positioning.not_found');
  });
});

describe('what a company writes with its answer', () => {
  const words = 'Trop loin de chez nous, dommage.';
  const read = (actor: Parameters<typeof product.app.services.database.as>[0]) =>
    product.app.services.database.as(actor, async (tx) => ({
      note: [...(await tx.execute('select note from positioning_note'))],
      row: JSON.stringify([...(await tx.execute('select * from positioning'))]),
    }));

  it('is read by the team and by that company, and never by a partner who follows her people', async () => {
    const partnerId = await makeOrganisation(product, 'partner', 'Mission locale');
    await product.system.client`update participant set recommended_by_organisation_id = ${partnerId}
      where id = (select participant_id from positioning where id = ${id})`;
    await link.positioning.answer.mutate({ positioningId: id, answer: 'refuse', reason: 'distance', note: words });
    const { structureId, employerId } = here;
    const readers = [
      { kind: 'user', role: 'facilitator', organisationId: structureId, structureId },
      { kind: 'user', role: 'employer', organisationId: employerId, structureId },
      { kind: 'link', pushId, organisationId: employerId, structureId },
    ] as const;
    for (const actor of readers) expect((await read(actor)).note, actor.kind).toContainEqual({ note: words });
    const partner = { kind: 'user', role: 'partner', organisationId: partnerId, structureId } as const;
    const seen = await read(partner);
    // She does read that her person's positioning ended.
    expect(seen.row).toContain(id);
    expect(seen.row).not.toContain('Trop loin');
    expect(seen.note).toEqual([]);
    const stranger = { ...partner, role: 'facilitator', structureId: crypto.randomUUID() } as const;
    expect((await read(stranger)).note).toEqual([]);
  });

  it('is that of the answer that stands', async () => {
    await link.positioning.answer.mutate({
      positioningId: id,
      answer: 'meet',
      interviewAt: '2026-05-04T09:00',
      note: words,
    });
    const noteOf = async () =>
      (await here.facilitator.client.positioning.show.query({ positioningId: id })).row.answerNote;
    expect(await noteOf()).toBe(words);
    await link.positioning.answer.mutate({
      positioningId: id,
      answer: 'meet',
      interviewAt: '2026-05-05T09:00',
      note: 'Plutôt mardi.',
    });
    expect(await noteOf()).toBe('Plutôt mardi.');
    await link.positioning.answer.mutate({ positioningId: id, answer: 'hire' });
    expect(await noteOf()).toBeNull();
  });
});

import { participantOccupation } from '@jonction/db/participant/tables';
import { correctionInput } from '@jonction/domain/participant/link-correct';
import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Hiring, makeCandidate, makeHiring, makePlaces, system } from '../../support/hiring.ts';
import { makeToken, type OwnPage, openOwnPage } from '../../support/own-page.ts';
import { type Product, refusalOf, startProduct } from '../../support/product.ts';

let product: Product;
let here: Hiring;
let there: Hiring;

beforeAll(async () => {
  product = await startProduct({ today: '2026-03-02' });
  await makePlaces(product);
  here = await makeHiring(product, 'Val');
  there = await makeHiring(product, 'Mont');
});
afterAll(() => product.close());

interface Somebody {
  participantId: string;
  page: OwnPage;
}

/** Somebody on her own page. */
async function onHerPage(of: Hiring = here, lastName = 'Diop'): Promise<Somebody> {
  const participantId = await makeCandidate(product, of.structureId, {
    firstName: 'Awa',
    lastName,
    birthDate: '1990-12-25',
    phone: '+33612345678',
    ownerId: of.facilitator.userId,
  });
  const token = await makeToken(of.facilitator, participantId);
  return { participantId, page: await openOwnPage(product, token, { day: '25', month: '12' }) };
}

const fileOf = async (participantId: string, of: Hiring = here) =>
  (await of.facilitator.client.participant.show.query({ participantId })).participant;
const saidBy = async (participantId: string) =>
  (await here.facilitator.client.participant.showLink.query({ participantId })).words;
const newsOf = async (participantId: string) =>
  (await here.facilitator.client.report.today.query()).items.flatMap((item) =>
    item.kind === 'page' && item.participantId === participantId ? [item] : [],
  );

async function sendCv({ participantId }: Somebody): Promise<{ pushId: string; link: string }> {
  const { pushId } = await here.facilitator.client.positioning.push.mutate({
    offerId: here.offerId,
    participantIds: [participantId],
    recipientEmail: 'rh@entreprise.test',
    idempotencyKey: participantId,
  });
  const [letter] = await product.system.client<{ body_text: string }[]>`
    select body_text from message where about_id = ${pushId}`;
  return { pushId, link: /\/cv\/([\w-]+)/.exec(letter?.body_text ?? '')?.[1] ?? '' };
}

describe('participant.showPage', () => {
  it('shows the very card that the next company would read', async () => {
    const somebody = await onHerPage();
    const shown = await somebody.page.client.participant.showPage.query();
    const { pushId } = await sendCv(somebody);
    const [sent] = await product.system.client<{ card: unknown }[]>`
      select card from disclosure where push_id = ${pushId}`;
    expect(shown.card).toEqual(sent?.card);
    expect(shown).toMatchObject({ firstName: 'Awa', structureName: 'Val', hasCv: true, consent: { given: true } });
  });

  it('says nothing of why she is eligible, of her birth, or of the team’s own thoughts', async () => {
    const somebody = await onHerPage();
    await product.system.client`insert into contact (structure_id, participant_id, at, channel, outcome, purpose, note)
      values (${here.structureId}, ${somebody.participantId}, now(), 'phone', 'reached', 'follow_up', 'note secrète')`;
    await product.system.client`insert into positioning (structure_id, participant_id, employer_id, status)
      values (${here.structureId}, ${somebody.participantId}, ${here.employerId}, 'proposed')`;
    const shown = JSON.stringify(await somebody.page.client.participant.showPage.query());
    expect(shown).not.toMatch(/RSA|1990|12-25|secrète|proposed|Propreté/);
  });

  it('lists each opening as organisation and day, once a day', async () => {
    const somebody = await onHerPage();
    const { link } = await sendCv(somebody);
    const company = product.client({ 'x-jonction-link': link });
    await company.positioning.openLink.mutate();
    await company.positioning.openLink.mutate();
    const { openings, sendings } = await somebody.page.client.participant.showPage.query();
    expect(openings).toEqual([{ organisation: 'Propreté Val', on: expect.stringMatching(/^\d{4}-\d\d-\d\d$/) }]);
    expect(sendings).toMatchObject([{ organisation: 'Propreté Val', where: 'opened', told: null }]);
  });

  it('tells a refusal in words meant for her, never in the company’s', async () => {
    const somebody = await onHerPage();
    const { link } = await sendCv(somebody);
    const company = product.client({ 'x-jonction-link': link });
    const [received] = await company.positioning.openLink.mutate();
    await company.positioning.answer.mutate({
      positioningId: received?.positioningId ?? '',
      answer: 'refuse',
      reason: 'lacking_skills',
      note: 'Pas assez rapide',
      version: received?.version ?? 1,
    });
    const shown = await somebody.page.client.participant.showPage.query();
    expect(shown.sendings).toMatchObject([
      { where: 'over', told: 'L’entreprise a choisi quelqu’un d’autre. On continue avec vous.' },
    ]);
    expect(JSON.stringify(shown)).not.toMatch(/rapide|lacking|compétence nécessaire/);
  });

  it('names whoever follows her by the first name alone', async () => {
    const somebody = await onHerPage();
    await product.system.client`update "user" set name = 'Samira Benali' where id = ${here.facilitator.userId}`;
    await product.system.client`update organisation set phone = '+33140000000' where id = ${here.structureId}`;
    const shown = await somebody.page.client.participant.showPage.query();
    expect(shown).toMatchObject({ referent: 'Samira', structurePhone: '+33140000000' });
    expect(JSON.stringify(shown)).not.toContain('Benali');
  });
});

describe('participant.correctOwn', () => {
  it('holds at once for how to reach her, where and when she can work, and tells the team', async () => {
    const somebody = await onHerPage();
    const { correctOwn } = somebody.page.client.participant;
    for (const correction of [
      { field: 'phone', phone: '06 98 76 54 32' },
      { field: 'email', email: 'Awa@Exemple.test' },
      { field: 'place', postalCode: '93200', city: null },
      { field: 'radius', radiusKm: 5 },
      { field: 'availability', availableFrom: '2026-04-01' },
      { field: 'hours', weeklyHoursMin: 20, weeklyHoursMax: 28 },
    ] as const) {
      expect(await correctOwn.mutate(correction)).toEqual({ applied: true });
    }
    expect(await fileOf(somebody.participantId)).toMatchObject({
      phone: '+33698765432',
      email: 'awa@exemple.test',
      postalCode: '93200',
      city: 'Saint-Denis',
      radiusKm: 5,
      availableFrom: '2026-04-01',
      weeklyHoursMin: 20,
      weeklyHoursMax: 28,
    });
    expect(await newsOf(somebody.participantId)).toMatchObject([{ what: 'changed', count: 6, name: 'Awa Diop' }]);
    // Nothing waits on her own page: it is done.
    expect((await somebody.page.client.participant.showPage.query()).waiting).toEqual([]);
  });

  it('is said to the team for what is confirmed on papers, and changes nothing by itself', async () => {
    const somebody = await onHerPage();
    const before = await fileOf(somebody.participantId);
    const said = { field: 'licences', words: 'J’ai eu le permis B en janvier' } as const;
    expect(await somebody.page.client.participant.correctOwn.mutate(said)).toEqual({ applied: false });
    expect(await fileOf(somebody.participantId)).toEqual(before);
    expect(await newsOf(somebody.participantId)).toMatchObject([{ what: 'said', count: 1 }]);
    expect((await somebody.page.client.participant.showPage.query()).waiting).toMatchObject([said]);
    const [word] = await saidBy(somebody.participantId);
    await here.facilitator.client.participant.settleWord.mutate({ wordId: word?.id ?? '' });
    expect(await newsOf(somebody.participantId)).toEqual([]);
    expect((await somebody.page.client.participant.showPage.query()).waiting).toEqual([]);
    expect(await refusalOf(here.facilitator.client.participant.settleWord.mutate({ wordId: word?.id ?? '' }))).toBe(
      'participant.word_not_found',
    );
  });

  it('gives back each field that cannot be', async () => {
    const { page, participantId } = await onHerPage();
    for (const wrong of [
      { field: 'phone', phone: 'zéro six' },
      { field: 'hours', weeklyHoursMin: 30, weeklyHoursMax: 20 },
      { field: 'radius', radiusKm: 501 },
      { field: 'skills', words: '  ' },
    ]) {
      expect(correctionInput.safeParse(wrong).success).toBe(false);
      expect(await refusalOf(page.client.participant.correctOwn.mutate(wrong as never))).toBe(
        'shared.fields_to_correct',
      );
    }
    expect(await saidBy(participantId)).toEqual([]);
  });

  it('keeps somebody else of the team’s structure, and of another, out of it', async () => {
    const { participantId, page } = await onHerPage();
    await page.client.participant.correctOwn.mutate({ field: 'other', words: 'Tout est faux' });
    const [word] = await saidBy(participantId);
    for (const stranger of [there.facilitator, here.employer]) {
      expect(await refusalOf(stranger.client.participant.settleWord.mutate({ wordId: word?.id ?? '' }))).toMatch(
        /word_not_found|not_allowed/,
      );
    }
  });
});

describe('an offer that the team asks about', () => {
  const propose = (participantId: string, offerId = here.offerId) =>
    here.facilitator.client.participant.proposeOffer.mutate({ participantId, offerId });

  it('is on her page until she answers, and her answer reaches the home of the team', async () => {
    const { participantId, page } = await onHerPage();
    const { proposalId } = await propose(participantId);
    expect((await page.client.participant.showPage.query()).proposals).toMatchObject([
      { id: proposalId, open: true, answer: null, employerName: 'Propreté Val' },
    ]);
    await page.client.participant.answerProposal.mutate({ proposalId, answer: 'no', reason: 'distance' });
    expect(await newsOf(participantId)).toMatchObject([{ what: 'no' }]);
    await page.client.participant.answerProposal.mutate({ proposalId, answer: 'yes' });
    expect(await newsOf(participantId)).toMatchObject([{ what: 'yes' }]);
    const { proposals } = await here.facilitator.client.participant.showLink.query({ participantId });
    expect(proposals).toMatchObject([{ answer: 'yes', reason: null, offerId: here.offerId }]);
    await here.facilitator.client.participant.settleProposal.mutate({ proposalId });
    expect(await newsOf(participantId)).toEqual([]);
    expect(await refusalOf(page.client.participant.answerProposal.mutate({ proposalId, answer: 'yes' }))).toBe(
      'participant.proposal_handled',
    );
    expect(await refusalOf(here.facilitator.client.participant.settleProposal.mutate({ proposalId }))).toBe(
      'participant.proposal_not_found',
    );
  });

  it('is asked once, of an open offer of the structure, by the team alone', async () => {
    const { participantId } = await onHerPage();
    await propose(participantId);
    expect(await refusalOf(propose(participantId))).toBe('participant.proposal_already');
    expect(await refusalOf(propose(participantId, there.offerId))).toBe('offer.not_found');
    const ask = { participantId, offerId: there.offerId };
    expect(await refusalOf(there.facilitator.client.participant.proposeOffer.mutate(ask))).toBe(
      'participant.not_found',
    );
    expect(await refusalOf(here.employer.client.participant.proposeOffer.mutate(ask))).toBe('access.not_allowed');
  });

  it('cannot be answered once it is closed, nor by somebody else, nor without a reason for no', async () => {
    const first = await onHerPage();
    const second = await onHerPage();
    const { proposalId } = await propose(first.participantId);
    const answer = second.page.client.participant.answerProposal;
    expect(await refusalOf(answer.mutate({ proposalId, answer: 'yes' }))).toBe('participant.proposal_not_found');
    const own = first.page.client.participant.answerProposal;
    expect(await refusalOf(own.mutate({ proposalId, answer: 'no' } as never))).toBe('shared.fields_to_correct');
    await product.system.client`update offer set status = 'closed' where id = ${here.offerId}`;
    expect(await refusalOf(own.mutate({ proposalId, answer: 'yes' }))).toBe('participant.proposal_over');
    await product.system.client`update offer set status = 'open' where id = ${here.offerId}`;
  });
});

describe('her agreement, from her own page', () => {
  it('taken back kills the company’s link to her CV with the next request, and tells the team', async () => {
    const somebody = await onHerPage();
    const { link } = await sendCv(somebody);
    const company = product.client({ 'x-jonction-link': link });
    expect((await company.positioning.openLink.mutate())[0]?.card).not.toBeNull();
    expect(await somebody.page.client.participant.withdrawOwnConsent.mutate()).toEqual({ withdrawn: 1 });
    const [after] = await company.positioning.openLink.mutate();
    expect(after).toMatchObject({ card: null, status: 'withdrawn' });
    expect(await newsOf(somebody.participantId)).toMatchObject([{ what: 'consent_withdrawn' }]);
    const { consents } = await here.facilitator.client.participant.show.query({
      participantId: somebody.participantId,
    });
    expect(consents[0]).toMatchObject({ type: 'withdrawn', way: 'online', on: '2026-03-02', recordedByName: null });
    const shown = await somebody.page.client.participant.showPage.query();
    expect(shown.consent.given).toBe(false);
    expect(shown.sendings).toMatchObject([{ where: 'withdrawn', told: null }]);
    expect(await refusalOf(somebody.page.client.participant.withdrawOwnConsent.mutate())).toBe(
      'participant.consent_absent',
    );
  });

  it('is given again to the wording she read, and to no other', async () => {
    const { page, participantId } = await onHerPage();
    await page.client.participant.withdrawOwnConsent.mutate();
    const { consent } = await page.client.participant.showPage.query();
    const { participant } = page.client;
    const again = (textVersion: string) => participant.giveOwnConsent.mutate({ textVersion });
    expect(await refusalOf(again('1999-01'))).toBe('participant.page_text_changed');
    await again(consent.version);
    expect((await fileOf(participantId)).consents).toBe(true);
    expect(await refusalOf(again(consent.version))).toBe('participant.consent_already');
  });
});

describe('the second wall, for somebody on her own page', () => {
  /** Tables that hold something for her, and how a row there is hers; every other table of people is empty to her. */
  const own: Readonly<Record<string, string>> = {
    participant: 'id',
    participant_occupation: 'participant_id',
    participant_skill: 'participant_id',
    participant_language: 'participant_id',
    participant_word: 'participant_id',
    offer_proposal: 'participant_id',
    consent_event: 'participant_id',
    cv: 'participant_id',
    positioning: 'participant_id',
    cv_opening: 'participant_id',
  };
  /** Names of others, of which she sees a few; and what no person owns. */
  const apart = /^(organisation|user|offer|rome_|commune|reference_load|licence)/;

  it('shows her own rows and nobody else’s, in every table of the base', async () => {
    const somebody = await onHerPage();
    const other = await onHerPage();
    const abroad = await onHerPage(there);
    await sendCv(somebody);
    await sendCv(other);
    await here.facilitator.client.participant.proposeOffer.mutate({
      participantId: other.participantId,
      offerId: here.offerId,
    });
    const { participantId } = somebody;
    const actor = { kind: 'participant', participantId, structureId: here.structureId } as const;
    const tables = await product.system.client<{ name: string }[]>`
      select c.relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
      where n.nspname = 'public' and c.relkind = 'r' order by 1`;
    const seen = await product.app.services.database.as(actor, async (tx) => {
      const found: Record<string, string[]> = {};
      for (const { name } of tables) {
        if (apart.test(name)) continue;
        const column = own[name];
        try {
          found[name] = await tx.transaction(async (inner) => {
            const rows = await inner.execute<{ whose: string }>(
              `select ${column ?? "'nobody'"}::text as whose from "${name}"`,
            );
            return [...rows].map(({ whose }) => whose);
          });
        } catch {
          // No grant at all: nothing to see.
          found[name] = [];
        }
      }
      return found;
    });
    for (const [table, rows] of Object.entries(seen)) {
      expect(new Set(rows), table).toEqual(new Set(table in own && rows.length > 0 ? [participantId] : []));
    }
    for (const table of ['participant', 'participant_occupation', 'consent_event', 'cv', 'positioning']) {
      expect(seen[table]?.length, table).toBeGreaterThan(0);
    }
    expect(abroad.participantId).not.toBe(participantId);
  });

  it('names only her team, the companies she is told about, and the one colleague', async () => {
    const somebody = await onHerPage();
    await makeHiring(product, 'Tierce');
    const actor = {
      kind: 'participant',
      participantId: somebody.participantId,
      structureId: here.structureId,
    } as const;
    const names = await product.app.services.database.as(actor, async (tx) => [
      ...(await tx.execute<{ name: string }>('select name from organisation')),
    ]);
    expect(names.map(({ name }) => name)).toEqual(['Val']);
    const people = await product.app.services.database.as(actor, async (tx) => [
      ...(await tx.execute<{ id: string }>('select id from "user"')),
    ]);
    expect(people.map(({ id }) => id)).toEqual([here.facilitator.userId]);
  });

  it.each([
    ['her name', `update participant set first_name = 'Autre'`],
    ['her birth date', `update participant set birth_date = '2000-01-01'`],
    ['who follows her', 'update participant set owner_id = null'],
    ['her agreement, without its event', 'update participant set diffusion_consent = not diffusion_consent'],
    ['a positioning, but to withdraw it', `update positioning set status = 'hired'`],
    ['the history of her agreement', `update consent_event set way = 'written'`],
    ['her CV', `update cv set title = 'Autre'`],
    ['what the team asked her', 'update offer_proposal set offer_id = id'],
    [
      'an eligibility',
      `insert into eligibility_code (participant_id, structure_id, code, proven_from) select id, structure_id, 'x', now() from participant`,
    ],
    [
      'a link for herself',
      `insert into participant_link (structure_id, participant_id, token_hash, way, expires_at) select structure_id, id, 'x', 'hand', now() + interval '1 day' from participant`,
    ],
  ])('lets her change nothing of %s', async (_, statement) => {
    const somebody = await onHerPage();
    await sendCv(somebody);
    const { participantId } = somebody;
    await here.facilitator.client.participant.proposeOffer.mutate({ participantId, offerId: here.offerId });
    const print = async () =>
      JSON.stringify(
        await product.system.client`
          select (select to_jsonb(p) - 'updated_at' from participant p where id = ${participantId}) as person,
            (select jsonb_agg(n.status) from positioning n where participant_id = ${participantId}) as moves,
            (select jsonb_agg(c.way) from consent_event c where participant_id = ${participantId}) as said,
            (select jsonb_agg(v.title) from cv v where participant_id = ${participantId}) as cvs,
            (select jsonb_agg(a.offer_id) from offer_proposal a where participant_id = ${participantId}) as asked,
            (select count(*) from participant_link l where participant_id = ${participantId}) as links`,
      );
    const before = await print();
    const actor = { kind: 'participant', participantId, structureId: here.structureId } as const;
    await product.app.services.database.as(actor, (tx) => tx.execute(statement)).catch(() => undefined);
    expect(await print()).toBe(before);
  });

  it('lets her write nothing in somebody else’s name', async () => {
    const somebody = await onHerPage();
    const other = await onHerPage();
    const actor = {
      kind: 'participant',
      participantId: somebody.participantId,
      structureId: here.structureId,
    } as const;
    const { participantId } = other;
    for (const statement of [
      `insert into participant_word (structure_id, participant_id, field, words, applied) values ('${here.structureId}', '${participantId}', 'other', 'x', false)`,
      `insert into consent_event (structure_id, participant_id, type, text_version, way, "on") values ('${here.structureId}', '${participantId}', 'withdrawn', '1', 'online', now())`,
      `insert into consent_event (structure_id, participant_id, type, text_version, way, "on", recorded_by) values ('${here.structureId}', '${somebody.participantId}', 'withdrawn', '1', 'online', now(), '${here.facilitator.userId}')`,
    ]) {
      await expect(product.app.services.database.as(actor, (tx) => tx.execute(statement))).rejects.toThrow();
    }
    const occupations = await product.system.as(system, (tx) =>
      tx.select().from(participantOccupation).where(eq(participantOccupation.participantId, participantId)),
    );
    expect(occupations).toHaveLength(1);
  });
});

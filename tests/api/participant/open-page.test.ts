import { pageHeader, passHeader } from '@jonction/api/access/find-actor';
import { hashToken } from '@jonction/api/access/token';
import { linkLifeDays } from '@jonction/domain/participant/link';
import { mostFailures } from '@jonction/domain/participant/link-check';
import { makeParticipant, type ParticipantTraits } from '@jonction/testing/participant';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeToken, openOwnPage } from '../../support/own-page.ts';
import { type Product, refusalOf, startProduct } from '../../support/product.ts';
import { type House, makeHouse } from '../../support/structure.ts';

let product: Product;
let here: House;
let elsewhere: House;
const system = { kind: 'system' } as const;
const right = { day: '7', month: '03' };
const wrong = { day: '8', month: '03' };

beforeAll(async () => {
  product = await startProduct({ today: '2026-05-04' });
  here = await makeHouse(product, 'du Val');
  elsewhere = await makeHouse(product, 'du Mont');
});
afterAll(() => product.close());

async function somebody(traits: Partial<ParticipantTraits> = {}): Promise<string> {
  const person = await product.system.as(system, (tx) =>
    makeParticipant(tx, {
      structureId: here.structureId,
      birthDate: '1988-03-07',
      phone: '+33612345678',
      firstName: 'Awa',
      lastName: 'Secretdoor',
      ...traits,
    }),
  );
  return person.id;
}

const rowOf = async (participantId: string) => {
  const rows = await product.system.client<
    { token_hash: string; failures: number; locked_at: string | null; opened_at: string | null; days: number }[]
  >`select token_hash, failures, locked_at, opened_at, extract(day from expires_at - created_at)::int as days
    from participant_link where participant_id = ${participantId} and revoked_at is null`;
  if (!rows[0]) throw new Error('no link lives');
  return rows[0];
};

/** The pause after a mistake goes by. */
const letTimePass = (token: string) =>
  product.system
    .client`update participant_link set last_failed_at = now() - interval '1 hour' where token_hash = ${hashToken(token)}`;

describe('participant.makeLink', () => {
  it('keeps the hash alone, for as long as a CV counts as confirmed', async () => {
    const participantId = await somebody();
    const token = await makeToken(here.facilitator, participantId);
    const row = await rowOf(participantId);
    expect(row.token_hash).toBe(hashToken(token));
    expect(row.token_hash).not.toContain(token);
    expect(row.days).toBe(linkLifeDays);
  });

  it('kills the link before it', async () => {
    const participantId = await somebody();
    const first = await makeToken(here.facilitator, participantId);
    const second = await makeToken(here.facilitator, participantId);
    expect(await refusalOf(product.client().participant.describePage.query({ token: first }))).toBe(
      'participant.page_not_found',
    );
    expect(await product.client().participant.describePage.query({ token: second })).toMatchObject({ locked: false });
  });

  it('is handed over when no mail leaves, and says why', async () => {
    const participantId = await somebody({ email: 'awa@exemple.test', preferredChannel: 'mail' });
    const made = await here.facilitator.client.participant.makeLink.mutate({ participantId });
    expect(made).toMatchObject({ way: 'hand', because: 'no_relay' });
    expect(made.url).toMatch(/^http:\/\/jonction\.test\/moi\/[\w-]{43}$/);
  });

  it('leaves by mail for somebody who prefers mail, in a letter that tells nothing of her file', async () => {
    product.app.services.mailLeaves = true;
    const participantId = await somebody({ email: 'awa.mail@exemple.test', preferredChannel: 'mail' });
    const made = await here.facilitator.client.participant.makeLink.mutate({ participantId });
    product.app.services.mailLeaves = false;
    expect(made).toMatchObject({ way: 'mail', because: null, url: null });
    const [letter] = await product.system.client<{ subject: string; body_text: string; template: string }[]>`
      select subject, body_text, template from message where to_address = 'awa.mail@exemple.test'`;
    expect(letter?.template).toBe('page');
    expect(letter?.body_text).toMatch(/\/moi\/[\w-]{43}/);
    expect(`${letter?.subject} ${letter?.body_text}`).not.toMatch(/Secretdoor|1988|CV|RSA|emploi/);
  });

  it('never writes to somebody whose phone and mail are read by others, even when mail leaves', async () => {
    product.app.services.mailLeaves = true;
    const participantId = await somebody({
      email: 'lue@exemple.test',
      preferredChannel: 'mail',
      safeContactOnly: true,
    });
    const made = await here.facilitator.client.participant.makeLink.mutate({ participantId });
    product.app.services.mailLeaves = false;
    expect(made).toMatchObject({ way: 'hand', because: 'safe_contact' });
    expect(await product.system.client`select 1 from message where to_address = 'lue@exemple.test'`).toHaveLength(0);
  });

  it('refuses where nothing could be asked, and who is not hers', async () => {
    const bare = await somebody({ birthDate: null, phone: null });
    const make = here.facilitator.client.participant.makeLink;
    expect(await refusalOf(make.mutate({ participantId: bare }))).toBe('participant.link_nothing_to_ask');
    const participantId = await somebody();
    for (const stranger of [elsewhere.facilitator, elsewhere.lead, here.partner]) {
      expect(await refusalOf(stranger.client.participant.makeLink.mutate({ participantId }))).toBe(
        'participant.not_found',
      );
    }
    expect(await refusalOf(here.administrator.client.participant.makeLink.mutate({ participantId }))).toBe(
      'access.not_allowed',
    );
  });

  it('is a partner’s for her own people, without what the person said to the team', async () => {
    const participantId = await somebody({ recommendedByOrganisationId: here.partnerId });
    const token = await makeToken(here.partner, participantId);
    const page = await openOwnPage(product, token, right);
    await page.client.participant.correctOwn.mutate({ field: 'other', words: 'Je préfère le matin' });
    const seen = await here.partner.client.participant.showLink.query({ participantId });
    expect(seen.living?.openedAt).not.toBeNull();
    expect(seen.words).toEqual([]);
    expect((await here.facilitator.client.participant.showLink.query({ participantId })).words).toHaveLength(1);
  });
});

describe('participant.revokeLink', () => {
  it('closes the door and puts out whoever is on the page, at once', async () => {
    const participantId = await somebody();
    const token = await makeToken(here.facilitator, participantId);
    const page = await openOwnPage(product, token, right);
    await page.client.participant.showPage.query();
    await here.lead.client.participant.revokeLink.mutate({ participantId });
    expect(await refusalOf(page.client.participant.showPage.query())).toBe('access.sign_in_needed');
    expect(await refusalOf(product.client().participant.openPage.mutate({ token, ...right }))).toBe(
      'participant.page_not_found',
    );
    expect(await refusalOf(here.lead.client.participant.revokeLink.mutate({ participantId }))).toBe(
      'participant.link_absent',
    );
  });

  it('is not for another structure', async () => {
    const participantId = await somebody();
    await makeToken(here.facilitator, participantId);
    expect(await refusalOf(elsewhere.facilitator.client.participant.revokeLink.mutate({ participantId }))).toBe(
      'participant.not_found',
    );
  });
});

describe('participant.describePage', () => {
  it('says who wrote and what will be asked, nothing of anybody, and changes nothing', async () => {
    const participantId = await somebody();
    const token = await makeToken(here.facilitator, participantId);
    const before = await rowOf(participantId);
    const door = await product.client().participant.describePage.query({ token });
    expect(door).toMatchObject({ structureName: 'Clauses du Val', asked: 'birth', locked: false, waitSeconds: 0 });
    expect(JSON.stringify(door)).not.toMatch(/Awa|Secretdoor|1988|03-07|5678/);
    expect(await rowOf(participantId)).toEqual(before);
  });

  it('asks for the telephone where no birth date is on file, and the usual question where nothing is any more', async () => {
    const byPhone = await makeToken(here.facilitator, await somebody({ birthDate: null }));
    expect((await product.client().participant.describePage.query({ token: byPhone })).asked).toBe('phone');
    const emptied = await somebody();
    const token = await makeToken(here.facilitator, emptied);
    await product.system.client`update participant set birth_date = null, phone = null where id = ${emptied}`;
    expect((await product.client().participant.describePage.query({ token })).asked).toBe('birth');
    const answer = await product.client().participant.openPage.mutate({ token, day: '1', month: '1' });
    expect(answer).toMatchObject({ opened: false, left: mostFailures - 1 });
  });

  it('is dead once expired', async () => {
    const participantId = await somebody();
    const token = await makeToken(here.facilitator, participantId);
    await product.system
      .client`update participant_link set created_at = now() - interval '2 days', expires_at = now() - interval '1 second' where participant_id = ${participantId}`;
    expect(await refusalOf(product.client().participant.describePage.query({ token }))).toBe(
      'participant.page_not_found',
    );
  });
});

describe('participant.openPage', () => {
  it('opens on the day and month of birth, and forgets the mistakes before', async () => {
    const participantId = await somebody();
    const token = await makeToken(here.facilitator, participantId);
    await product.client().participant.openPage.mutate({ token, ...wrong });
    await letTimePass(token);
    const page = await openOwnPage(product, token, right);
    expect((await page.client.participant.showPage.query()).firstName).toBe('Awa');
    expect(await rowOf(participantId)).toMatchObject({ failures: 0, locked_at: null });
  });

  it('opens on the last four digits of the telephone, typed as people do', async () => {
    const token = await makeToken(here.facilitator, await somebody({ birthDate: null }));
    await openOwnPage(product, token, { digits: '56 78' });
  });

  it('counts no try for what cannot be an answer', async () => {
    const participantId = await somebody();
    const token = await makeToken(here.facilitator, participantId);
    const open = product.client().participant.openPage;
    for (const typed of [{ day: '32', month: '1' }, { day: 'sept', month: '3' }, {}, { digits: '12' }]) {
      expect(await refusalOf(open.mutate({ token, ...typed }))).toBe('participant.page_answer_unread');
    }
    expect((await rowOf(participantId)).failures).toBe(0);
  });

  it('pauses after a mistake, longer each time, then locks the link and tells the team', async () => {
    const participantId = await somebody({ lastName: 'Ferme' });
    const token = await makeToken(here.facilitator, participantId);
    const open = product.client().participant.openPage;
    const waits: number[] = [];
    for (let attempt = 1; attempt < mostFailures; attempt += 1) {
      const answer = await open.mutate({ token, ...wrong });
      if (answer.opened) throw new Error('it opened');
      expect(answer).toMatchObject({ locked: false, left: mostFailures - attempt });
      waits.push(answer.waitSeconds);
      // Even the right answer waits.
      expect(await refusalOf(open.mutate({ token, ...right }))).toBe('participant.page_paused');
      await letTimePass(token);
    }
    expect(waits).toEqual([...waits].sort((a, b) => a - b));
    expect(await open.mutate({ token, ...wrong })).toMatchObject({ opened: false, locked: true, left: 0 });
    await letTimePass(token);
    expect(await refusalOf(open.mutate({ token, ...right }))).toBe('participant.page_locked');
    expect((await product.client().participant.describePage.query({ token })).locked).toBe(true);
    const { items } = await here.facilitator.client.report.today.query();
    expect(items.find((item) => item.kind === 'page' && item.participantId === participantId)).toMatchObject({
      what: 'locked',
    });
    await openOwnPage(product, await makeToken(here.facilitator, participantId), right);
  });

  it('counts every one of many tries at once', async () => {
    const participantId = await somebody();
    const token = await makeToken(here.facilitator, participantId);
    const open = product.client().participant.openPage;
    const answers = await Promise.allSettled(Array.from({ length: 8 }, () => open.mutate({ token, ...wrong })));
    expect(answers.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect((await rowOf(participantId)).failures).toBe(1);
  });

  it('puts out whoever is on the page when somebody else locks the link', async () => {
    const participantId = await somebody();
    const token = await makeToken(here.facilitator, participantId);
    const page = await openOwnPage(product, token, right);
    for (let attempt = 0; attempt < mostFailures; attempt += 1) {
      await product.client().participant.openPage.mutate({ token, ...wrong });
      await letTimePass(token);
    }
    expect(await refusalOf(page.client.participant.showPage.query())).toBe('access.sign_in_needed');
  });
});

describe('the pass of an open page', () => {
  it('opens nothing alone, with another link, changed, or once over', async () => {
    const first = await openOwnPage(product, await makeToken(here.facilitator, await somebody()), right);
    const second = await openOwnPage(product, await makeToken(here.facilitator, await somebody()), right);
    const [linkId = '', until = '', signature = ''] = first.pass.split('.');
    const { passes } = product.app.services;
    const tries: Record<string, string>[] = [
      { [passHeader]: first.pass },
      { [pageHeader]: first.token },
      { [pageHeader]: second.token, [passHeader]: first.pass },
      { [pageHeader]: first.token, [passHeader]: `${linkId}.${Number(until) + 60_000}.${signature}` },
      { [pageHeader]: first.token, [passHeader]: passes.sign(linkId, new Date(Date.now() - 1000)) },
      { [pageHeader]: first.token, [passHeader]: `${linkId}.${until}.` },
      { [pageHeader]: first.token, [passHeader]: 'x' },
    ];
    for (const headers of tries) {
      expect(await refusalOf(product.client(headers).participant.showPage.query()), JSON.stringify(headers)).toBe(
        'access.sign_in_needed',
      );
    }
    expect(passes.read(first.pass, new Date(Number(until) - 1))).toBe(linkId);
    expect(passes.read(first.pass, new Date(Number(until)))).toBeNull();
  });

  it('is no key to anything else: no procedure of the team, of a company or of a partner', async () => {
    const participantId = await somebody();
    const page = await openOwnPage(product, await makeToken(here.facilitator, participantId), right);
    expect(await refusalOf(page.client.participant.show.query({ participantId }))).toBe('access.not_allowed');
    expect(await refusalOf(page.client.participant.showLink.query({ participantId }))).toBe('access.not_allowed');
    expect(await refusalOf(page.client.positioning.openLink.mutate())).toBe('access.not_allowed');
    expect(await refusalOf(here.facilitator.client.participant.showPage.query())).toBe('access.not_allowed');
  });
});

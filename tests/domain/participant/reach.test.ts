import { correctionInput } from '@jonction/domain/participant/link-correct';
import { isOwn } from '@jonction/domain/participant/own-field';
import {
  chooseReach,
  mayKeepThird,
  ownThirdSchema,
  postalLines,
  postalSchema,
  type ReachFacts,
  reachReasons,
  saveThirdSchema,
  setReachSchema,
} from '@jonction/domain/participant/reach';
import { thirdRelations } from '@jonction/domain/participant/relation';
import { preferredChannels } from '@jonction/domain/participant/status';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

const awa: ReachFacts = {
  preferredChannel: null,
  email: 'awa@exemple.test',
  safeContactOnly: false,
  hasPostal: true,
  hasThird: true,
  mailFailed: false,
};
const open = { mailLeaves: true };
const anybody = fc.record({
  preferredChannel: fc.constantFrom(null, ...preferredChannels),
  email: fc.constantFrom(null, 'awa@exemple.test'),
  safeContactOnly: fc.boolean(),
  hasPostal: fc.boolean(),
  hasThird: fc.boolean(),
  mailFailed: fc.boolean(),
});
const house = fc.record({ mailLeaves: fc.boolean(), urgent: fc.boolean() });

describe('how somebody is reached', () => {
  it.each(preferredChannels)('is her own choice where it can be: %s', (preferredChannel) => {
    expect(chooseReach({ ...awa, preferredChannel }, open)).toEqual({ channel: preferredChannel, because: null });
  });

  it.each([
    ['without a choice, by mail', {}, open, { channel: 'mail', because: null }],
    ['without a choice nor an address, by telephone', { email: null }, open, { channel: 'phone', because: null }],
    [
      'mail without an address',
      { preferredChannel: 'mail' as const, email: null },
      open,
      { channel: 'phone', because: 'no_email' },
    ],
    [
      'mail that came back',
      { preferredChannel: 'mail' as const, mailFailed: true },
      open,
      { channel: 'phone', because: 'returned' },
    ],
    ['no relay', {}, { mailLeaves: false }, { channel: 'phone', because: 'no_relay' }],
    [
      'a letter without an envelope',
      { preferredChannel: 'letter' as const, hasPostal: false },
      open,
      { channel: 'phone', because: 'no_postal' },
    ],
    [
      'a letter too late',
      { preferredChannel: 'letter' as const },
      { mailLeaves: true, urgent: true },
      { channel: 'phone', because: 'too_late' },
    ],
    [
      'nobody to go through',
      { preferredChannel: 'third' as const, hasThird: false },
      open,
      { channel: 'phone', because: 'no_third' },
    ],
    [
      'read by others',
      { preferredChannel: 'mail' as const, safeContactOnly: true },
      open,
      { channel: 'phone', because: 'safe_contact' },
    ],
    [
      'read by others, who said "call me"',
      { preferredChannel: 'phone' as const, safeContactOnly: true },
      open,
      { channel: 'phone', because: null },
    ],
  ])('%s', (_, traits, how, reached) => {
    expect(chooseReach({ ...awa, ...traits }, how)).toEqual(reached);
  });

  it('writes nothing to somebody whose messages others read, nor goes through anybody, whatever else holds', () => {
    fc.assert(
      fc.property(anybody, house, (person, how) => {
        expect(chooseReach({ ...person, safeContactOnly: true }, how).channel).toBe('phone');
      }),
    );
  });

  it('never writes a mail that cannot arrive, posts no letter without an envelope, goes through nobody unknown', () => {
    fc.assert(
      fc.property(anybody, house, (person, how) => {
        const { channel } = chooseReach(person, how);
        if (channel === 'mail')
          expect([person.email !== null, person.mailFailed, how.mailLeaves]).toEqual([true, false, true]);
        if (channel === 'letter') expect([person.hasPostal, how.urgent]).toEqual([true, false]);
        if (channel === 'third') expect(person.hasThird).toBe(true);
      }),
    );
  });

  it('says why exactly where it departs from her choice', () => {
    fc.assert(
      fc.property(anybody, house, (person, how) => {
        const { channel, because } = chooseReach(person, how);
        if (person.preferredChannel === channel) expect(because).toBeNull();
        if (because !== null) expect(reachReasons).toContain(because);
        if (person.preferredChannel !== null && person.preferredChannel !== channel) expect(because).not.toBeNull();
      }),
    );
  });

  it('a person who chose the telephone, a text, or somebody never gets a mail', () => {
    fc.assert(
      fc.property(
        anybody,
        house,
        fc.constantFrom('phone', 'sms', 'letter', 'third'),
        (person, how, preferredChannel) => {
          expect(chooseReach({ ...person, preferredChannel }, how).channel).not.toBe('mail');
        },
      ),
    );
  });
});

const id = '0190a000-0000-7000-8000-000000000001';
const fatou = { name: ' Fatou Diop ', relation: 'family', phone: '06 11 22 33 44', email: ' Fatou@Exemple.TEST ' };
const issueOf = (
  schema: { safeParse(value: unknown): { error?: { issues: { path: unknown[]; message: string }[] } } },
  value: unknown,
) => schema.safeParse(value).error?.issues.map(({ path, message }) => `${path.join('.')} ${message}`) ?? [];

describe('a trusted person', () => {
  it('is kept as she is called, in numbers and letters that can be used', () => {
    expect(ownThirdSchema.parse(fatou)).toEqual({
      name: 'Fatou Diop',
      relation: 'family',
      phone: '+33611223344',
      email: 'fatou@exemple.test',
    });
    expect(ownThirdSchema.parse({ ...fatou, phone: '', email: 'f@exemple.test' }).phone).toBeNull();
  });

  it.each([
    ['a name', { name: '  ' }, 'name participant.third_name_missing'],
    ['a name of this world', { name: 'x'.repeat(201) }, 'name participant.third_name_long'],
    ['who she is', { relation: 'boss' }, 'relation participant.third_relation_missing'],
    ['a number to call', { phone: '12' }, 'phone participant.phone_invalid'],
    ['a whole address', { email: 'fatou@' }, 'email participant.email_invalid'],
    ['a way to reach her', { phone: '', email: '' }, 'phone participant.third_unreachable'],
  ])('needs %s', (_, wrong, issue) => {
    expect(issueOf(ownThirdSchema, { ...fatou, ...wrong })).toContain(issue);
  });

  it('is written down by the team with how and when the person agreed, and not otherwise', () => {
    const whole = { participantId: id, ...fatou, agreedOn: '2026-03-01', agreedWay: 'spoken' };
    expect(saveThirdSchema.safeParse(whole).success).toBe(true);
    expect(issueOf(saveThirdSchema, { ...whole, agreedWay: undefined })).toEqual([
      'agreedWay participant.third_agreement_missing',
    ]);
    // Online is her own page: nobody says it for her.
    expect(saveThirdSchema.safeParse({ ...whole, agreedWay: 'online' }).success).toBe(false);
    expect(saveThirdSchema.safeParse({ ...whole, agreedOn: '' }).success).toBe(false);
  });

  it('is not kept on an agreement of tomorrow', () => {
    expect(mayKeepThird('2026-03-02', '2026-03-02')).toEqual({ ok: true, value: '2026-03-02' });
    expect(mayKeepThird('2026-03-03', '2026-03-02')).toMatchObject({
      ok: false,
      refusal: { code: 'participant.third_agreement_future' },
    });
  });

  it('is somebody among a few kinds of people', () => {
    expect(new Set(thirdRelations).size).toBe(thirdRelations.length);
  });
});

describe('an envelope', () => {
  it('is whole lines, without the blanks around', () => {
    expect(postalLines(' 3  rue des Lilas \r\n\n Bât. B\n75013  Paris ')).toEqual([
      '3 rue des Lilas',
      'Bât. B',
      '75013 Paris',
    ]);
    expect(postalSchema.parse(' 3 rue des Lilas\r\n75013 Paris ')).toBe('3 rue des Lilas\n75013 Paris');
  });

  it('is nothing when nothing is written', () => {
    for (const nothing of ['', '  \n ', null, undefined]) expect(postalSchema.parse(nothing)).toBeNull();
  });

  it.each(['Paris', '3 rue des Lilas', '3 rue des Lilas 7501 Paris'])(
    'refuses %j, which no postman could bring',
    (text) => {
      expect(issueOf(postalSchema, text)).toEqual([' participant.postal_incomplete']);
    },
  );

  it('keeps every word that was written', () => {
    fc.assert(
      fc.property(fc.array(fc.stringMatching(/^[A-Za-zÀ-ÿ0-9 ]{0,12}$/), { maxLength: 6 }), (lines) => {
        const words = lines.join(' ').split(/\s+/).filter(Boolean);
        expect(postalLines(lines.join('\n')).join(' ').split(/\s+/).filter(Boolean)).toEqual(words);
      }),
    );
  });

  it('goes with a choice, or with none', () => {
    const form = { participantId: id, version: 1, preferredChannel: null, postal: null };
    expect(setReachSchema.parse(form)).toEqual(form);
    expect(setReachSchema.safeParse({ ...form, preferredChannel: 'pigeon' }).success).toBe(false);
  });
});

describe('what she says of it herself', () => {
  it.each([
    [{ field: 'channel', channel: 'third' }],
    [{ field: 'postal', postal: '3 rue des Lilas\n75013 Paris' }],
    [{ field: 'third', third: { ...fatou } }],
    [{ field: 'third', third: null }],
  ])('holds at once: %j', (correction) => {
    const read = correctionInput.parse(correction);
    expect(isOwn(read.field)).toBe(true);
  });

  it('asks for a choice where none was made', () => {
    expect(issueOf(correctionInput, { field: 'channel', channel: '' })).toEqual([
      'channel participant.channel_missing',
    ]);
  });
});

import { readReturnedMail, verdictOn } from '@jonction/messages/returned-mail';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

interface Given {
  status?: string;
  action?: string;
  recipient?: string;
  diagnostic?: string;
  newline?: string;
  path?: string;
}

/** A report as servers write it: a part for people, one for programs, then the headers of the mail. */
function report({
  status = '5.1.1',
  action = 'failed',
  recipient = 'rfc822; awa@exemple.test',
  ...given
}: Given = {}): string {
  const { newline = '\r\n', path = '<>', diagnostic = 'smtp; 550 5.1.1 user unknown' } = given;
  return [
    `Return-Path: ${path}`,
    'From: MAILER-DAEMON@relais.test',
    'Content-Type: multipart/report; report-type=delivery-status;',
    '\tboundary="limite"',
    '',
    '--limite',
    'Content-Type: text/plain; charset=utf-8',
    '',
    'Votre message n’est pas arrivé.',
    '--limite',
    'Content-Type: message/delivery-status',
    '',
    'Reporting-MTA: dns; relais.test',
    '',
    `Final-Recipient: ${recipient}`,
    `Action: ${action}`,
    `Status: ${status}`,
    `Diagnostic-Code: ${diagnostic}`,
    '',
    '--limite',
    'Content-Type: text/rfc822-headers',
    '',
    'Message-ID: <lettre-1@jonction.test>',
    'Subject: Votre rendez-vous',
    '',
    '--limite--',
    '',
  ].join(newline);
}

const verdict = (given: Given) => {
  const read = readReturnedMail(report(given));
  const [reported] = 'reported' in read ? read.reported : [];
  return reported ? verdictOn(reported) : undefined;
};

describe('a report of a server', () => {
  it.each(['\r\n', '\n'])('is read whatever ends its lines', (newline) => {
    expect(readReturnedMail(report({ newline }))).toMatchObject({
      messageId: 'lettre-1@jonction.test',
      reported: [{ addresses: ['awa@exemple.test'], action: 'failed', status: '5.1.1' }],
    });
  });

  it.each(['rfc822;AWA@Exemple.test', 'RFC822; <awa@exemple.test>', 'utf-8; awa@exemple.test', 'awa@exemple.test'])(
    'names its address however it is written: %s',
    (recipient) => {
      expect(readReturnedMail(report({ recipient }))).toMatchObject({
        reported: [{ addresses: ['awa@exemple.test'] }],
      });
    },
  );

  it.each<[string, Given, ReturnType<typeof verdict>]>([
    ['no such box', { status: '5.1.1' }, 'address'],
    ['a domain that is none', { status: '5.1.2' }, 'address'],
    ['a box closed for good', { status: '5.2.1' }, 'address'],
    ['a full box', { status: '5.2.2', diagnostic: 'smtp; 552 mailbox full' }, 'other'],
    ['a filter', { status: '5.7.1', diagnostic: 'smtp; 550 rejected as spam' }, 'other'],
    ['a server that stayed silent', { status: '4.4.7', action: 'failed' }, 'other'],
    ['a delay', { status: '4.4.1', action: 'delayed' }, null],
    ['a mail that arrived', { status: '2.0.0', action: 'delivered' }, null],
    ['a reason that only its words tell', { status: '5.0.0', diagnostic: 'smtp; 550 destinataire inconnu' }, 'address'],
    ['no reason at all', { status: '5.0.0', diagnostic: 'smtp; 554 refused' }, 'other'],
  ])('says of the address what it may: %s', (_, given, wanted) => expect(verdict(given)).toBe(wanted));

  it('is not believed once somebody signed it', () => {
    expect(readReturnedMail(report({ path: '<pierre@exemple.test>' }))).toEqual({ none: 'answered_by_somebody' });
  });

  it('never speaks ill of an address while nothing has failed', () => {
    const code = fc.tuple(fc.constantFrom(2, 4, 5), fc.nat(7), fc.nat(9)).map((parts) => parts.join('.'));
    fc.assert(
      fc.property(fc.constantFrom('delayed', 'delivered', 'relayed', 'expanded', 'odd'), code, (action, status) => {
        expect(verdict({ action, status })).toBeNull();
      }),
    );
  });

  it('cut short, or of any other words, is refused and never guessed', () => {
    const whole = report();
    fc.assert(
      fc.property(fc.nat(whole.length), (length) => {
        const read = readReturnedMail(whole.slice(0, length));
        if ('reported' in read)
          for (const { addresses } of read.reported) expect(addresses.every((one) => one.includes('@'))).toBe(true);
        else expect(['not_a_report', 'answered_by_somebody', 'unreadable']).toContain(read.none);
      }),
    );
    fc.assert(
      fc.property(fc.string(), (text) => {
        expect(readReturnedMail(text)).toHaveProperty('none');
      }),
    );
  });
});

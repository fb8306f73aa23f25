import { decodeBody, headersOf, partsOf } from '@jonction/messages/mime';
import { type ReportedAddress, readReturnedMail, verdictOn } from '@jonction/messages/returned-mail';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { absenceReply, fromExchange, fromPostfix } from '../support/returned-mails.ts';

const id = '0190a000-0000-7000-8000-0000000000aa@clauses.example';
const to = 'rh@entreprise.example';
const servers = [
  ['Postfix', fromPostfix],
  ['Exchange', fromExchange],
] as const;

describe.each(servers)('a report of %s', (_, write) => {
  it('names the letter, the address, and what became of it', () => {
    const report = readReturnedMail(write({ id, to }));
    expect(report).toMatchObject({ messageId: id, reported: [{ addresses: [to], action: 'failed' }] });
    const [first] = 'reported' in report ? report.reported : [];
    expect(first?.diagnostic).toMatch(/^smtp; ?550 5\.1\.1/);
    expect(first && verdictOn(first)).toBe('address');
  });

  it('is read the same with the other ends of lines, blank lines before, and the line of a mailbox file', () => {
    const raw = write({ id, to });
    const same = readReturnedMail(raw);
    const unix = raw.replaceAll('\r\n', '\n');
    expect(readReturnedMail(unix)).toEqual(same);
    expect(readReturnedMail(unix.replaceAll('\n', '\r\n'))).toEqual(same);
    expect(readReturnedMail(`\n\n${unix}`)).toEqual(same);
    expect(readReturnedMail(`From MAILER-DAEMON Mon Mar  2 09:14:07 2026\n${unix}`)).toEqual(same);
  });

  it('is read whatever the case of its addresses and fields', () => {
    const raw = write({ id, to: 'RH@Entreprise.EXAMPLE' }).replace('Final-Recipient', 'FINAL-RECIPIENT');
    expect(readReturnedMail(raw)).toMatchObject({ reported: [{ addresses: [to] }] });
  });

  it.each([
    ['5.1.1', 'failed', 'address'],
    ['5.1.2', 'failed', 'address'],
    ['5.2.1', 'failed', 'address'],
    ['5.4.1', 'failed', 'address'],
    ['5.2.2', 'failed', 'other'],
    ['4.2.2', 'failed', 'other'],
    ['4.4.7', 'failed', 'other'],
    ['5.7.1', 'failed', 'other'],
    ['5.7.26', 'failed', 'other'],
    ['4.4.1', 'delayed', null],
    ['2.0.0', 'delivered', null],
    ['2.1.5', 'relayed', null],
    ['5.1.1', 'surprised', null],
  ] as const)('of %s, %s, says of the address: %s', (status, action, verdict) => {
    const report = readReturnedMail(write({ id, to, status, action, diagnostic: 'smtp; 550 refused' }));
    const [first] = 'reported' in report ? report.reported : [];
    expect(first && verdictOn(first)).toBe(verdict);
  });
});

describe('a mail that is no report', () => {
  it('is what somebody away sends by herself, whatever it says', () => {
    expect(readReturnedMail(absenceReply({ id, to }))).toEqual({ none: 'not_a_report' });
  });

  it('is one that names somebody to answer to', () => {
    const forged = fromPostfix({ id, to }).replace('Return-Path: <>', 'Return-Path: <quelquun@ailleurs.example>');
    expect(readReturnedMail(forged)).toEqual({ none: 'answered_by_somebody' });
  });

  it('is a report of reading, and one whose status is missing', () => {
    const read = fromPostfix({ id, to }).replace('report-type=delivery-status', 'report-type=disposition-notification');
    expect(readReturnedMail(read)).toEqual({ none: 'not_a_report' });
    const without = fromPostfix({ id, to }).replace(
      'Content-Type: message/delivery-status',
      'Content-Type: text/plain',
    );
    expect(readReturnedMail(without)).toEqual({ none: 'unreadable' });
    const nobody = fromPostfix({ id, to: 'sans-adresse' });
    expect(readReturnedMail(nobody)).toEqual({ none: 'unreadable' });
  });

  it.each(['', '\n\n', 'bonjour', 'Content-Type: multipart/report; report-type=delivery-status\n\nrien'])(
    'is %j',
    (raw) => {
      expect('none' in readReturnedMail(raw)).toBe(true);
    },
  );

  it('never throws, whatever bytes come in by the pipe', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 400 }), fc.nat(), (noise, at) => {
        const raw = fromPostfix({ id, to });
        const cut = at % raw.length;
        expect(() => readReturnedMail(noise)).not.toThrow();
        expect(() => readReturnedMail(raw.slice(0, cut))).not.toThrow();
        expect(() => readReturnedMail(raw.slice(0, cut) + noise + raw.slice(cut))).not.toThrow();
      }),
    );
  });

  it('takes no time over a mail made to take long', () => {
    const long = `Content-Type: multipart/report; report-type=delivery-status; boundary=x${' '.repeat(200_000)}\n\n${'--x\n'.repeat(2_000)}`;
    const before = performance.now();
    readReturnedMail(long);
    readReturnedMail(`Content-Type: ${';'.repeat(300_000)}\n\n`);
    readReturnedMail(`${'A: b\n '.repeat(50_000)}\n\n`);
    expect(performance.now() - before).toBeLessThan(3_000);
  });
});

describe('a letter that comes back', () => {
  it('is named by its own headers and not by those of the report', () => {
    const report = readReturnedMail(fromExchange({ id, to }).replace(`Message-ID: <${id}>`, 'X-Nothing: 1'));
    expect(report).toMatchObject({ messageId: null });
  });

  it('is found in headers alone, and in encoded parts', () => {
    const headers = fromPostfix({ id, to }).replace(
      'Content-Type: message/rfc822',
      'Content-Type: text/rfc822-headers',
    );
    expect(readReturnedMail(headers)).toMatchObject({ messageId: id });
    const fields = `Reporting-MTA: dns; mx\n\nFinal-Recipient: rfc822; ${to}\nAction: failed\nStatus: 5.1.1\n`;
    const encoded = [
      'Content-Type: multipart/report; boundary=zz; report-type="delivery-status"',
      '',
      '--zz',
      'Content-Type: message/delivery-status',
      'Content-Transfer-Encoding: base64',
      '',
      Buffer.from(fields).toString('base64'),
      '--zz',
      'Content-Type: text/rfc822-headers',
      'Content-Transfer-Encoding: quoted-printable',
      '',
      `Message-ID: =3C${id}=`,
      '=3E',
      '--zz--',
    ].join('\n');
    expect(readReturnedMail(encoded)).toMatchObject({
      messageId: id,
      reported: [{ addresses: [to], status: '5.1.1' }],
    });
  });

  it('was written to one address and ended at another: both are told', () => {
    const forwarded = fromPostfix({ id, to }).replace(
      `Final-Recipient: rfc822; ${to}`,
      'Final-Recipient: rfc822; perso@boite.example',
    );
    expect(readReturnedMail(forwarded)).toMatchObject({ reported: [{ addresses: ['perso@boite.example', to] }] });
  });

  it('may have several addresses, each with its own end', () => {
    const both = fromPostfix({ id, to }).replace(
      'Remote-MTA: dns; mx.entreprise.example\n',
      `Remote-MTA: dns; mx.entreprise.example\n\nFinal-Recipient: rfc822; autre@entreprise.example\nAction: delayed\nStatus: 4.4.1\n`,
    );
    const report = readReturnedMail(both);
    expect('reported' in report ? report.reported.map(({ addresses, action }) => [addresses[0], action]) : []).toEqual([
      [to, 'failed'],
      ['autre@entreprise.example', 'delayed'],
    ]);
  });
});

describe('a verdict', () => {
  const failed = (status: string, diagnostic: string | null): ReportedAddress => ({
    addresses: [to],
    action: 'failed',
    status,
    diagnostic,
  });

  it('needs better than a code that says nothing: the server must speak of the box', () => {
    expect(verdictOn(failed('5.0.0', 'smtp; 550 unknown user'))).toBe('address');
    expect(verdictOn(failed('5.0.0', 'smtp; 554 spam refused'))).toBe('other');
    expect(verdictOn(failed('5.0.0', null))).toBe('other');
    expect(verdictOn(failed('', null))).toBe('other');
  });

  it('is never of the address for what may pass', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 9 }), fc.integer({ min: 0, max: 99 }), (subject, detail) => {
        expect(verdictOn(failed(`4.${subject}.${detail}`, 'user unknown'))).toBe('other');
      }),
    );
  });
});

describe('the parts of a mail', () => {
  it('stand between the lines of their boundary, signs of rules included', () => {
    const parts = partsOf(
      'avant\n--a.b(c)+\nX: 1\n\nun\n--a.b(c)+\nX: 2\n\ndeux\n--a.b(c)+--\naprès\n--a.b(c)+\nX: 3\n\ntrois',
      'a.b(c)+',
    );
    expect(parts.map(({ headers, body }) => [headers.first('x'), body])).toEqual([
      ['1', 'un'],
      ['2', 'deux'],
    ]);
  });

  it('unfold their headers, and read their parameters in quotes', () => {
    const part = headersOf(
      'Content-Type: multipart/report;\n\tboundary="a;b\\"c";\n  Report-Type=Delivery-Status\n\ncorps',
    );
    expect(part?.headers.contentType()).toEqual({
      type: 'multipart/report',
      parameters: { boundary: 'a;b"c', 'report-type': 'Delivery-Status' },
    });
    expect(part?.body).toBe('corps');
  });

  it('come out of both encodings as they went in', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 60 }), (text) => {
        const bytes = Buffer.from(text, 'utf8');
        const quoted = [...bytes].map((byte) => `=${byte.toString(16).padStart(2, '0').toUpperCase()}`).join('');
        for (const [encoding, body] of [
          ['base64', bytes.toString('base64')],
          ['quoted-printable', quoted],
        ] as const) {
          const part = headersOf(`Content-Transfer-Encoding: ${encoding}\n\n${body}`);
          expect(part && decodeBody(part)).toBe(text);
        }
      }),
    );
  });
});

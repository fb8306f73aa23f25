import { decodeBody, type Headers, headersOf, type Part, partsOf } from './mime.ts';

/** What a report says of one address (RFC 3464, 2.3). `status`: RFC 3463, as `5.1.1`. */
export interface ReportedAddress {
  /** Where the mail was in the end to go, and where it was written to: a mailbox may forward. Lower case. */
  addresses: string[];
  action: 'failed' | 'delayed' | 'delivered' | 'relayed' | 'expanded' | 'unknown';
  status: string;
  /** What the other server said, in one line. */
  diagnostic: string | null;
}

export interface DeliveryReport {
  /** Message-ID of the mail that it is about, without brackets; null when the report holds none of its headers. */
  messageId: string | null;
  reported: ReportedAddress[];
}

/** Why a mail is no report that can be believed. */
export type NoReport = 'not_a_report' | 'answered_by_somebody' | 'unreadable';

const actions = ['failed', 'delayed', 'delivered', 'relayed', 'expanded'] as const;
const statusFields = ['message/delivery-status', 'message/global-delivery-status'];
const originals = [
  'message/rfc822',
  'text/rfc822-headers',
  'message/rfc822-headers',
  'message/global',
  'message/global-headers',
];

/**
 * Reads a mail that came back. Only a report for programs counts (`multipart/report; report-type=delivery-status`, RFC 6522): what
 * somebody writes, an absence included, is not one. A report has no sender to answer to (RFC 5321, 6.1): a mail that names one in its
 * `Return-Path` was sent by somebody.
 */
export function readReturnedMail(raw: string): DeliveryReport | { none: NoReport } {
  const mail = headersOf(raw);
  if (mail === null) return { none: 'unreadable' };
  const { type, parameters } = mail.headers.contentType();
  if (type !== 'multipart/report' || parameters['report-type']?.toLowerCase() !== 'delivery-status') {
    return { none: 'not_a_report' };
  }
  const path = mail.headers.first('return-path');
  if (path !== null && path.replaceAll(/[<>\s]/g, '') !== '') return { none: 'answered_by_somebody' };
  const boundary = parameters.boundary;
  const parts = boundary ? partsOf(mail.body, boundary) : [];
  const status = parts.find((part) => statusFields.includes(typeOf(part)));
  if (!status) return { none: 'unreadable' };
  const reported = groupsOf(decodeBody(status)).flatMap(reportedOf);
  if (reported.length === 0) return { none: 'unreadable' };
  const original = parts.find((part) => originals.includes(typeOf(part)));
  return { messageId: original ? messageIdIn(original) : null, reported };
}

function typeOf(part: Part): string {
  return part.headers.contentType().type;
}

/** Groups of fields, apart by an empty line; the first is about the report itself. */
function groupsOf(text: string): Headers[] {
  return text
    .split(/\r?\n[ \t]*\r?\n/)
    .map((group) => headersOf(`${group.trim()}\n\n`)?.headers)
    .filter((headers) => headers !== undefined);
}

function reportedOf(fields: Headers): ReportedAddress[] {
  const addresses = ['final-recipient', 'original-recipient'].flatMap((name) => {
    const value = fields.first(name);
    const address = value === null ? '' : value.slice(value.indexOf(';') + 1);
    return address.includes('@') ? [address.replaceAll(/[<>\s]/g, '').toLowerCase()] : [];
  });
  if (addresses.length === 0) return [];
  const said = fields.first('action')?.trim().toLowerCase() ?? '';
  return [
    {
      addresses: [...new Set(addresses)],
      action: actions.find((action) => action === said) ?? 'unknown',
      status: /\b([245]\.\d{1,3}\.\d{1,3})\b/.exec(fields.first('status') ?? '')?.[1] ?? '',
      diagnostic: fields.first('diagnostic-code')?.replaceAll(/\s+/g, ' ').trim().slice(0, 400) || null,
    },
  ];
}

/** The original's own Message-ID, and not one of a mail within it. */
function messageIdIn(original: Part): string | null {
  const headers = headersOf(decodeBody(original))?.headers;
  return /<([^<>\s]+)>/.exec(headers?.first('message-id') ?? '')?.[1] ?? null;
}

/**
 * What a failure says of the address (RFC 3463). `address`: there is no such box, or it is closed for good (5.1.x, 5.2.1), or the server
 * gives no better reason than that it refuses this recipient (5.0.0, 5.4.1). `other`: a full box, a filter, a server that stayed
 * silent for days: the letter did not arrive, and somebody may still be there. Null: nothing is over yet.
 */
export function verdictOn({ action, status, diagnostic }: ReportedAddress): 'address' | 'other' | null {
  if (action !== 'failed') return null;
  if (/^5\.1\.(?:[0-36]|10)$/.test(status) || status === '5.2.1' || status === '5.4.1') return 'address';
  if (status !== '5.0.0' && status !== '5.5.0') return 'other';
  return /\b55[013]\b.*(?:user|recipient|mailbox|address|account|utilisateur|destinataire)/i.test(diagnostic ?? '')
    ? 'address'
    : 'other';
}

/**
 * Reports of delivery as mail servers write them, with fictitious addresses. `id`: the Message-ID of the letter that came back,
 * without brackets; `to`: where it was written to.
 */
export interface Returned {
  id: string;
  to: string;
  status?: string;
  action?: string;
  diagnostic?: string;
}

/** Postfix 3, "Undelivered Mail Returned to Sender": 7-bit, the whole letter enclosed. */
export function fromPostfix({ id, to, status = '5.1.1', action = 'failed', diagnostic }: Returned): string {
  const said =
    diagnostic ?? `smtp; 550 5.1.1 <${to}>: Recipient address rejected: User unknown in virtual mailbox table`;
  return `Return-Path: <>
Received: by mx.clauses.example (Postfix)
\tid 4F2C91A0B3; Mon,  2 Mar 2026 09:14:07 +0100 (CET)
Date: Mon,  2 Mar 2026 09:14:07 +0100 (CET)
From: MAILER-DAEMON@mx.clauses.example (Mail Delivery System)
Subject: Undelivered Mail Returned to Sender
To: retours@clauses.example
Auto-Submitted: auto-replied
MIME-Version: 1.0
Content-Type: multipart/report; report-type=delivery-status;
\tboundary="8D3E61A0AF.1772439247/mx.clauses.example"
Message-Id: <20260302081407.9B1C21A0B7@mx.clauses.example>

This is a MIME-encapsulated message.

--8D3E61A0AF.1772439247/mx.clauses.example
Content-Description: Notification
Content-Type: text/plain; charset=us-ascii

This is the mail system at host mx.clauses.example.

I'm sorry to have to inform you that your message could not
be delivered to one or more recipients. It's attached below.

--8D3E61A0AF.1772439247/mx.clauses.example
Content-Description: Delivery report
Content-Type: message/delivery-status

Reporting-MTA: dns; mx.clauses.example
X-Postfix-Queue-ID: 8D3E61A0AF
X-Postfix-Sender: rfc822; retours@clauses.example
Arrival-Date: Mon,  2 Mar 2026 09:14:05 +0100 (CET)

Final-Recipient: rfc822; ${to}
Original-Recipient: rfc822;${to}
Action: ${action}
Status: ${status}
Remote-MTA: dns; mx.entreprise.example
Diagnostic-Code: ${said}

--8D3E61A0AF.1772439247/mx.clauses.example
Content-Description: Undelivered Message
Content-Type: message/rfc822

Return-Path: <retours@clauses.example>
Received: from jonction (localhost [127.0.0.1])
\tby mx.clauses.example (Postfix) with ESMTP id 8D3E61A0AF
\tfor <${to}>; Mon,  2 Mar 2026 09:14:05 +0100 (CET)
Auto-Submitted: auto-generated
From: Jonction <ne-pas-repondre@clauses.example>
To: ${to}
Subject: =?UTF-8?Q?Un_CV_=C3=A0_d=C3=A9couvrir?=
Message-ID:
 <${id}>
Date: Mon, 02 Mar 2026 08:14:05 +0000
MIME-Version: 1.0
Content-Type: text/plain; charset=utf-8

Bonjour,

--8D3E61A0AF.1772439247/mx.clauses.example--
`;
}

/** Exchange Online: HTML first, the status fields folded, the headers of the letter alone, lines ended by CR LF. */
export function fromExchange({ id, to, status = '5.1.10', action = 'failed', diagnostic }: Returned): string {
  const said =
    diagnostic ??
    `smtp;550 5.1.10 RESOLVER.ADR.RecipientNotFound; Recipient ${to}\r\n not found by SMTP address lookup`;
  return [
    'Received: from PR3P251CA0012.EURP251.PROD.OUTLOOK.EXAMPLE (2603:10a6::1) by',
    ' PAXPR09MB1234.eurprd09.prod.outlook.example with Microsoft SMTP Server id',
    ' 15.20.9000.10; Mon, 2 Mar 2026 08:14:09 +0000',
    'MIME-Version: 1.0',
    'From: <postmaster@entreprise.example>',
    'To: <retours@clauses.example>',
    'Date: Mon, 2 Mar 2026 08:14:09 +0000',
    'Content-Type: multipart/report; report-type=delivery-status;',
    ' boundary="f7a1c0de-8a3f-4d0e-9b0e-6f1f2f3f4f5f"',
    'Content-Language: fr-FR',
    'Message-ID: <b7d8-42c1@PAXPR09MB1234.eurprd09.prod.outlook.example>',
    `In-Reply-To: <${id}>`,
    `References: <${id}>`,
    'Subject: =?utf-8?B?Tm9uIHJlbWlzwqA6IFVuIENWIMOgIGTDqWNvdXZyaXI=?=',
    'X-MS-Exchange-Message-Is-Ndr: ',
    'Auto-Submitted: auto-replied',
    'Return-Path: <>',
    '',
    '--f7a1c0de-8a3f-4d0e-9b0e-6f1f2f3f4f5f',
    'Content-Type: multipart/alternative; differences=Content-Type;',
    ' boundary="0b2e2a5f-1111-4a4a-8b8b-aaaaaaaaaaaa"',
    '',
    '--0b2e2a5f-1111-4a4a-8b8b-aaaaaaaaaaaa',
    'Content-Type: text/plain; charset="utf-8"',
    'Content-Transfer-Encoding: base64',
    '',
    'TCdhZHJlc3NlIG4nZXhpc3RlIHBhcy4=',
    '--0b2e2a5f-1111-4a4a-8b8b-aaaaaaaaaaaa--',
    '',
    '--f7a1c0de-8a3f-4d0e-9b0e-6f1f2f3f4f5f',
    'Content-Type: message/delivery-status',
    '',
    'Reporting-MTA: dns;PAXPR09MB1234.eurprd09.prod.outlook.example',
    'Received-From-MTA: dns;mx.clauses.example',
    'Arrival-Date: Mon, 2 Mar 2026 08:14:08 +0000',
    '',
    `Final-Recipient: rfc822;${to}`,
    `Action: ${action}`,
    `Status: ${status}`,
    `Diagnostic-Code: ${said}`,
    '',
    '',
    '--f7a1c0de-8a3f-4d0e-9b0e-6f1f2f3f4f5f',
    'Content-Type: message/rfc822',
    '',
    'Received: from mx.clauses.example (203.0.113.7) by',
    ' AM0EUR02FT004.mail.protection.outlook.example with Microsoft SMTP Server',
    ' (version=TLS1_3, cipher=TLS_AES_256_GCM_SHA384) id 15.20.9000.9;',
    ' Mon, 2 Mar 2026 08:14:08 +0000',
    'From: Jonction <ne-pas-repondre@clauses.example>',
    `To: "Mme Roche" <${to}>`,
    'Subject: =?UTF-8?Q?Un_CV_=C3=A0_d=C3=A9couvrir?=',
    `Message-ID: <${id}>`,
    'Date: Mon, 2 Mar 2026 08:14:05 +0000',
    'Auto-Submitted: auto-generated',
    '',
    '--f7a1c0de-8a3f-4d0e-9b0e-6f1f2f3f4f5f--',
    '',
  ].join('\r\n');
}

/** What somebody who is away sends back by herself: not a report. */
export function absenceReply({ id, to }: Returned): string {
  return `Return-Path: <${to}>
From: Mme Roche <${to}>
To: ne-pas-repondre@clauses.example
Subject: =?utf-8?Q?R=C3=A9ponse_automatique_:_absente?=
Auto-Submitted: auto-replied
X-Auto-Response-Suppress: All
In-Reply-To: <${id}>
Message-ID: <0c1d@entreprise.example>
Content-Type: text/plain; charset=utf-8

Je ne fais plus partie de l'entreprise. 550 5.1.1 <${to}> User unknown
`;
}

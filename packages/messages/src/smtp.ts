import nodemailer from 'nodemailer';
import type { Letter } from './letter.ts';

export interface Envelope {
  /** Makes a second sending of the same message recognisable by relays and readers. */
  messageId: string;
  to: string;
  toName: string | null;
}

export interface Relay {
  send(letter: Pick<Letter, 'subject' | 'text' | 'html'>, envelope: Envelope): Promise<void>;
  close(): void;
}

/**
 * `url`: `smtp://user:password@host:port`, or `smtps://`. `from` is the address people see and answer to; `returnTo` where mails that
 * cannot be delivered come back, the address of `from` when null.
 */
export function openSmtpRelay(url: string, from: string, returnTo: string | null = null): Relay {
  const transport = nodemailer.createTransport(url, { from });
  const domain = from.replace(/.*@/, '').replace(/>.*/, '');
  return {
    send: async (letter, { messageId, to, toName }) => {
      await transport.sendMail({
        messageId: `<${messageId}@${domain}>`,
        to: toName ? { name: toName, address: to } : to,
        ...(returnTo === null ? {} : { envelope: { from: returnTo, to } }),
        subject: letter.subject,
        text: letter.text,
        html: letter.html,
        headers: { 'Auto-Submitted': 'auto-generated' },
      });
    },
    close: () => transport.close(),
  };
}

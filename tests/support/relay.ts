import { type ParsedMail, simpleParser } from 'mailparser';
import { SMTPServer } from 'smtp-server';

export interface TestRelay {
  url: string;
  received: ParsedMail[];
  /** Addresses that the relay refuses for good, as one does whose box is gone. */
  gone: Set<string>;
  close(): Promise<void>;
}

/** A relay of mail that speaks real SMTP on a port of its own. */
export async function startRelay(): Promise<TestRelay> {
  const received: ParsedMail[] = [];
  const gone = new Set<string>();
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onRcptTo({ address }, _session, done) {
      if (!gone.has(address)) return done();
      done(Object.assign(new Error('5.1.1 no such box'), { responseCode: 550 }));
    },
    onData(stream, _session, done) {
      simpleParser(stream).then(
        (mail) => {
          received.push(mail);
          done();
        },
        (error: Error) => done(error),
      );
    },
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const at = server.server.address();
  const port = typeof at === 'object' && at !== null ? at.port : 0;
  return {
    url: `smtp://127.0.0.1:${port}`,
    received,
    gone,
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
}

import type { Database } from '@jonction/db/client';
import { storedFile } from '@jonction/db/file/tables';
import { newId } from '@jonction/db/new-id';
import { printPdf } from '@jonction/documents/printed/print';
import { addDays, type Day } from '@jonction/domain/shared/day';
import { parisInstant } from '@jonction/domain/shared/paris-time';
import type { Services } from '../../context.ts';
import type { Cast } from './cast.ts';
import type { Stage } from './stage.ts';

const text = (words: string) => ({ kind: 'text', text: words }) as const;

/** A convention that its two members signed, and one that waits for the demonstration's own company. */
export async function askSignatures(
  stage: Stage,
  cast: Cast,
  { database, services, today }: { database: Database; services: Services; today: Day },
): Promise<void> {
  const [there] = await database.client`select 1 from signature_request limit 1`;
  const [employerId] = cast.employerIds;
  if (there || !employerId) return;
  const { facilitator, employer, structureId } = cast;
  const bytes = await printPdf(
    {
      ...{
        title: 'Convention entre les membres du groupement',
        locale: 'fr',
        from: 'Clauses sociales du Val d’Orette',
      },
      reference: 'Convention n° 3',
      blocks: [
        text('Les membres du groupement conviennent de la part d’heures d’insertion que chacun réalise.'),
        text('Une heure qu’un membre réalise pour un autre lui est payée au prix convenu entre eux.'),
        text('Ce que le marché doit en tout ne change pas.'),
      ],
    },
    parisInstant(`${addDays(today, -8)}T09:00`),
  );
  const fileId = newId();
  const sha256 = await services.files.keep(bytes);
  await database.as({ kind: 'system' }, (tx) =>
    tx.insert(storedFile).values({
      ...{ id: fileId, structureId, organisationId: structureId, sha256, sizeBytes: bytes.length, unread: false },
      ...{
        media: 'application/pdf',
        name: 'convention-groupement.pdf',
        purpose: 'paper',
        uploadedBy: facilitator.userId,
      },
    }),
  );
  const asked = { fileId, employerId };
  const waits = { name: 'Nadège Vauclair', quality: 'cotraitante', address: 'nadege@cotraitant.test' };
  const { ask } = stage(facilitator, today).signature;
  await ask({ ...asked, title: 'Convention entre les membres du groupement', signers: [waits] });
  await sign(stage, cast, { database, today, address: waits.address, name: waits.name });
  const own = { name: employer.name, quality: 'gérant', address: employer.email };
  const note = 'Avenant dont nous avons parlé au comité de suivi.';
  await ask({ ...asked, title: 'Avenant n° 1 à la convention du groupement', note, signers: [own, waits] });
}

/** Signs as anybody does, with the link and the code of the last letters. */
async function sign(
  stage: Stage,
  cast: Cast,
  given: { database: Database; today: Day; address: string; name: string },
): Promise<void> {
  const { database, today, address, name } = given;
  const bodyOf = async (template: string) => {
    const [row] = await database.client<{ body: string | null }[]>`
      select body_text as body from message where to_address = ${address} and template = ${template} order by id desc limit 1`;
    return row?.body ?? '';
  };
  const token = /\/signer\/(\S+)/.exec(await bodyOf('signature'))?.[1] ?? '';
  const { signature } = stage(cast.facilitator, today);
  const { sha256 } = await signature.openLink({ token });
  await signature.sendCode({ token });
  const code = /\d{3} \d{3}/.exec(await bodyOf('signature-code'))?.[0] ?? '';
  // Letters that left already took their code with them: the demonstration then waits for her signature too.
  if (code !== '') await signature.sign({ token, sha256, name, agreed: true, code });
}

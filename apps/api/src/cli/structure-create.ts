import { newId } from '@jonction/db/new-id';
import { organisation } from '@jonction/db/organisation/tables';
import { slugOf } from '@jonction/domain/organisation/slug';
import { type Command, CommandRefused, takeOption } from './context.ts';

/** `structure create`: another team in the same base, which shares the register and sees no person of the others. */
export const structureCreateCommand: Command = async (context, args) => {
  const name = takeOption(args, '--name')?.trim();
  if (!name) throw new CommandRefused('Donnez --name "Nom de la structure".');
  if (name.length > 300) throw new CommandRefused('Le nom d’une structure a 300 caractères au plus.');
  const slug = slugOf(takeOption(args, '--slug') ?? name);
  if (slug === '') throw new CommandRefused('Donnez --slug : des lettres et des chiffres, pour --structure.');
  return context.database.as({ kind: 'system' }, async (tx) => {
    const made = await tx
      .insert(organisation)
      .values({ id: newId(), kind: 'structure', name, slug })
      .onConflictDoNothing({ target: organisation.slug })
      .returning({ id: organisation.id });
    if (made.length === 0) {
      throw new CommandRefused(`Une structure « ${slug} » existe déjà : choisissez un autre --slug.`);
    }
    return { exit: 0 as const, result: { ok: true, name, slug } };
  });
};

// Opens the TypeScript sources: plain JavaScript, since an older Node could not even read them.
import module from 'node:module';

const NEEDED_MAJOR = 24;

/** Ends the program with a French sentence when this Node cannot run the sources. */
export function requireNode() {
  if (Number(process.versions.node.split('.')[0]) >= NEEDED_MAJOR) return;
  console.error(
    [
      `Jonction a besoin de Node ${NEEDED_MAJOR} ; celui-ci est Node ${process.versions.node}.`,
      `Lancez-le par npm (« npm start », « npm run jonction ») : npm ci installe Node ${NEEDED_MAJOR} avec les dépendances.`,
      'Si vous passiez par npm, ce paquet facultatif manque : relancez « npm ci » sans --omit=optional,',
      `ou installez Node ${NEEDED_MAJOR} sur la machine (https://nodejs.org).`,
    ].join('\n'),
  );
  process.exit(2);
}

/** Imports a source file of this application, as `src/start.ts`. */
export async function launch(source) {
  requireNode();
  process.env.NODE_ENV ??= 'production';
  module.enableCompileCache();
  await import(new URL(source, import.meta.url).href);
}

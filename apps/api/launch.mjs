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

const packages = new URL('../../packages/', import.meta.url).href;
const known = new Map();

/**
 * Our own files are named whole in every import: found by their name alone. A library is looked up once for each of
 * our packages: Node reads its whole description again at each import, and some list hundreds of entries.
 * Together they were a third of the time of a start.
 */
function resolveOurs(specifier, context, next) {
  if (specifier.startsWith('.')) {
    if (!specifier.endsWith('.ts')) return next(specifier, context);
    return { url: new URL(specifier, context.parentURL).href, format: 'module-typescript', shortCircuit: true };
  }
  const [, name, file] = /^@jonction\/([^/]+)\/([^.]+)$/.exec(specifier) ?? [];
  if (name) return { url: `${packages}${name}/src/${file}.ts`, format: 'module-typescript', shortCircuit: true };
  const [ours] = /^.*\/(?:packages|apps)\/[^/]+\/src\//.exec(context.parentURL ?? '') ?? [];
  if (!ours) return next(specifier, context);
  const key = `${ours} ${specifier}`;
  const found = known.get(key) ?? { ...next(specifier, context), shortCircuit: true };
  known.set(key, found);
  return found;
}

/** Imports a source file of this application, as `src/start.ts`. */
export async function launch(source) {
  requireNode();
  process.env.NODE_ENV ??= 'production';
  module.enableCompileCache();
  module.registerHooks({ resolve: resolveOurs });
  await import(new URL(source, import.meta.url).href);
}

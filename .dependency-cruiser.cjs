/** The arrows of the house. One way only: what points back is a mistake in the place of the code, not in this file. */
const onlyTypes = { dependencyTypesNot: ['type-only'] };
const forbid = (name, from, to, comment) => ({ name, severity: 'error', comment, from, to });

module.exports = {
  forbidden: [
    forbid('no-circular', {}, { circular: true, viaOnly: onlyTypes }, 'a circle has no first page to read'),
    forbid(
      'domain-is-pure',
      { path: '^packages/domain' },
      { pathNot: ['^packages/domain', '(^|/)node_modules/zod'] },
      'zod only',
    ),
    forbid(
      'domain-has-no-io',
      { path: '^packages/domain' },
      { dependencyTypes: ['core'] },
      'no clock, no files, no network',
    ),
    forbid(
      'db-arrow',
      { path: '^packages/db' },
      { path: '^(packages/(search|documents|messages|matching-engine|ui|testing)|apps)' },
      'db knows the domain only',
    ),
    forbid(
      'documents-arrow',
      { path: '^packages/documents' },
      { path: '^(packages/(db|search|messages|matching-engine|ui|testing)|apps)' },
      'files know no base',
    ),
    forbid(
      'messages-arrow',
      { path: '^packages/messages' },
      { path: '^(packages/(db|search|documents|matching-engine|ui|testing)|apps)' },
      'letters know no base',
    ),
    forbid(
      'search-arrow',
      { path: '^packages/search' },
      { path: '^(packages/(documents|messages|ui|testing)|apps)' },
      'a copy of the base, nothing else',
    ),
    forbid(
      'ui-arrow',
      { path: '^packages/ui' },
      { path: '^(packages/(db|search|documents|messages|testing)|apps)' },
      'pieces know no noun',
    ),
    forbid(
      'ui-knows-no-noun',
      { path: '^packages/ui' },
      { path: '^packages/domain/src/(?!shared/)' },
      'pieces know no noun',
    ),
    forbid(
      'testing-arrow',
      { path: '^packages/testing' },
      { path: '^(packages/(search|documents|messages|ui)|apps)' },
      'factories write rows',
    ),
    forbid('packages-never-import-apps', { path: '^packages' }, { path: '^apps' }, 'apps stand on packages'),
    forbid(
      'web-takes-types-from-api',
      { path: '^apps/web' },
      { path: '^apps/api', ...onlyTypes },
      'server code stays out of the browser',
    ),
    forbid(
      'web-knows-no-base',
      { path: '^apps/web' },
      { path: '^packages/(db|search|documents|messages|testing)', ...onlyTypes },
      'one door: the API',
    ),
    forbid(
      'testing-is-for-the-demo',
      { path: '^apps/api/src/(?!cli/)' },
      { path: '^packages/testing' },
      'only the command makes demo worlds',
    ),
    forbid('api-does-not-draw', { path: '^apps/api' }, { path: '^(apps/web|packages/ui)' }, 'the API draws nothing'),
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '(^|/)(build|\\.svelte-kit)/' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'svelte', 'types', 'node', 'default'],
      extensions: ['.ts', '.svelte', '.js', '.mjs', '.json'],
    },
  },
};

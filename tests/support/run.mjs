// `npm test`: every suite on real parts, then one line `N passed, N failed` and what was skipped with its reason.
import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { setPriority, tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../..', import.meta.url));
const long = process.argv.includes('--long');
const reports = mkdtempSync(path.join(tmpdir(), 'jonction-reports-'));
const env = { ...process.env };
const notes = [];

// Open data and worked cases stand beside the project where somebody put them; they are never part of it.
const beside = path.resolve(root, '../shared');
offer('JONCTION_DATA_DIR', path.join(beside, 'data'), 'the real open data');
offer('CASES_DIR', path.join(beside, 'vectors'), 'the worked cases of other origins');
if (long) env.JONCTION_LONG = '1';
// Kept in a file, colours are only noise.
if (!process.stdout.isTTY) env.NO_COLOR = '1';

function offer(name, folder, what) {
  if (env[name]) return;
  if (existsSync(folder)) env[name] = folder;
  else notes.push(`${what}: no folder in ${name}`);
}

function run(name, command, args) {
  return new Promise((resolve) => {
    const child = spawn(command, args, { cwd: root, env, stdio: ['ignore', 'inherit', 'inherit'] });
    child.on('close', (code) => resolve(code ?? 1));
    child.on('error', (error) => {
      process.stderr.write(`${name}: ${error.message}\n`);
      resolve(1);
    });
  });
}

const browserReport = path.join(reports, 'browser.json');
env.PLAYWRIGHT_JSON_OUTPUT_NAME = browserReport;

const failures = [];
const vitestReports = [];
async function runVitest(...projects) {
  const report = path.join(reports, `${projects.join('-')}.json`);
  vitestReports.push(report);
  const code = await run('vitest', 'vitest', [
    'run',
    '--config',
    'tests/vitest.config.ts',
    ...projects.flatMap((project) => ['--project', project]),
    '--reporter=dot',
    '--reporter=json',
    `--outputFile.json=${report}`,
  ]);
  if (code !== 0) failures.push(projects.join(', '));
}
async function runBrowser() {
  const code = await run('playwright', 'playwright', ['test', '--config', 'tests/journeys/playwright.config.ts']);
  if (code !== 0) failures.push('browser');
}

// Suites wait for the base, browsers for pages, those that kill and restart for processes: side by side they keep every core busy.
// One page after another is the longest line: it goes first wherever cores are short, the others take what it leaves.
const browsing = runBrowser();
setPriority(10);
await Promise.all([runVitest('pure', 'web', 'base'), browsing.then(() => runVitest('faults'))]);

const totals = { passed: 0, failed: 0 };
const skipped = [];
/** Of each file of tests: what to look at first when the whole becomes slow. */
const seconds = [];
/** Named again at the very end: whoever reads only the last lines learns what failed and how it began. */
const failed = [];
const firstLines = (message = '') => message.split('\n').slice(0, 3).join('\n      ');
for (const file of vitestReports.filter((one) => existsSync(one))) {
  const report = JSON.parse(readFileSync(file, 'utf8'));
  totals.passed += report.numPassedTests;
  totals.failed += report.numFailedTests;
  for (const file of report.testResults) {
    seconds.push([(file.endTime - file.startTime) / 1000, path.relative(root, file.name)]);
    if (file.status === 'failed' && file.assertionResults.length === 0) {
      totals.failed += 1;
      failed.push(`${file.name}\n      ${firstLines(file.message)}`);
    }
    for (const test of file.assertionResults) {
      if (test.status === 'failed') failed.push(`${test.fullName}\n      ${firstLines(test.failureMessages[0])}`);
      if (test.status === 'pending' || test.status === 'skipped') skipped.push(test.fullName);
    }
  }
}
if (existsSync(browserReport)) {
  const { stats, suites } = JSON.parse(readFileSync(browserReport, 'utf8'));
  totals.passed += stats.expected + stats.flaky;
  totals.failed += stats.unexpected;
  if (stats.skipped > 0) skipped.push(`${stats.skipped} in the browser`);
  for (const suite of suites) collectFailed(suite);
}

function collectFailed({ specs = [], suites = [] }) {
  for (const spec of specs.filter((one) => !one.ok)) {
    const error = spec.tests.flatMap((test) => test.results).find((result) => result.error)?.error;
    failed.push(`${spec.title}\n      ${firstLines(error?.message)}`);
  }
  for (const inner of suites) collectFailed(inner);
}

rmSync(reports, { recursive: true, force: true });
// A runner that died without a report has failed, whatever it counted.
if (failures.length > totals.failed) totals.failed = failures.length;
if (failures.length > 0) process.stdout.write(`\nFailed: ${failures.join('; ')}\n`);
for (const one of failed.slice(0, 40)) process.stdout.write(`  - ${one}\n`);

if (notes.length > 0 || skipped.length > 0) {
  process.stdout.write(`\nSkipped: ${skipped.length}\n`);
  for (const note of notes) process.stdout.write(`  ${note}\n`);
  for (const name of skipped) process.stdout.write(`  - ${name}\n`);
}
process.stdout.write('\nSlowest files:\n');
for (const [time, name] of seconds.sort(([a], [b]) => b - a).slice(0, 8)) {
  process.stdout.write(`  ${Math.round(time)} s  ${name}\n`);
}
process.stdout.write(`\n${totals.passed} passed, ${totals.failed} failed\n`);
process.exit(totals.failed === 0 ? 0 : 1);

import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { createContext, runInContext } from 'node:vm';
import { build } from 'esbuild';
import { codeEntries } from '../../../workspace/entries.js';
import type { Consumer } from '../consumer.js';

const reporter = readFileSync(new URL('browser-report.js', import.meta.url), 'utf8');

/** All of a package, and its page's code unless that reads files, as one script that reports what it prints. */
async function bundled({ of, folder, program }: Consumer): Promise<string> {
  const entries = codeEntries(of.manifest).filter(({ needsNode }) => !needsNode);
  const imports = entries.map(
    ({ specifier }, i) => `import * as entry${i} from '${specifier}';\nconsole.log(Object.keys(entry${i}));\n`,
  );
  const runs = program && !program.imports.some((name) => name.startsWith('node:'));
  const { outputFiles } = await build({
    stdin: { contents: imports.join('') + (runs ? program.text : ''), loader: 'ts', resolveDir: folder },
    bundle: true,
    platform: 'browser',
    format: 'iife',
    target: 'es2022',
    write: false,
    logLevel: 'silent',
    banner: { js: `report(${JSON.stringify(of.id)}, (console) => {` },
    footer: { js: '});' },
  });
  return outputFiles[0]?.text ?? '';
}

type Results = Readonly<Record<string, string>>;

/** What the bundles print where there is the language and nothing else, but for what all browsers have beside it. */
function inBareContext(scripts: readonly string[]): Results {
  const context = createContext({ TextEncoder, TextDecoder, URL, structuredClone, setTimeout, clearTimeout });
  const code = [reporter, ...scripts, 'JSON.stringify(results)'].join('\n');
  return JSON.parse(runInContext(code, context) as string) as Results;
}

function chromium(): string | undefined {
  const folders = (process.env['PATH'] ?? '').split(delimiter);
  const names = ['chromium', 'chromium-browser', 'google-chrome'];
  return names.flatMap((name) => folders.map((folder) => join(folder, name))).find((path) => existsSync(path));
}

function inChromium(executable: string, scripts: readonly string[], folder: string): Results {
  const page = join(folder, 'index.html');
  const tags = [reporter, ...scripts, 'document.body.textContent = encodeURIComponent(JSON.stringify(results));'].map(
    (script, i) => {
      writeFileSync(join(folder, `${i}.js`), script);
      return `<script src="${i}.js"></script>`;
    },
  );
  writeFileSync(page, `<!doctype html><meta charset="utf-8"><body>${tags.join('')}`);
  const options = ['--headless', '--no-sandbox', '--disable-gpu', '--disable-dev-shm-usage', '--no-first-run'];
  // No name resolves: what a bundle asks of a network fails, and the browser has nobody to report to.
  const alone = ['--host-resolver-rules=MAP * ~NOTFOUND', '--disable-background-networking', '--disable-sync'];
  const profile = `--user-data-dir=${join(folder, 'profile')}`;
  const printed = execFileSync(executable, [...options, ...alone, profile, '--dump-dom', `file://${page}`], {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'ignore'],
    timeout: 120_000,
  });
  const [, answer = ''] = /<body>([^<]*)<\/body>/.exec(printed) ?? [];
  return JSON.parse(decodeURIComponent(answer)) as Results;
}

/** Bundles each package for browsers and runs it there. Gives where it ran. */
export async function runInBrowser(consumers: readonly Consumer[], folder: string): Promise<string> {
  mkdirSync(folder);
  const scripts = await Promise.all(consumers.map(bundled));
  const bare = inBareContext(scripts);
  const faults = Object.entries(bare).filter(([, result]) => result.startsWith('fails') || result === 'prints nothing');
  if (faults.length > 0) throw new Error(`in a bare context: ${JSON.stringify(Object.fromEntries(faults))}`);
  const executable = chromium();
  if (executable === undefined) return 'a bare context: no Chromium is installed';
  const there = inChromium(executable, scripts, folder);
  if (JSON.stringify(there) !== JSON.stringify(bare))
    throw new Error(`Chromium answers ${JSON.stringify(there)}\na bare context answers ${JSON.stringify(bare)}`);
  return 'Chromium';
}

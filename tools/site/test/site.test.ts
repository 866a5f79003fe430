import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { extname, join } from 'node:path';
import { chromium, type Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { requirementIds } from '@azureml-firewall/catalog';
import { root } from '../repository.js';

const browserPath = '/usr/bin/chromium';
const found = existsSync(browserPath);
const types: Readonly<Record<string, string>> = { '.html': 'text/html', '.css': 'text/css', '.js': 'text/javascript' };

const folder = mkdtempSync(join(tmpdir(), 'site-'));
let server: Server | undefined;
let address: string;
let browser: Browser | undefined;

/** Pages load from sources, as the command does; a site that has broken links is refused there. */
function build(): void {
  const made = spawnSync('npx', ['tsx', '--conditions=@azureml-firewall/source', 'tools/site/run.ts', folder], {
    cwd: root,
    encoding: 'utf8',
  });
  if (made.status !== 0) throw new Error(made.stderr);
}

beforeAll(async () => {
  build();
  const site = createServer(({ url = '/' }, response) => {
    // Browsers ask for it on pages that name no icon.
    if (url === '/favicon.ico') return response.writeHead(204).end();
    const file = join(folder, new URL(url, 'http://site').pathname);
    if (!existsSync(file)) return response.writeHead(404).end();
    return response
      .writeHead(200, { 'content-type': types[extname(file)] ?? 'application/json' })
      .end(readFileSync(file));
  });
  server = site;
  await new Promise<void>((resolve) => site.listen(0, '127.0.0.1', resolve));
  address = `http://127.0.0.1:${(site.address() as AddressInfo).port}`;
  if (!found) return;
  const args = ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--disable-sync'];
  browser = await chromium.launch({ executablePath: browserPath, args });
}, 300_000);

afterAll(async () => {
  await browser?.close();
  server?.close();
  rmSync(folder, { recursive: true });
});

describe('the written site', () => {
  it('has a page for each requirement', () => {
    const missing = requirementIds.filter((id) => !existsSync(join(folder, `catalog/${id}.html`)));
    expect(missing).toEqual([]);
  });

  it('shows texts of sources as texts', () => {
    const page = readFileSync(join(folder, 'catalog/workspace-storage-hosts.html'), 'utf8');
    expect(page).toContain('&lt;storage&gt;.blob.core.windows.net');
  });
});

const title = found ? 'the site in a browser' : 'the site in a browser (needs the Debian package chromium)';
describe.skipIf(!found)(title, { timeout: 60_000 }, () => {
  async function visit(path: string) {
    if (!browser) throw new Error('the browser did not start');
    const page = await browser.newPage();
    const wrong: string[] = [];
    page.on('pageerror', (error) => wrong.push(error.message));
    page.on('console', (message) => {
      if (message.type() === 'error') wrong.push(message.text());
    });
    page.on('response', (response) => {
      if (response.status() >= 400 && !response.url().endsWith('favicon.ico')) wrong.push(response.url());
    });
    await page.goto(`${address}/${path}`);
    return { page, wrong };
  }

  it('finds a requirement by a part of its host and opens its page', async () => {
    const { page, wrong } = await visit('index.html');
    await page.fill('#search', 'blob.core.windows.net');
    await page.click('#results a:text-is("workspace-storage-hosts")');
    await page.waitForSelector('h1 code:text-is("workspace-storage-hosts")');
    expect(await page.textContent('main')).toContain('<storage>.blob.core.windows.net');
    expect(wrong).toEqual([]);
  });

  it('finds what asks for a port, from a page in a folder', async () => {
    const { page, wrong } = await visit('catalog/index.html');
    await page.fill('#search', 'udp/5831');
    await page.waitForSelector('#results a');
    const names = await page.locator('#results a').allTextContents();
    expect(names).toContain('compute-tundra-hosts');
    expect(wrong).toEqual([]);
  });

  it('leads from a verdict to the page of its code', async () => {
    const { page, wrong } = await visit('support.html');
    await page.locator('td.omitted a').first().click();
    await page.waitForSelector('h1 code');
    expect(page.url()).toContain('/findings/');
    expect(wrong).toEqual([]);
  });

  it.each(['index.html', 'guides/index.html', 'packages/index.html', 'findings/index.html', 'api/index.html'])(
    'opens %s without an error',
    async (path) => {
      const { page, wrong } = await visit(path);
      expect(await page.locator('h1').count()).toBeGreaterThan(0);
      expect(wrong).toEqual([]);
    },
  );
});

import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { missing } from '../prerequisites.js';

const lack = missing();
const script = join(import.meta.dirname, '../run.ts');

describe('the lab', () => {
  it.skipIf(lack !== undefined)(
    `keeps all promises of one workspace on every back end${lack === undefined ? '' : ` (${lack})`}`,
    { timeout: 300_000 },
    () => {
      const node = ['--conditions=@azureml-firewall/source', '--import', 'tsx', script];
      const chosen = ['--part', 'flows', '--workspace', 'usgov-tags'];
      const { status, stdout, stderr } = spawnSync(process.execPath, [...node, ...chosen], { encoding: 'utf8' });
      expect(`${stdout}${stderr}`).toContain('every promise held');
      expect(status).toBe(0);
    },
  );
});

import { createWriteStream, mkdtempSync } from 'node:fs';
import { once } from 'node:events';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { processCost, processCosts } from '../child.js';
import { realDocument, seeded } from '../inputs.js';
import type { Result } from '../result.js';

const root = resolve(import.meta.dirname, '../../..');
const cli = join(root, 'packages/cli/dist/bin.js');

/** Row 6: planning and rendering for every vendor, the whole process. */
export function renderAll(): Result {
  const out = mkdtempSync(join(tmpdir(), 'bench-'));
  const document = realDocument();
  const tags = document === undefined ? [] : ['--service-tags', document];
  const cost = processCost(
    [cli, 'render', '--profile', 'examples/contoso/workspace.yaml', '--target', 'all', '--out', out, ...tags],
    root,
  );
  return {
    row: '6',
    work: `plan and render for all vendors${document === undefined ? '' : ', tags resolved'}, whole process`,
    measured: { 'CPU ms': cost.cpu, 'wall ms': cost.wall, 'memory MiB': cost.memory },
    figure: `${cost.cpu.median.toFixed(0)} ms CPU, ${cost.memory.toFixed(0)} MiB`,
    target: '≤ 0.2 × aerleon’s CPU time',
    note: 'aerleon is not in a registry that was reached; 1,360 ms CPU and 60 MiB were measured for it on such a machine in 2026, which would make 272 ms the target',
  };
}

const imports: readonly (readonly [name: string, entry: string, limit: number])[] = [
  ['rule-model', '@azureml-firewall/rule-model', 1.2],
  ['catalog', '@azureml-firewall/catalog', 1.2],
  ['renderer-kit', '@azureml-firewall/renderer-kit', 1.2],
  ['service-tags', '@azureml-firewall/service-tags', 1.2],
  ['azure-firewall', '@azureml-firewall/azure-firewall', 1.2],
  ['catalog/schema', '@azureml-firewall/catalog/schema', 2.2],
];

/** Row 8: importing a package in a process that does nothing else. */
export function coldImports(): readonly Result[] {
  const codes = imports.map(([, entry]) => ['--input-type=module', '-e', `import '${entry}'`]);
  const [bare, ...costs] = processCosts([['-e', '0'], ...codes], root, 11);
  return imports.flatMap(([name, , limit], i): readonly Result[] => {
    const [cost, again] = [costs[i], codes[i]];
    if (!bare || !cost || !again) return [];
    const ratio = cost.wall.median / bare.wall.median;
    return [
      {
        row: '8',
        work: `import ${name}, whole process`,
        measured: { ours: cost.wall, 'node -e 0': bare.wall },
        figure: `${ratio.toFixed(2)} × node -e 0`,
        target: `≤ ${limit} ×`,
        met: ratio <= limit,
        again,
      },
    ];
  });
}

async function writeLog(lines: number): Promise<string> {
  const path = join(mkdtempSync(join(tmpdir(), 'bench-')), `${lines}.log`);
  const stream = createWriteStream(path);
  const random = seeded(9);
  for (let i = 0; i < lines; i++) {
    const host = `h${Math.floor(random() * 500)}.zone${Math.floor(random() * 20)}.example.org`;
    const result = random() < 0.3 ? 'TCP_DENIED/403' : 'TCP_TUNNEL/200';
    const line = `1789898401.${String(i % 1000).padStart(3, '0')}      0 10.20.${i % 256}.5 ${result} 3912 CONNECT ${host}:443 - HIER_NONE/- text/html\n`;
    if (!stream.write(line)) await once(stream, 'drain');
  }
  stream.end();
  await once(stream, 'finish');
  return path;
}

const bareLoop = `
const { createReadStream } = require('node:fs');
const { createInterface } = require('node:readline');
let lines = 0;
createInterface({ input: createReadStream(process.argv[1]) }).on('line', () => { lines++; }).on('close', () => console.log(lines));
`;

/** Row 9: replaying a log of a million lines, and of four. */
export async function replayLog(): Promise<readonly Result[]> {
  const [one, four] = [await writeLog(1_000_000), await writeLog(4_000_000)];
  const replay = (log: string): readonly string[] => [
    cli,
    'replay',
    '--profile',
    'examples/contoso/workspace.yaml',
    '--log',
    log,
    '--log-format',
    'squid',
    '--format',
    'json',
  ];
  const [ours, bare] = processCosts([replay(one), ['-e', bareLoop, one]], root, 7);
  if (!ours || !bare) throw new Error('nothing was run');
  const large = processCost(replay(four), root, 3);
  const ratio = ours.wall.median / bare.wall.median;
  return [
    {
      row: '9',
      work: 'replay 1,000,000 lines (30 % denied), whole process',
      measured: { ours: ours.wall, 'bare line loop': bare.wall },
      figure: `${ratio.toFixed(2)} × a bare loop`,
      target: '≤ 3 ×',
      met: ratio <= 3,
      again: replay(one),
    },
    {
      row: '9',
      work: 'memory of the replay of 1,000,000 and of 4,000,000 lines',
      measured: { '1M lines, MiB': ours.memory, '4M lines, MiB': large.memory },
      figure: `${ours.memory.toFixed(0)} and ${large.memory.toFixed(0)} MiB`,
      target: '≤ 150 MiB, the same for both',
      met: ours.memory <= 150 && large.memory <= 150 && large.memory <= ours.memory * 1.2,
    },
  ];
}

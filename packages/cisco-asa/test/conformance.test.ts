/// <reference types="node" />
import { describe, it } from 'vitest';
import { conformance, policy, route, rule, tag, type Adapter } from '@azureml-firewall/conformance';
import { folder, textFile } from '@azureml-firewall/conformance/node';
import { ciscoAsa, type CiscoAsaModel, type CiscoAsaOptions, type Code } from '../src/index.js';
import { nameLength, remarkLength } from '../src/limits.js';
import { remarkText } from '../src/print/text.js';
import { apply, newDevice, show } from './support/device.js';
import { reader } from './support/reader.js';

const update = process.env['UPDATE_GOLDEN'] !== undefined;
const host = rule('host', ['example.com'], ['tcp/443']);
const fromTag = { kind: 'service-tag', tag: 'Storage' } as const;
const aml = tag('AzureMachineLearning', '13.66.0.0/24', '2603:1030::/48');

/** What the test kit has to know beside the renderer. */
const adapter: Adapter<CiscoAsaModel, CiscoAsaOptions, Code> = {
  expected: folder(new URL('conformance/', import.meta.url), { update }),
  page: textFile(new URL('../../../docs/diagnostics/cisco-asa.md', import.meta.url), { update }),
  messages: {
    'cisco-asa/covered-by-tag': {
      policy: policy([
        rule('tundra', ['*.tundra.azureml.ms'], ['udp/5831'], { coveredBy: [aml.tag], covering: [aml] }),
      ]),
    },
    'cisco-asa/list-not-applied': { policy: policy([host]) },
    'cisco-asa/list-replaces': { policy: policy([host]), options: { insideInterface: 'inside' } },
    'cisco-asa/no-common-family': { policy: policy([rule('six', ['2001:db8::/32'], ['tcp/443'])]) },
    'cisco-asa/no-usable-source': { policy: policy([{ ...host, sources: [fromTag] }]) },
    'cisco-asa/path-widened-to-host': { policy: policy([rule('path', ['example.com/a/*'], ['tcp/443'])]) },
    'cisco-asa/resolved-addresses': { policy: policy([host]) },
    'cisco-asa/routes-not-included': { policy: policy([host], { routes: [route('batch')] }) },
    'cisco-asa/sources-dropped': {
      policy: policy([rule('some', ['192.0.2.0/24'], ['tcp/443'], { sources: [...host.sources, fromTag] })]),
    },
    'cisco-asa/suffix-as-pair': {
      policy: policy([rule('ending', ['*pytorch.org'], ['tcp/443'], { coveredBy: [aml.tag], covering: [aml] })]),
    },
    'cisco-asa/tag-addresses-dated': { policy: policy([rule('tag', [aml], ['tcp/443'])]) },
    'cisco-asa/tag-unresolved': { policy: policy([rule('tag', ['tag:Storage'], ['tcp/443'])]) },
    'cisco-asa/wildcard-needs-tag': { policy: policy([rule('below', ['*.azureml.ms'], ['tcp/443'])]) },
  },
  limits: [
    {
      name: 'characters of the name of a group',
      limit: nameLength,
      trial: (count) => ({ policy: policy([{ ...host, id: 'x'.repeat(count - 'aml--tcp-443-dst4'.length) }]) }),
      past: { keeps: ({ model }) => Math.max(...model.networks.map(({ name }) => name.length)) },
    },
    {
      name: 'characters of a remark',
      limit: remarkLength,
      trial: (count) => ({ policy: policy([{ ...host, purpose: 'x'.repeat(count - ' [host; 2021-09-14]'.length) }]) }),
      past: { keeps: ({ model }) => Math.max(...model.entries.map(({ remark }) => remarkText(remark).length)) },
    },
  ],
  variants: {
    'applied and logging': { insideInterface: 'inside', outsideInterface: 'outside', log: true, prefix: 'x' },
  },
  read: reader,
  device: {
    apply: (texts) => {
      const device = newDevice();
      for (const text of texts) apply(device, text);
      return show(device);
    },
    foreign: () => 'object-group network corp\n network-object 10.0.0.0 255.0.0.0\n',
  },
  unsafe: /[?]/,
};

describe('conformance', { timeout: 120_000 }, () => {
  for (const { name, skip, run } of conformance(ciscoAsa, adapter))
    it.skipIf(skip)(skip === undefined ? name : `${name} (${skip})`, async () => {
      const { status, reason } = await run();
      if (status === 'fail') throw new Error(reason);
    });
});

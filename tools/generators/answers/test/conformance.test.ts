/// <reference types="node" />
import { describe, it } from 'vitest';
import { conformance, policy, route, rule, type Adapter } from '@azureml-firewall/conformance';
import { folder, textsAt } from '@azureml-firewall/conformance/node';
import { newVendor, type Code, type NewVendorModel, type NewVendorOptions } from '../src/index.js';
import { nameLength, noteLength } from '../src/limits.js';
import { reader } from './support/reader.js';

const update = process.env['UPDATE_GOLDEN'] !== undefined;
const host = rule('host', ['example.com'], ['tcp/443']);
const fromTag = { kind: 'service-tag', tag: 'Storage' } as const;

/** What the test kit has to know beside the renderer; its README names what else it can be told. */
const adapter: Adapter<NewVendorModel, NewVendorOptions, Code> = {
  expected: folder(new URL('conformance/', import.meta.url), { update }),
  documents: textsAt(new URL('../README.md', import.meta.url)),
  messages: {
    'new-vendor/look-alikes-excluded': { policy: policy([rule('ending', ['*example.org'], ['tcp/443'])]) },
    'new-vendor/no-usable-source': { policy: policy([{ ...host, sources: [fromTag] }]) },
    'new-vendor/not-expressible': { policy: policy([rule('tag', ['tag:Storage'], ['tcp/443'])]) },
    'new-vendor/path-widened-to-host': { policy: policy([rule('path', ['example.com/a/*'], ['tcp/443'])]) },
    'new-vendor/routes-not-included': { policy: policy([host], { routes: [route('batch')] }) },
    'new-vendor/sources-dropped': { policy: policy([{ ...host, sources: [...host.sources, fromTag] }]) },
  },
  limits: [
    {
      name: 'characters of the name of a rule',
      limit: nameLength,
      trial: (count) => ({ policy: policy([{ ...host, id: 'x'.repeat(count - 'aml-_tcp-443'.length) }]) }),
      past: { keeps: ({ model }) => Math.max(...model.rules.map(({ name }) => name.length)) },
    },
    {
      name: 'characters of the note of a rule',
      limit: noteLength,
      trial: (count) => ({ policy: policy([{ ...host, purpose: 'x'.repeat(count - ' [host; 2021-09-14]'.length) }]) }),
      past: { keeps: ({ model }) => Math.max(...model.rules.map(({ description }) => description.length)) },
    },
  ],
  read: reader,
  unsafe: /["\\]/,
};

describe('conformance', { timeout: 120_000 }, () => {
  for (const { name, skip, run } of conformance(newVendor, adapter))
    it.skipIf(skip)(skip === undefined ? name : `${name} (${skip})`, async () => {
      const { status, reason } = await run();
      if (status === 'fail') throw new Error(reason);
    });
});

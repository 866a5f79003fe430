/// <reference types="node" />
import { describe, it } from 'vitest';
import { conformance, policy, route, rule, type Adapter } from '@azureml-firewall/conformance';
import { folder, textsAt } from '@azureml-firewall/conformance/node';
import { newVendor, type Code, type NewVendorModel, type NewVendorOptions } from '../src/index.js';
import { nameLength } from '../src/limits.js';

const update = process.env['UPDATE_GOLDEN'] !== undefined;
const host = rule('host', ['example.com'], ['tcp/443']);

/** What the test kit has to know beside the renderer; its README names what else it can be told. */
const adapter: Adapter<NewVendorModel, NewVendorOptions, Code> = {
  expected: folder(new URL('conformance/', import.meta.url), { update }),
  documents: textsAt(new URL('../README.md', import.meta.url)),
  messages: {
    'new-vendor/not-expressible': { policy: policy([rule('tag', ['tag:Storage'], ['tcp/443'])]) },
    'new-vendor/routes-not-included': { policy: policy([host], { routes: [route('batch')] }) },
  },
  limits: [
    {
      name: 'characters of the name of a rule',
      limit: nameLength,
      trial: (count) => ({ policy: policy([{ ...host, id: 'x'.repeat(count - newVendor.defaults.prefix.length) }]) }),
      past: { keeps: ({ model }) => Math.max(...model.rules.map(({ name }) => name.length)) },
    },
  ],
};

describe('conformance', { timeout: 120_000 }, () => {
  for (const { name, skip, run } of conformance(newVendor, adapter))
    it.skipIf(skip)(skip === undefined ? name : `${name} (${skip})`, async () => {
      const { status, reason } = await run();
      if (status === 'fail') throw new Error(reason);
    });
});

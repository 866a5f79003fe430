import type { Adapter, ExpectedFiles, Files } from '../../src/index.js';
import { policy, route, rule } from '../../src/index.js';
import { nameLength, type AcmeCode, type AcmeLine, type AcmeOptions } from './acme.js';
import { acmeDevice, decide } from './acme-device.js';

export type AcmeAdapter = Adapter<readonly AcmeLine[], AcmeOptions, AcmeCode>;

/** Expected files that are whatever was written first. */
export function memory(): ExpectedFiles {
  const kept = new Map<string, Files>();
  return {
    names: () => [...kept.keys()],
    read: (name) => kept.get(name) ?? {},
    write: (name, files) => {
      kept.set(name, files);
    },
  };
}

const fromTag = { kind: 'service-tag', tag: 'Batch' } as const;

export const adapter: AcmeAdapter = {
  expected: memory(),
  messages: {
    'acme/no-addresses': { policy: policy([rule('a', ['tag:Storage'], ['tcp/443'])]) },
    'acme/no-usable-source': { policy: policy([rule('a', ['example.com'], ['tcp/443'], { sources: [fromTag] })]) },
    'acme/path-widened': { policy: policy([rule('a', ['example.com/a/*'], ['tcp/443'])]) },
    'acme/routes-not-included': { policy: policy([], { routes: [route('a')] }) },
    'acme/sources-dropped': {
      policy: policy([
        rule('a', ['example.com'], ['tcp/443'], { sources: [{ kind: 'cidr', prefix: '10.0.0.0/8' }, fromTag] }),
      ]),
    },
    'acme/suffix-as-pair': { policy: policy([rule('a', ['*example.org'], ['tcp/443'])]) },
  },
  documents: [
    'acme/no-addresses, acme/no-usable-source, acme/path-widened, acme/routes-not-included',
    'acme/sources-dropped and acme/suffix-as-pair',
  ],
  limits: [
    {
      name: 'characters of a name',
      limit: nameLength,
      trial: (count) => ({
        policy: policy([rule('x'.repeat(count - 'aml--example.com-tcp-443'.length), ['example.com'], ['tcp/443'])]),
      }),
      past: { keeps: ({ model }) => Math.max(...model.map(({ name }) => name.length)) },
    },
  ],
  variants: { 'another prefix': { prefix: 'fw-' } },
  read: ({ artifacts }) => {
    const lines = acmeDevice(artifacts.map(({ text }) => text));
    return (probe) => decide(lines, probe);
  },
  device: {
    apply: (texts) => acmeDevice(texts).map(({ text }) => text),
    foreign: () => 'deny theirs outbound * 0.0.0.0/0 tcp 23 "not ours"\n',
  },
  unsafe: /["\\]/,
};

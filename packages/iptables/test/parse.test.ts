/// <reference types="node" />
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { policySchema } from '@azureml-firewall/rule-model/schema';
import { render } from '@azureml-firewall/renderer-kit';
import { iptables, nftables, parseIptables, parseNftables, type PacketFilter } from '../src/index.js';

const root = new URL('golden/', import.meta.url);

function readJson(name: string, file: string): unknown {
  return JSON.parse(readFileSync(new URL(`${name}/${file}`, root), 'utf8'));
}

describe('golden files are read back as the model', () => {
  it.each(readdirSync(root))('%s', (name) => {
    const policy = policySchema.parse(readJson(name, 'policy.json'));
    const options = readdirSync(new URL(name, root)).includes('options.json')
      ? (readJson(name, 'options.json') as object)
      : {};
    const a = render(iptables, policy, options);
    const b = render(nftables, policy, options);
    if (a.artifacts.length === 0) return;
    const strip = ({ settings, ...f }: PacketFilter) => f;
    for (const [r, parsed] of [
      [a, parseIptables(a.artifacts)],
      [b, parseNftables(b.artifacts)],
      [b, parseNftables(b.artifacts.filter(({ path }) => !path.endsWith('.nft')))],
    ] as const) {
      if (!parsed.ok) throw new Error(parsed.refusal.found);
      expect(strip(parsed.value)).toEqual(strip(r.model.filter));
    }
  });
});

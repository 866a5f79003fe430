// A policy with every prefix of a tag document as a destination, through one vendor: node all-prefixes.js VENDOR FILE.
import { readFileSync } from 'node:fs';
import { render } from '@azureml-firewall/renderer-kit';
import { parseServiceTags } from '@azureml-firewall/service-tags';

const [vendor, file] = process.argv.slice(2);
const renderers = {
  'palo-alto': async () => (await import('@azureml-firewall/palo-alto')).paloAlto,
  fortinet: async () => (await import('@azureml-firewall/fortinet')).fortinet,
};
const parsed = parseServiceTags(readFileSync(file, 'utf8'));
if (!parsed.ok) throw new Error('the document is refused');
const origins = [{ requirement: 'all', edition: 'bench', section: 's', source: 'https://learn.microsoft.com/' }];
const rules = [
  {
    id: 'all',
    purpose: 'Every prefix of Azure',
    action: 'allow',
    direction: 'outbound',
    sources: [{ kind: 'cidr', prefix: '10.20.0.0/16' }],
    destinations: parsed.document.tags
      .filter(({ prefixes }) => prefixes.length > 0)
      .map(({ name, prefixes }) => ({
        kind: 'service-tag',
        tag: name,
        resolved: { document: parsed.document.label, prefixes },
      })),
    services: [{ protocol: 'tcp', ports: [{ from: 443, to: 443 }] }],
    necessity: 'required',
    origins,
  },
];
const policy = {
  cloud: 'public',
  region: 'eastus2',
  edition: 'bench',
  collections: [{ id: 'all', title: 'All', rules }],
  routes: [],
};
const { artifacts } = render(await renderers[vendor](), policy, {});
console.log(artifacts.reduce((length, { text }) => length + text.length, 0));

// Run in the folder of a consumer that has installed one renderer and what comes with it: each renderer that the package
// exports settles a policy of one host and one prefix.
import { render } from '@azureml-firewall/renderer-kit';

const exported = await import(process.argv[2]);
const renderers = Object.values(exported).filter((one) => typeof one === 'object' && 'lower' in one && 'print' in one);

const rule = (id, destination) => ({
  id,
  purpose: 'Shows that the package works alone',
  direction: 'outbound',
  action: 'allow',
  necessity: 'required',
  sources: [{ kind: 'cidr', prefix: '10.20.0.0/16' }],
  destinations: [destination],
  services: [{ protocol: 'tcp', ports: [{ from: 443, to: 443 }], application: 'https' }],
  origins: [{ requirement: id, edition: '2026-03-19', section: 'a', source: 'https://example.com/page' }],
});
const rules = [
  rule('host', { kind: 'fqdn', host: 'example.com' }),
  rule('prefix', { kind: 'cidr', prefix: '192.0.2.0/24' }),
];
const policy = {
  cloud: 'public',
  region: 'eastus2',
  edition: '2026-03-19',
  collections: [{ id: 'own', title: 'Own', rules }],
  routes: [],
};

for (const renderer of renderers) {
  const { artifacts, outcomes } = render(renderer, policy, renderer.defaults);
  if (outcomes.length !== rules.length) throw new Error(`${renderer.id} settles ${outcomes.length} of 2 entries`);
  if (artifacts.every(({ text }) => text === '')) throw new Error(`${renderer.id} prints nothing`);
}

import { describe, expect, it } from 'vitest';
import { compileEvaluator, compileExplainer, evaluate, explain, type Flow, type Policy } from '../src/index.js';

const policy: Policy = { cloud: 'public', region: 'eastus2', edition: '2026-03-19', collections: [], routes: [] };
const good: Flow = { direction: 'outbound', host: 'a.example', protocol: 'tcp', port: 443 };

const faults: readonly (readonly [what: string, fault: object, message: RegExp])[] = [
  [
    'a direction that is none',
    { direction: 'out' },
    /^direction of a flow: found "out", expected inbound or outbound$/,
  ],
  ['a protocol in capitals', { protocol: 'TCP' }, /^protocol of a flow: found "TCP", expected tcp or udp$/],
  ['a port that is a text', { port: '443' }, /^port of a flow: found "443", expected a number from 1 to 65535$/],
  ['a port that no connection has', { port: 0 }, /^port of a flow: found 0, expected /],
  ['no port', { port: undefined }, /^port of a flow: found undefined, expected /],
];

describe('a flow from outside the types', () => {
  it.each(faults)('with %s is refused by every verb, and never silently denied', (_what, fault, message) => {
    const flow = { ...good, ...fault };
    expect(() => evaluate(policy, flow)).toThrow(message);
    expect(() => compileEvaluator(policy)(flow)).toThrow(message);
    expect(() => explain(policy, flow)).toThrow(message);
    expect(() => compileExplainer(policy)(flow)).toThrow(message);
  });
});

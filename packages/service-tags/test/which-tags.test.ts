import { parseCidr } from '@azureml-firewall/rule-model';
import { whichTags, type ServiceTagDocument } from '@azureml-firewall/service-tags';
import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { documentOf, oddNames } from './support/documents.js';
import { holds } from './support/holds.js';

/** Whether a prefix holds an IPv4 address, by the bits as text. */
function holdsAddress(prefix: string, address: string): boolean {
  const [network = '', length] = prefix.split('/');
  const bits = (text: string): string =>
    text
      .split('.')
      .map((octet) => Number(octet).toString(2).padStart(8, '0'))
      .join('');
  return bits(network).slice(0, Number(length)) === bits(address).slice(0, Number(length));
}

function scan({ tags }: ServiceTagDocument, address: string): readonly string[] {
  return tags.filter(({ prefixes }) => prefixes.some((one) => holdsAddress(one, address))).map(({ name }) => name);
}

const prefix = fc
  .tuple(fc.nat(3), fc.nat(255), fc.integer({ min: 8, max: 32 }))
  .map(([a, b, length]) => {
    const address = (10 * 2 ** 24 + a * 2 ** 16 + b) >>> 0;
    const network = length === 32 ? address : address - (address % 2 ** (32 - length));
    return `${[24, 16, 8, 0].map((shift) => (network >>> shift) & 255).join('.')}/${length}`;
  })
  .filter((text) => parseCidr(text).ok);

it('names the same tags as a look at every prefix', () => {
  const documents = fc.array(fc.array(prefix, { maxLength: 6 }), { minLength: 1, maxLength: 5 });
  const addresses = fc.array(fc.tuple(fc.integer({ min: 9, max: 11 }), fc.nat(4), fc.constant(0), fc.nat(255)));
  holds(
    fc.property(documents, addresses, (lists, asked) => {
      const document = documentOf(Object.fromEntries(lists.map((prefixes, i) => [`Tag${i}`, { prefixes }])));
      const which = whichTags(document);
      for (const address of asked.map((octets) => octets.join('.')))
        expect(which(address)).toEqual(scan(document, address));
    }),
  );
});

it.each([
  ['203.0.113.200', ['Storage', 'Storage.EastUS2', 'Storage.EastUS2Stage', 'Storage.Other']],
  ['192.0.2.1', ['AzureMachineLearning', 'AzureMachineLearning.EastUS2']],
  ['192.0.2.100', ['AzureMachineLearning']],
  ['2603:1030:0:0::9', ['Storage', 'AzureKeyVault.EastUS2']],
  ['8.8.8.8', []],
  ['::', []],
  ['203.0.113.0/24', undefined],
  ['Storage', undefined],
])('%s is in %j', (address, tags) => {
  const { Storage, ...others } = oddNames;
  const only = Object.fromEntries(Object.entries(others).filter(([, { prefixes }]) => prefixes));
  const which = whichTags(documentOf({ Storage: Storage ?? {}, ...only, 'Storage.Other': {} }));
  expect(which(address)).toEqual(tags);
  // The second answer comes from what the first has made.
  expect(which(address)).toBe(which(address));
});

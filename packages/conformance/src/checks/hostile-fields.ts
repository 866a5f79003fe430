import type { Policy, Rule } from '@azureml-firewall/rule-model';
import { rule as write, policy as writePolicy, tag, route } from '../write.js';

/** A place of a policy that holds free text. */
export interface TextField {
  readonly name: string;
  /** A small policy with the text at that place. */
  readonly policyWith: (text: string) => Policy;
}

const other = write('other', ['198.51.100.0/24'], ['tcp/22']);

function ruleWith(more: (text: string) => Partial<Rule>): (text: string) => Policy {
  return (text) => writePolicy([write('one', ['example.com', '192.0.2.0/24'], ['tcp/443'], more(text)), other]);
}

function originWith(key: 'requirement' | 'edition' | 'section' | 'source'): (text: string) => Policy {
  const origin = { requirement: 'one', edition: '2021-09-14', section: 'table#1', source: 'https://example.com/page' };
  return ruleWith((text) => ({ origins: [{ ...origin, [key]: text }] }));
}

/** Every place of a policy that holds free text. */
export const textFields: readonly TextField[] = [
  { name: 'purpose', policyWith: ruleWith((purpose) => ({ purpose })) },
  { name: 'caution', policyWith: ruleWith((caution) => ({ caution })) },
  { name: 'requirement', policyWith: originWith('requirement') },
  { name: 'edition of an origin', policyWith: originWith('edition') },
  { name: 'section', policyWith: originWith('section') },
  { name: 'source', policyWith: originWith('source') },
  {
    name: 'edition',
    policyWith: (edition) => writePolicy([write('one', ['example.com'], ['tcp/443']), other], { edition }),
  },
  {
    name: 'title',
    policyWith: (title) =>
      writePolicy([], {
        collections: [{ id: 'all', title, rules: [write('one', ['example.com'], ['tcp/443']), other] }],
      }),
  },
  {
    name: 'document of a tag',
    policyWith: (document) => {
      const storage = { ...tag('Storage'), resolved: { document, prefixes: ['192.0.2.0/24'] } };
      return writePolicy([write('one', [storage], ['tcp/443']), other]);
    },
  },
  {
    name: 'purpose of a route',
    policyWith: (purpose) =>
      writePolicy([write('one', ['example.com'], ['tcp/443']), other], { routes: [route('batch', { purpose })] }),
  },
];

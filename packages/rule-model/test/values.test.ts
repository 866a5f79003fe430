import { parseDestination, destinationText } from '@azureml-firewall/rule-model';
import { describe, expect, it } from 'vitest';

describe('parseDestination', () => {
  it.each([
    ['login.microsoftonline.com', 'fqdn'],
    ['*.azureml.ms', 'wildcard'],
    ['*pytorch.org', 'suffix'],
    ['raw.githubusercontent.com/a/b/*', 'url'],
    ['13.66.0.0/16', 'cidr'],
  ])('reads %s as %s', (text, kind) => {
    const parsed = parseDestination(text);
    expect(parsed.ok && [parsed.value.kind, destinationText(parsed.value)]).toEqual([kind, text]);
  });
});

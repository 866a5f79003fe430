import { expect, it } from 'vitest';
import { render } from '@azureml-firewall/renderer-kit';
import { azureManagedNetwork } from '../../src/index.js';
import { one } from './trials.js';

it('a firewall is billed only where there is a rule by name', () => {
  const { diagnostics } = render(azureManagedNetwork, one('tag:Storage', 'tcp/443').policy);
  expect(diagnostics.map(({ code }) => code)).not.toContain('azure-managed-network/billed-firewall');
});

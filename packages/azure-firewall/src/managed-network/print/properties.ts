import { portText } from '@azureml-firewall/rule-model';
import type { Tree } from '../../print/resource-tree.js';
import type { OutboundRule } from '../model.js';

/** The properties of a rule in the names of the resource provider. */
export function propertiesOf(rule: OutboundRule): Tree {
  switch (rule.kind) {
    case 'fqdn':
      return { type: 'FQDN', category: 'UserDefined', destination: rule.destination };
    case 'service-tag':
      return {
        type: 'ServiceTag',
        category: 'UserDefined',
        destination: {
          ...(rule.tag === undefined ? { addressPrefixes: rule.prefixes } : { serviceTag: rule.tag }),
          protocol: rule.protocol,
          portRanges: rule.ports.map(portText).join(','),
        },
      };
    case 'private-endpoint':
      return {
        type: 'PrivateEndpoint',
        category: 'UserDefined',
        destination: {
          serviceResourceId: rule.serviceResourceId,
          subresourceTarget: rule.subresourceTarget,
          sparkEnabled: rule.sparkEnabled,
        },
      };
  }
}

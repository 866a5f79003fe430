import { accepted, parseCidr, refused, type Parsed } from '@azureml-firewall/rule-model';

/** What of the outbound rules stands in the network security group as well. */
export const securityGroupOutbounds = ['none', 'allow', 'allow-list'] as const;

/** By what routes past the firewall are written. */
export const routeBys = ['service-tag', 'prefix'] as const;

/** What has to be known of the compute subnet. */
export interface SubnetOptions {
  /** Print the network security group of the compute subnet: it alone can hold what comes in. */
  readonly securityGroup: boolean;
  readonly securityGroupName: string;
  /**
   * `none` leaves outbound traffic to the firewall; `allow` repeats its service tags and prefixes; `allow-list` adds the
   * ports of its hosts, open to the Internet, and denies the rest of the Internet.
   */
  readonly securityGroupOutbound: (typeof securityGroupOutbounds)[number];
  /** Print the route table of the compute subnet. */
  readonly routeTable: boolean;
  readonly routeTableName: string;
  /** `prefix` needs a policy whose service tags have been resolved. */
  readonly routeBy: (typeof routeBys)[number];
  /** The firewall's private IPv4 address, for the default route; empty for a table without one. */
  readonly firewallPrivateIp: string;
  /** Print what has to be true for all of it to work. */
  readonly prerequisites: boolean;
}

export const subnetDefaults: SubnetOptions = {
  securityGroup: true,
  securityGroupName: 'azureml-compute',
  securityGroupOutbound: 'none',
  routeTable: true,
  routeTableName: 'azureml-compute',
  routeBy: 'service-tag',
  firewallPrivateIp: '',
  prerequisites: true,
};

/** One IPv4 address without a length, or nothing. */
export function parseFirewallIp(text: string): Parsed<string> {
  const cidr = /^[0-9.]+$/.test(text) ? parseCidr(text) : undefined;
  const isOne = cidr?.ok === true && cidr.value === `${text}/32`;
  return text === '' || (isOne && text !== '0.0.0.0' && text !== '255.255.255.255')
    ? accepted(text)
    : refused('azure-firewall/firewall-private-ip', text, 'the private IPv4 address of the firewall, such as 10.0.1.4');
}

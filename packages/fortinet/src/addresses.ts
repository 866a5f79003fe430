import { familyOf, type AddressFamily } from '@azureml-firewall/rule-model';
import { objectComment, shortestPrefix } from './limits.js';
import type { Address, AddressGroup, ExternalResource, Feed, TagTarget, Target } from './model.js';
import { belowName, feedName, hostName, prefixName, tagName } from './names.js';
import type { FortinetOptions } from './options.js';
import { partsOf } from './parts.js';

/** A target as policies of one family need it. */
export interface Use {
  readonly target: Target;
  readonly family: AddressFamily;
}

/** The objects that stand for a target in one family; policies name the last. */
export interface TargetObjects {
  readonly name: string;
  readonly addresses: readonly Address[];
  readonly groups: readonly AddressGroup[];
  readonly resources: readonly ExternalResource[];
}

const none = { addresses: [], groups: [], resources: [] };

/** What tells targets apart; two lists of one tag are two targets. */
export function targetKey(target: Target): string {
  switch (target.kind) {
    case 'host':
      return target.host;
    case 'below':
      return `*.${target.parent}`;
    case 'prefix':
      return target.prefix;
    case 'tag':
      return `${target.tag} ${target.prefixes.join(' ')}`;
  }
}

/** A list that could do no great harm if it were fetched by a rule that is already there. */
export function canBeFed(prefixes: readonly string[]): boolean {
  return prefixes.every((prefix) => Number(prefix.split('/')[1]) >= shortestPrefix[familyOf(prefix)]);
}

/** The list of a tag, which a device can fetch whatever else is printed. */
export function feedOf({ tag, prefixes }: TagTarget, variant: string, { prefix }: FortinetOptions): Feed | undefined {
  return canBeFed(prefixes) ? { name: feedName(tag, variant, prefix), prefixes } : undefined;
}

/** Whether the addresses of a tag are fetched by the device. */
export function isFed(target: Target, { serviceTags }: FortinetOptions): boolean {
  return target.kind === 'tag' && serviceTags === 'feeds' && canBeFed(target.prefixes);
}

function addressOf(family: AddressFamily, name: string, value: Address['value']): TargetObjects {
  return { ...none, name, addresses: [{ family, name, value }] };
}

function prefixAddress(prefix: string, { prefix: start }: FortinetOptions): Address {
  return { family: familyOf(prefix), name: prefixName(prefix, start), value: { kind: 'prefix', prefix } };
}

function fedTag({ tag }: TagTarget, variant: string, options: FortinetOptions): TargetObjects {
  const name = feedName(tag, variant, options.prefix);
  const resource: ExternalResource = {
    name,
    url: `${options.feedUrl ?? ''}/${name}.txt`,
    refreshMinutes: options.feedRefreshMinutes,
    // 7.2 knows it from 7.2.4 on only, so that it is left out there (ANS).
    checksIdentity: options.version !== '7.2',
  };
  return { ...none, name, resources: [resource] };
}

function groupedTag(
  { tag, prefixes }: TagTarget,
  variant: string,
  family: AddressFamily,
  options: FortinetOptions,
): TargetObjects {
  const name = tagName(tag, variant, family, options.prefix);
  const addresses = prefixes
    .filter((prefix) => familyOf(prefix) === family)
    .map((prefix) => prefixAddress(prefix, options));
  const parts = partsOf(
    name,
    addresses.map((address) => address.name),
    options.membersPerGroup,
  );
  const comment = `Service tag ${tag}`.slice(0, objectComment.value);
  return { ...none, name, addresses, groups: parts.map((part) => ({ family, ...part, comment })) };
}

/** The objects of a use. `variant` is empty unless a policy holds several lists of one tag. */
export function objectsOf({ target, family }: Use, variant: string, options: FortinetOptions): TargetObjects {
  const start = options.prefix;
  switch (target.kind) {
    case 'host':
      return addressOf(family, hostName(target.host, family, start), { kind: 'fqdn', fqdn: target.host });
    case 'below':
      return addressOf(family, belowName(target.parent, family, start), { kind: 'fqdn', fqdn: `*.${target.parent}` });
    case 'prefix': {
      const address = prefixAddress(target.prefix, options);
      return { ...none, name: address.name, addresses: [address] };
    }
    case 'tag':
      return isFed(target, options) ? fedTag(target, variant, options) : groupedTag(target, variant, family, options);
  }
}

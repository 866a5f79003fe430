import type { PortRange } from '@azureml-firewall/rule-model';

/** One host. */
export interface HostTarget {
  readonly kind: 'host';
  readonly host: string;
}

/** All hosts below a domain, without the domain itself. */
export interface BelowTarget {
  readonly kind: 'below';
  readonly parent: string;
}

/** All hosts whose name ends so, look-alikes as well. */
export interface EndingTarget {
  readonly kind: 'ending';
  readonly suffix: string;
}

/** One prefix. */
export interface PrefixTarget {
  readonly kind: 'prefix';
  readonly prefix: string;
}

/** The prefixes of a service tag in one dated document. */
export interface TagTarget {
  readonly kind: 'tag';
  readonly tag: string;
  readonly document: string;
  readonly prefixes: readonly string[];
}

/** A path on one host. Where TLS is not opened, it is seen in unencrypted requests alone. */
export interface PathTarget {
  readonly kind: 'path';
  readonly host: string;
  readonly path: string;
  readonly opened: boolean;
}

/** What squid can tell apart. */
export type Target = HostTarget | BelowTarget | EndingTarget | PrefixTarget | TagTarget | PathTarget;

/** One target on some TCP ports: what an entry becomes before lists are made. */
export interface Match {
  readonly target: Target;
  readonly ports: readonly PortRange[];
}

/** The kinds of condition that are used, in squid's words. */
export const aclTypes = [
  'src',
  'dst',
  'localip',
  'port',
  'dstdomain',
  'dstdom_regex',
  'ssl::server_name',
  'ssl::server_name_regex',
  'urlpath_regex',
  'myportname',
  'method',
  'at_step',
  'annotate_client',
  'note',
] as const;

/** One of the `aclTypes`. */
export type AclType = (typeof aclTypes)[number];

/** `acl`: a condition with a name. Its values stand in the line, or in a list of their own. */
export interface Acl {
  readonly name: string;
  readonly type: AclType;
  /** `-n` looks nothing up in DNS, `-i` takes capitals and small letters alike. */
  readonly flags: readonly ('-n' | '-i')[];
  readonly of: { readonly values: readonly string[] } | { readonly list: string };
}

/** A line of a table of which the first that holds decides: all conditions have to hold; `!name` is the contrary. */
export interface Decision<Action extends string> {
  /** Free text in one line above it; empty where there is nothing to say. */
  readonly reason: string;
  readonly action: Action;
  readonly conditions: readonly string[];
}

/** What can happen to a request. */
export type AccessAction = 'allow' | 'deny';

/** What can happen to TLS: look at its first message, pass it on untouched, open it, or hang up. */
export type TlsAction = 'peek' | 'splice' | 'bump' | 'terminate';

/** Any other directive with its words. */
export interface Setting {
  readonly name: string;
  readonly words: readonly string[];
}

/** A file with one value on each line. */
export interface List {
  /** Its path without `lists/` and `.txt`. */
  readonly name: string;
  readonly values: readonly string[];
}

/** The configuration of squid, and the lists that it reads. */
export interface SquidConfig {
  /** Where the lists are on the proxy. */
  readonly directory: string;
  /** What the file says of itself, in one line. */
  readonly title: string;
  readonly ports: readonly Setting[];
  readonly acls: readonly Acl[];
  readonly tls: readonly Decision<TlsAction>[];
  readonly access: readonly Decision<AccessAction>[];
  readonly settings: readonly Setting[];
  readonly lists: readonly List[];
}

/** What a gateway sends to an intercepting squid, by the ports that clients dial. */
export interface Redirect {
  readonly http: readonly PortRange[];
  readonly tls: readonly PortRange[];
  readonly httpPort: number;
  readonly tlsPort: number;
}

/** What carries which entries, by their ids: the lines of both tables by their place. */
export interface Carriers {
  readonly access: readonly (readonly string[])[];
  readonly tls: readonly (readonly string[])[];
  /** Names of the lists that hold hosts and addresses of rules, and no clients or ports. */
  readonly lists: readonly string[];
}

/** What is printed, and what carries which entries. */
export interface SquidModel {
  readonly config: SquidConfig;
  /** Networks whose traffic has to pass the proxy; empty when nothing is let through. */
  readonly clients: readonly string[];
  readonly redirect?: Redirect;
  /** What makes certificates for opened hosts, and where it keeps them. */
  readonly certificates?: { readonly generator: string; readonly database: string };
  readonly carriers: Carriers;
}

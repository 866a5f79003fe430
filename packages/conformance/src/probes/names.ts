import { parseHostname, type Destination } from '@azureml-firewall/rule-model';

/** Names that a destination takes, and names beside it that it does not. */
export interface Names {
  readonly inside: readonly string[];
  readonly outside: readonly string[];
}

function hosts(names: readonly string[]): readonly string[] {
  return names.filter((name) => {
    const parsed = parseHostname(name);
    return parsed.ok && parsed.value === name;
  });
}

function parentOf(name: string): string {
  return name.split('.').slice(1).join('.');
}

const none: Names = { inside: [], outside: [] };

/** The names of a destination and those next to it: above, below, and what only ends or begins alike. */
export function namesOf(destination: Destination): Names {
  switch (destination.kind) {
    case 'fqdn':
    case 'url': {
      const { host } = destination;
      const near = [`www.${host}`, parentOf(host), `evil${host}`, `${host}.evil.test`];
      return { inside: hosts([host]), outside: hosts(near) };
    }
    case 'wildcard': {
      const { parent } = destination;
      const near = [parent, `evil${parent}`, `a.evil${parent}`, `a.${parent}.evil.test`];
      return { inside: hosts([`a.${parent}`, `b.a.${parent}`]), outside: hosts(near) };
    }
    case 'suffix': {
      const { suffix } = destination;
      const within = [suffix, `a.${suffix}`, `evil${suffix}`];
      return { inside: hosts(within), outside: hosts([`${suffix}.evil.test`, parentOf(suffix)]) };
    }
    case 'service-tag':
    case 'cidr':
      return none;
  }
}

import type { Artifact } from '@azureml-firewall/renderer-kit';
import { ipsetElements } from '../limits.js';
import type { AddressSet, PacketFilter } from '../model.js';
import { ipsetNameOf } from '../names.js';
import { comments, file, plainLines, type Line } from './lines.js';

const word = { ipv4: 'inet', ipv6: 'inet6' } as const;

/** An ipset takes no prefix of length 0: it becomes two halves. */
const halves: Readonly<Record<string, readonly string[]>> = {
  '0.0.0.0/0': ['0.0.0.0/1', '128.0.0.0/1'],
  '::/0': ['::/1', '8000::/1'],
};

/** The prefixes of a set as an ipset takes them. */
function elementsOf(prefixes: readonly string[]): readonly string[] {
  return prefixes.flatMap((prefix) => halves[prefix] ?? [prefix]);
}

/**
 * A set is declared again and again, and must be the same each time: so no list is ever too long for it. What is not used
 * of the size costs nothing.
 */
function createLine(name: string, { family, prefixes }: AddressSet, filter: PacketFilter): string {
  const { maxLearnt, learntSeconds } = filter.settings;
  const type = prefixes
    ? `hash:net family ${word[family]} maxelem ${ipsetElements.value}`
    : `hash:ip family ${word[family]} maxelem ${maxLearnt} timeout ${learntSeconds}`;
  return `create ${name} ${type} -exist`;
}

/** Filled aside and swapped in: what was in the set before is matched until the moment that all of the new is. */
function exchange(set: AddressSet, filter: PacketFilter): readonly Line[] {
  if (!set.prefixes) return [];
  const { prefix } = filter.settings;
  const aside = `${prefix}-tmp-${set.family === 'ipv4' ? '4' : '6'}`;
  return plainLines(
    createLine(aside, set, filter),
    `flush ${aside}`,
    ...elementsOf(set.prefixes).map((element) => `add ${aside} ${element}`),
    `swap ${aside} ${ipsetNameOf(set, set.family, prefix)}`,
    `destroy ${aside}`,
  );
}

/** The sets, for `ipset restore -exist`. */
export function printIpset(filter: PacketFilter): Artifact {
  const { prefix } = filter.settings;
  return file(`${prefix}.ipset`, [
    ...comments(
      'The sets. Prefixes are filled aside and swapped in, so that this may be loaded again while rules use them. Sets of names are only made: dnsmasq fills them.',
    ),
    ...filter.sets.map((set) => ({
      text: createLine(ipsetNameOf(set, set.family, prefix), set, filter),
    })),
    ...filter.sets.flatMap((set) => exchange(set, filter)),
  ]);
}

/** Some sets alone, for `ipset restore -exist`: their prefixes are exchanged while rules use them. */
export function printIpsetRefresh(sets: readonly AddressSet[], filter: PacketFilter): Artifact {
  const { prefix } = filter.settings;
  return file(`${prefix}.refresh.ipset`, [
    ...comments(`For "ipset restore -exist": the sets whose prefixes have changed. Keep ${prefix}.ipset in step.`),
    ...sets.flatMap((set) => exchange(set, filter)),
  ]);
}

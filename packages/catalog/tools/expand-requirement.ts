import { roles, type Exfiltration, type Fact, type Requirement, type Role } from '@azureml-firewall/catalog';
import { clouds } from '@azureml-firewall/rule-model';
import type { RequirementsFile } from './authoring-schema.js';
import type { Lookup } from './lookup.js';

type Authored = RequirementsFile['requirements'][number];
type AuthoredFact = Authored['editions'][string][number];

/** Who opens a fact: everybody of its requirement where nothing else is written. */
function rolesOf({ id, roles: all }: Authored, { roles: some = all }: AuthoredFact): readonly Role[] {
  const stranger = some.find((role) => !all.includes(role));
  if (stranger !== undefined) throw new Error(`${id} gives a fact to ${stranger}, which is none of its roles`);
  return some;
}

/** The way for data to leave, in the editions whose facts open it. */
function exfiltrationOf({ exfiltration }: Authored, edition: string): { exfiltration?: Exfiltration } {
  if (!exfiltration) return {};
  const { editions, ...note } = exfiltration;
  return (editions?.includes(edition) ?? true) ? { exfiltration: note } : {};
}

/** A requirement as an edition has it, if it has it: its roles are those of the facts that are there. */
export function expandRequirement(
  authored: Authored,
  collection: string,
  edition: string,
  { when, at }: Lookup,
): readonly Requirement[] {
  const facts = authored.editions[edition];
  if (!facts) return [];
  const { editions, retired, exfiltration, ...rest } = authored;
  const opened = new Set(facts.flatMap((one) => rolesOf(authored, one)));
  const fact = (one: AuthoredFact): Fact => {
    const { host, tag, printed, alternatives, clouds: some = clouds, ports, inferred } = one;
    const mine = rolesOf(authored, one);
    return {
      ...(host !== undefined && { host }),
      ...(tag !== undefined && { tag }),
      ...(printed !== undefined && { printed }),
      ...(alternatives && { alternatives }),
      clouds: some,
      ports,
      ...(inferred && { inferred }),
      ...(mine.length < opened.size && { roles: roles.filter((role) => mine.includes(role)) }),
      ...when(one.when),
      at: at(one.at),
    };
  };
  return [
    {
      ...rest,
      purpose: authored.purpose.en,
      roles: roles.filter((role) => opened.has(role)),
      ...exfiltrationOf(authored, edition),
      collection,
      facts: facts.map(fact),
    },
  ];
}

import { editions, findRegion, loadEdition, plan, type EditionId } from '@azureml-firewall/catalog';
import {
  clouds,
  destinationText,
  portsContain,
  parsePortRange,
  type Cloud,
  type Rule,
} from '@azureml-firewall/rule-model';
import { describe, expect, it } from 'vitest';
import { printedRows, type PrintedRow } from './printed-rows.js';
import { everyWorkspace, regionOf } from './profiles.js';

function rulesOf(edition: EditionId, cloud: Cloud): readonly Rule[] {
  return everyWorkspace(cloud).flatMap((profile) =>
    plan(profile, { edition }).policy.collections.flatMap(({ rules }) => rules),
  );
}

/** The transcription's placeholders, filled in by hand for the profile that has everything on. */
function fill(text: string, cloud: Cloud, kind: string): string {
  const region = findRegion(cloud, regionOf[cloud]);
  const suffix = region.ok && kind === 'tag' && !text.startsWith('AzureCloud') ? region.value.tagSuffix : undefined;
  return text
    .replace(/<(region|location|cluster-region-name)>/, suffix ?? regionOf[cloud])
    .replace(/<(your )?(storage|account)( account name)?>/, 'contosoml')
    .replace(/<(your )?ACR name>/, 'contosoacr')
    .replace('<cluster>', 'contoso-dns-1a2b3c4d')
    .replace('<leaf-domain-label + auto-generated suffix>', 'contoso-scoring-5e6f')
    .replace('APIServerPublicIP', '20.51.4.9/32')
    .replace('CustomDNSIP', '10.20.0.10/32')
    .replace('<your workspace ID>', '00000000-0000-0000-0000-000000000000')
    .replace('https://', '');
}

/** Flat statements `direction|peer|protocol/port`, one for each row and port. */
function statementsOf(row: PrintedRow, cloud: Cloud): readonly string[] {
  const protocols = row.protocol === 'any' ? ['tcp', 'udp'] : [row.protocol];
  const peer = fill(row.real, cloud, row.kind);
  return protocols.flatMap((protocol) => row.ports.map((port) => `${row.direction}|${peer}|${protocol}/${port}`));
}

function allows(rules: readonly Rule[], statement: string): boolean {
  const [direction, peer, service = ''] = statement.split('|');
  const [protocol, port = ''] = service.split('/');
  const range = parsePortRange(port);
  return rules.some((rule) => {
    const peers = rule.direction === 'inbound' ? rule.sources : rule.destinations;
    return (
      rule.direction === direction &&
      peers.some((one) => one.kind !== 'any' && destinationText(one) === peer) &&
      range.ok &&
      portsContain(
        rule.services.filter((one) => one.protocol === protocol).flatMap(({ ports }) => ports),
        range.value,
      )
    );
  });
}

/** What the rules say, in the same flat form; ports that were merged into one list are told apart again. */
function statementsOfRules(rules: readonly Rule[]): readonly string[] {
  return rules.flatMap((rule) => {
    const peers = rule.direction === 'inbound' ? rule.sources : rule.destinations;
    return peers.flatMap((peer) =>
      rule.services.flatMap(({ protocol, ports }) =>
        ports.map(({ from, to }) => {
          const port = from === 1 && to === 65535 ? '*' : from === to ? String(from) : `${from}-${to}`;
          return `${rule.direction}|${peer.kind === 'any' ? '*' : destinationText(peer)}|${protocol}/${port}`;
        }),
      ),
    );
  });
}

describe.each(editions.map(({ id }) => id))('edition %s, over workspaces that together use everything', (edition) => {
  describe.each(clouds)('in cloud %s', (cloud) => {
    const rows = printedRows(edition).filter((row) => row.clouds.includes(cloud));
    const printed = new Set(rows.flatMap((row) => statementsOf(row, cloud)));
    const rules = rulesOf(edition, cloud);

    it('allows every host, tag and port that its pages print', () => {
      expect([...printed].filter((statement) => !allows(rules, statement))).toEqual([]);
    });

    it('allows nothing that its pages do not print', () => {
      expect(statementsOfRules(rules).filter((statement) => !printed.has(statement))).toEqual([]);
    });

    it('leaves no fact out of reach of every workspace', () => {
      const [first = [], ...others] = everyWorkspace(cloud).map((profile) =>
        plan(profile, { edition })
          .excluded.filter(({ because }) => because.kind !== 'no-destination')
          .map(({ requirement, destination, ports, because }) =>
            JSON.stringify([requirement, destination, ports, because]),
          ),
      );
      expect(first.filter((one) => others.every((list) => list.includes(one)))).toEqual([]);
    });
  });

  it('names the section and row of every printed cell as an origin', () => {
    const places = new Set(
      clouds.flatMap((cloud) =>
        rulesOf(edition, cloud).flatMap(({ origins }) => origins.map(({ section }) => section)),
      ),
    );
    expect(printedRows(edition).filter(({ section, row }) => !places.has(`${section}#${row}`))).toEqual([]);
  });

  const facts = loadEdition(edition).requirements.flatMap(({ necessity, facts: list }) =>
    list.flatMap((fact) => fact.at.map(({ section, row }) => ({ place: `${section}#${row ?? ''}`, necessity, fact }))),
  );
  const atPlace = ({ section, row }: PrintedRow): typeof facts =>
    facts.filter(({ place }) => place === `${section}#${row}`);

  it('keeps the other destinations that a row offers', () => {
    const rows = printedRows(edition).filter(({ alternatives }) => alternatives.length > 0);
    const lost = rows.filter(
      (row) => !atPlace(row).some(({ fact }) => String(fact.alternatives) === String(row.alternatives)),
    );
    expect(lost).toEqual([]);
    const [printed, kept] = [rows, facts.filter(({ fact }) => fact.alternatives)].map((list) => list.length);
    expect(kept).toBe(printed);
  });

  it('keeps the spelling of hosts and addresses that are printed otherwise', () => {
    const rows = printedRows(edition).filter(({ kind, printed, real }) => kind !== 'tag' && printed !== real);
    const lost = rows.filter(
      ({ printed, ...row }) => !atPlace({ printed, ...row }).some(({ fact }) => fact.printed === printed),
    );
    expect(lost.map(({ printed }) => printed)).toEqual([]);
  });

  it('asks for nothing as required that a page calls optional', () => {
    const rows = printedRows(edition).filter(({ necessity }) => necessity === 'optional');
    expect(rows.filter((row) => atPlace(row).some(({ necessity }) => necessity === 'required'))).toEqual([]);
  });
});

import type { Diagnostic } from '@azureml-firewall/rule-model';
import { diagnose, type CatalogCode } from '../diagnostics.js';
import type { InClusterTraffic, Place } from '../edition/edition.js';
import { holds } from '../predicate.js';
import type { Profile } from '../profile/profile.js';
import type { Region } from '../region.js';
import type { PlanContext } from './context.js';
import type { PlannedNeed } from './need.js';

type Diagnostics = readonly Diagnostic<CatalogCode>[];

function aboutRegion({ name, tagSuffix, suffixUnverified, status }: Region): Diagnostics {
  return [
    ...(suffixUnverified ? [diagnose('catalog/region-suffix-unverified', { region: name, suffix: tagSuffix })] : []),
    ...(status === undefined ? [] : [diagnose('catalog/region-not-ordinary', { region: name, status })]),
  ];
}

/** Where connections come from: no addresses, or those of a cluster that nobody has attached. */
function aboutSources({ network: { sources }, compute }: Profile): Diagnostics {
  if (Array.isArray(sources))
    return sources.length === 0 ? [diagnose('catalog/any-source', { field: 'network.sources' })] : [];
  const detached = compute.kubernetes === 'none' && Object.hasOwn(sources, 'cluster');
  return detached ? [diagnose('catalog/cluster-not-attached', { field: 'network.sources.cluster' })] : [];
}

/** Traffic that a firewall around a cluster never sees. */
function aboutTraffic(inCluster: readonly InClusterTraffic[]): Diagnostics {
  if (inCluster.length === 0) return [];
  const traffic = inCluster.map(({ from, to, ports = [] }) => [`${from} to ${to}`, ports.join(' ')].join(' ').trim());
  return [diagnose('catalog/in-cluster-traffic', { count: inCluster.length, traffic })];
}

/** What a reader should know of the profile, whatever it needs. */
export function aboutProfile({ edition, profile, region }: PlanContext): Diagnostics {
  const pages = edition.references.filter(({ when }) => holds(when, profile));
  const needed = edition.prerequisites.filter(({ when }) => holds(when, profile));
  const urlOf = (at: readonly Place[]): string =>
    edition.sources.find(({ id }) => at.some(({ source }) => source === id))?.url ?? '';
  const inCluster = edition.inCluster.filter(({ when }) => holds(when, profile));
  return [
    ...aboutRegion(region),
    ...aboutSources(profile),
    ...pages.map(({ title, url }) => diagnose('catalog/page-not-included', { title, url })),
    ...needed.map(({ id, text, at }) =>
      diagnose('catalog/prerequisite', { prerequisite: id, text, source: urlOf(at) }),
    ),
    ...aboutTraffic(inCluster),
  ];
}

/** Ways for data to leave that the planned needs open. */
function aboutExfiltration(needs: readonly PlannedNeed[]): Diagnostics {
  return needs.flatMap(({ requirement: { id, exfiltration } }) =>
    exfiltration
      ? [
          diagnose('catalog/exfiltration-path', {
            requirement: id,
            risk: exfiltration.risk,
            mitigation: exfiltration.mitigation,
            source: exfiltration.source,
          }),
        ]
      : [],
  );
}

/** Contradictions between official pages that the plan had to decide. */
function aboutDisputes(needs: readonly PlannedNeed[], { edition, profile }: PlanContext): Diagnostics {
  const planned = new Set(needs.map(({ requirement }) => requirement.id));
  return edition.disputes
    .filter(({ clouds }) => clouds.includes(profile.cloud))
    .filter(({ when, requirements }) => (when ? holds(when, profile) : requirements.some((id) => planned.has(id))))
    .map(({ id, requirements, statements, resolution }) =>
      diagnose('catalog/disputed', {
        dispute: id,
        requirements,
        statements: statements.map(({ says }) => says),
        resolution,
      }),
    );
}

/** What a reader should know of the needs that were planned. */
export function aboutNeeds(needs: readonly PlannedNeed[], context: PlanContext): Diagnostics {
  return [...aboutExfiltration(needs), ...aboutDisputes(needs, context)];
}

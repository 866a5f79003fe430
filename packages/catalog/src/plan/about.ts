import type { Diagnostic } from '@azureml-firewall/rule-model';
import { diagnose, type CatalogCode } from '../diagnostics.js';
import { holds } from '../predicate.js';
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

/** What a reader should know of the profile, whatever it needs. */
export function aboutProfile({ edition, profile, region }: PlanContext): Diagnostics {
  const { sources } = profile.network;
  const anySource = Array.isArray(sources) && sources.length === 0;
  const pages = edition.references.filter(({ when }) => holds(when, profile));
  const inCluster = edition.inCluster.filter(({ when }) => holds(when, profile));
  return [
    ...aboutRegion(region),
    ...(anySource ? [diagnose('catalog/any-source', { field: 'network.sources' })] : []),
    ...pages.map(({ title, url }) => diagnose('catalog/page-not-included', { title, url })),
    ...(inCluster.length > 0 ? [diagnose('catalog/in-cluster-traffic', { count: inCluster.length })] : []),
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

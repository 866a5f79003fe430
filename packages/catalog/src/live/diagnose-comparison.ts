import type { Diagnostic, Policy } from '@azureml-firewall/rule-model';
import { diagnose, type CatalogCode } from '../diagnostics.js';
import type { LiveDifference, LiveFindings } from './compare-with-live.js';

type Diagnostics = readonly Diagnostic<CatalogCode>[];

/** Policies of two places have little to say of each other. */
function aboutPlaces(planned: Policy, live: Policy): Diagnostics {
  const [ours, theirs] = [planned, live].map(({ cloud, region }) => `${region} (${cloud})`);
  if (ours === undefined || theirs === undefined || ours === theirs) return [];
  return [diagnose('catalog/live-other-place', { planned: ours, live: theirs })];
}

/** What only the answer asks for: unknown to the plan, or known to it by other ports or another protocol. */
function aboutOnlyLive(
  { destination, service }: LiveDifference,
  plannedFor: (host: string) => readonly LiveDifference[],
): Diagnostic<CatalogCode> {
  const known = plannedFor(destination);
  if (known.length === 0) return diagnose('catalog/live-only', { destination, service });
  const services = [...new Set(known.map((one) => one.service))];
  const requirements = [...new Set(known.map((one) => one.requirement))];
  return diagnose('catalog/live-other-service', { destination, service, requirements, planned: services });
}

/** What a reader should know of a comparison. */
export function diagnoseComparison(
  planned: Policy,
  live: Policy,
  { onlyLive, onlyCatalog, narrowed, notComparable }: LiveFindings,
  plannedFor: (host: string) => readonly LiveDifference[],
): Diagnostics {
  const unsaid = onlyCatalog.length > 0 ? [diagnose('catalog/live-unsaid', { count: onlyCatalog.length })] : [];
  const tags = [...new Set(notComparable.map(({ destination }) => destination))];
  return [
    ...aboutPlaces(planned, live),
    ...onlyLive.map((one) => aboutOnlyLive(one, plannedFor)),
    ...narrowed.map(({ requirement, destination, service, narrowedBy }) =>
      diagnose('catalog/live-narrowed', { requirement, destination, service, narrowedBy }),
    ),
    ...unsaid,
    ...(tags.length > 0 ? [diagnose('catalog/live-not-comparable', { destinations: tags })] : []),
  ];
}

import type { Diagnostic, Route } from '@azureml-firewall/rule-model';
import { diagnose, type CatalogCode } from '../diagnostics.js';
import type { RouteFact } from '../edition/edition.js';
import { holds, predicateText } from '../predicate.js';
import { findRegion, type Region } from '../region.js';
import type { PlanContext } from './context.js';
import type { Excluded } from './excluded.js';
import { fillTag } from './placeholders.js';

const pairPlaceholder = '<paired-region>';

function pairOf(region: Region): Region | undefined {
  const pair = region.pair ? findRegion(region.cloud, region.pair) : undefined;
  return pair?.ok ? pair.value : undefined;
}

function fillRoute(route: RouteFact, region: Region): readonly string[] {
  const pair = pairOf(region);
  return route.byAddress.flatMap((tag) => {
    if (!tag.includes(pairPlaceholder)) return [fillTag(tag, region)];
    return pair ? [fillTag(tag.replace(pairPlaceholder, '<region>'), pair)] : [];
  });
}

/** The routes that the workspace needs, and what is unknown about them. */
export function routesOf({ edition, profile, region }: PlanContext): {
  readonly routes: readonly Route[];
  /** Routes whose condition does not hold: they have no ports. */
  readonly excluded: readonly Excluded[];
  readonly diagnostics: readonly Diagnostic<CatalogCode>[];
} {
  const facts = edition.routes.filter(({ when }) => !when || holds(when, profile));
  const unpaired = facts.filter(
    ({ byAddress }) => byAddress.some((tag) => tag.includes(pairPlaceholder)) && !pairOf(region),
  );
  return {
    routes: facts.map((fact) => ({
      id: fact.id,
      purpose: fact.purpose,
      tag: fillTag(fact.tag, region),
      byAddress: fillRoute(fact, region),
      nextHop: 'internet',
      origins: fact.at.map(({ source, section }) => ({
        requirement: fact.id,
        edition: edition.edition,
        section,
        source: edition.sources.find(({ id }) => id === source)?.url ?? source,
      })),
    })),
    excluded: edition.routes.flatMap((fact): Excluded[] => {
      const { id: requirement, tag, when, at } = fact;
      if (!when || holds(when, profile)) return [];
      const because = { kind: 'condition', when, text: predicateText(when) } as const;
      const destination = fillTag(tag, region);
      return [{ requirement, direction: 'outbound', destination, form: 'service-tag', ports: [], at, because }];
    }),
    // A region that is documented to have no pair needs no second set of prefixes; one whose pair is unknown might.
    diagnostics:
      region.pair === null
        ? []
        : unpaired.map(({ id }) => diagnose('catalog/no-paired-region', { route: id, region: region.name })),
  };
}

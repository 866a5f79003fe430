import type { Excluded, Plan } from '@azureml-firewall/catalog';
import { catalogMessages } from '@azureml-firewall/catalog';
import {
  destinationText,
  messageOf,
  portText,
  sourceText,
  type Destination,
  type Rule,
  type Service,
  type Source,
} from '@azureml-firewall/rule-model';
import { exclusionText } from './exclusion-text.js';

function sourceJson(source: Source) {
  return { kind: source.kind, text: sourceText(source) };
}

function destinationJson(destination: Destination) {
  return { ...destination, text: destinationText(destination) };
}

function serviceJson({ protocol, ports, application }: Service) {
  return { protocol, ports: ports.map(portText), ...(application && { application }) };
}

function ruleJson(rule: Rule, collection: string) {
  const { id, purpose, caution, direction, action, sources, destinations, services, coveredBy, origins, necessity } =
    rule;
  return {
    id,
    purpose,
    ...(caution !== undefined && { caution }),
    direction,
    action,
    sources: sources.map(sourceJson),
    destinations: destinations.map(destinationJson),
    services: services.map(serviceJson),
    ...(coveredBy && { coveredBy }),
    origins,
    necessity,
    collection,
  };
}

function excludedJson({ because, ...what }: Excluded) {
  return { ...what, because: { ...because, text: exclusionText(because) } };
}

/** The plan as `--format json` prints it. The shape is public: it may grow, and nothing in it is renamed. */
export function planJson({ policy, diagnostics, excluded }: Plan, show: { readonly excluded: boolean }) {
  return {
    edition: policy.edition,
    cloud: policy.cloud,
    region: policy.region,
    rules: policy.collections.flatMap(({ id, rules }) => rules.map((rule) => ruleJson(rule, id))),
    routes: policy.routes,
    ...(show.excluded && { excluded: excluded.map(excludedJson) }),
    diagnostics: diagnostics.map(({ code, severity, data }) => ({
      code,
      severity,
      data,
      text: messageOf(catalogMessages[code], data),
    })),
  };
}

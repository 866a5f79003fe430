import { editions, loadEdition, predicateText, type Predicate } from '@azureml-firewall/catalog';
import { expect, it } from 'vitest';
import { printedRows } from './printed-rows.js';

/**
 * Conditions in the words of the transcription, by what a profile says for them. A fact may ask for more: packages of
 * Python on a cluster, for training only.
 */
const words: Readonly<Record<string, readonly string[]>> = {
  'aad-auth-endpoint': ['kubernetes.endpointAuth is entra-id'],
  'addon-azure-monitor': ['kubernetes.addons has azure-monitor'],
  'addon-azure-policy': ['kubernetes.addons has azure-policy'],
  'addon-cost-analysis': ['kubernetes.addons has cost-analysis'],
  'addon-key-vault-csi': ['kubernetes.addons has key-vault-csi'],
  'arc-extensions': ['compute.kubernetes is arc'],
  'auto-generated-endpoint-name': ['compute.kubernetes is aks', 'kubernetes.workloads has inference'],
  'automl-nlp-vision': ['tools.automl is true'],
  'azure-monitor-not-secured': ['monitoring.azureMonitor is public'],
  'azure-rbac': ['kubernetes.arc has azure-rbac'],
  'cluster-connect': ['kubernetes.arc has cluster-connect'],
  'cluster-connect-and-azure-rbac': ['kubernetes.arc has cluster-connect', 'kubernetes.arc has azure-rbac'],
  'cluster-connect-or-custom-location': ['(kubernetes.arc has cluster-connect or kubernetes.arc has custom-locations)'],
  'cluster-extensions': ['kubernetes.addons has cluster-extensions'],
  'cluster-without-public-ip': ['compute.clusters is true', 'compute.publicIp is false'],
  'compute-with-public-ip': ['compute.publicIp is true'],
  'custom-dns': ['compute.kubernetes is aks'],
  'custom-docker-images': ['images has custom'],
  'deploys-model-to-aks': ['compute.kubernetes is aks', 'kubernetes.workloads has inference'],
  'feature-defender-for-containers': ['kubernetes.addons has defender'],
  'feature-workload-identity': ['kubernetes.addons has workload-identity'],
  'firewall-between-aml-and-storage': ['firewallBeforeStorage is true'],
  'gpu-nodes': ['kubernetes.nodes has gpu'],
  'hbi-workspace': ['hbi is true'],
  'interactive-job': ['tools.vscode has remote'],
  'iot-operations-or-secret-store-or-cert-manager': [
    '(kubernetes.arc has iot-operations or kubernetes.arc has secret-store or kubernetes.arc has cert-manager)',
  ],
  'kubernetes-compute': ['compute.kubernetes is aks or compute.kubernetes is arc'],
  'microsoft-default-images-and-user-managed-dependencies': [
    'images has microsoft and userManagedDependencies is true',
  ],
  'package-index-overridden': ['packages.ownIndex is true'],
  'pods-access-api-server': ['kubernetes.podsUseApiServer is true'],
  'private-endpoints-in-vnet': ['privateEndpoint is true'],
  'r-packages': ['packages.r is true'],
  'rstudio-on-compute-instance': ['tools.rstudio is true'],
  'uses-aks': ['compute.kubernetes is aks'],
  'windows-node-pools': ['kubernetes.nodes has windows'],
};

const textOf = (when: Predicate | undefined): string => (when === undefined ? '' : predicateText(when));
/** Pages spell placeholders in many ways. */
const blank = (name: string | undefined): string => (name ?? '').replace(/<[^>]*>/g, '<>');

it.each(editions.map(({ id }) => id))('holds each row of %s to the condition that its page prints', (edition) => {
  const facts = loadEdition(edition).requirements.flatMap((requirement) => requirement.facts);
  const loose = printedRows(edition).flatMap(({ section, row, real, printed, condition, ports, protocol }) => {
    if (condition === '-') return [];
    const mine = facts.filter(
      (fact) =>
        [fact.tag, fact.host, fact.printed].some((name) => [real, printed].map(blank).includes(blank(name))) &&
        fact.ports.some((port) => ports.some((one) => port === `${protocol}/${one}`)) &&
        fact.at.some((place) => place.section === section && String(place.row ?? '') === row),
    );
    const held = mine.some(({ when }) => words[condition]?.every((part) => textOf(when).includes(part)));
    return held
      ? []
      : [`${section}#${row} ${real}: ${condition}, found ${mine.map(({ when }) => textOf(when)).join(' | ')}`];
  });
  expect(loose).toEqual([]);
});

it('knows no condition that no page prints', () => {
  const printed = new Set(editions.flatMap(({ id }) => printedRows(id).map(({ condition }) => condition)));
  expect(Object.keys(words).filter((word) => !printed.has(word))).toEqual([]);
});

import type { Diagnostic } from '@azureml-firewall/rule-model';
import { diagnose, type ServiceTagCode } from '../diagnostics.js';
import type { ServiceTagDocument } from '../document/document.js';
import { findTag } from '../names/find-tag.js';

/** What can name a service tag: a network security group, a route table, Azure Firewall. */
export type NetworkFeature = 'NSG' | 'UDR' | 'FW';

/**
 * Which tags a feature may not be able to name, as far as the document says. Warnings and no more: Microsoft's own
 * samples name `AzureCloud` in Azure Firewall, for which the documents list `API` and `NSG` only. Tags that are not in
 * the document are passed over; `findTag` speaks of them.
 */
export function featureWarnings(
  document: ServiceTagDocument,
  tags: readonly string[],
  feature: NetworkFeature,
): readonly Diagnostic<ServiceTagCode>[] {
  return tags.flatMap((name) => {
    const { tag } = findTag(document, name);
    if (!tag || tag.networkFeatures?.includes(feature)) return [];
    const about = { tag: tag.name, document: document.label, feature };
    const features = tag.networkFeatures;
    if (!features) return [diagnose('service-tags/features-unstated', about)];
    return [
      diagnose('service-tags/feature-missing', { ...about, features: features.length > 0 ? features : ['none'] }),
    ];
  });
}

import { indexCidrs } from '@azureml-firewall/rule-model';
import type { ServiceTagDocument } from './document/document.js';

/** The names of the tags that hold an address, in the document's order; undefined for a text that is no address. */
export type TagsOfAddress = (address: string) => readonly string[] | undefined;

/**
 * Prepares the question "which tags hold this address?" for one document. Preparing takes about as long as reading the
 * document; after that, millions of addresses can be asked for in a second.
 */
export function whichTags(document: ServiceTagDocument): TagsOfAddress {
  return indexCidrs(
    document.tags.map(({ prefixes }) => prefixes),
    (tag) => document.tags[tag]?.name ?? '',
  );
}

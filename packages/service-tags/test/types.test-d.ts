// Checked by the type check alone: nothing here runs.
import type { Policy } from '@azureml-firewall/rule-model';
import {
  diffServiceTags,
  findTag,
  guard,
  parseServiceTags,
  resolveServiceTags,
  serviceTagMessages,
  whichTags,
  type ServiceTagDocument,
} from '@azureml-firewall/service-tags';
import { expectTypeOf } from 'vitest';

declare const policy: Policy;

// Bytes, text or a value may come in; a document comes out once one has asked whether it is there.
const read = parseServiceTags(new Uint8Array());
// @ts-expect-error it may have been refused
String(read.document);
if (read.ok) {
  const { document } = read;
  expectTypeOf(document).toEqualTypeOf<ServiceTagDocument>();
  expectTypeOf(resolveServiceTags(policy, document).policy).toEqualTypeOf<Policy>();
  expectTypeOf(whichTags(document)).parameters.toEqualTypeOf<[address: string]>();
  expectTypeOf(guard(document, ['Storage']).ok).toBeBoolean();
  // A name may be of no tag.
  expectTypeOf(findTag(document, 'Storage').tag?.prefixes).toEqualTypeOf<readonly string[] | undefined>();
  diffServiceTags(document, document);
  // @ts-expect-error all is readonly
  document.tags = [];
} else {
  expectTypeOf(read.refusal.expected).toBeString();
}

// Every code has its text.
for (const { code } of read.ok ? read.diagnostics : []) expectTypeOf(serviceTagMessages[code]).toBeString();

import type { Messages } from '../../model/diagnostic.js';
import type { ReviewCode } from './diagnostics.js';

/** Texts of the findings of `review`. */
export const reviewMessages: Messages<ReviewCode> = {
  'review/redundant-rule': 'Rule {rule} changes nothing: all that it matches is decided alike by {by} before it.',
  'review/unreachable-rule': 'Rule {rule} is never reached: {by} decide all that it matches, and not all of it alike.',
  'review/redundant-entry': '{entries} of rule {rule} change nothing: {by} decide the same before them.',
  'review/unreachable-entry':
    '{entries} of rule {rule} are never reached: {by} decide what they match, and not all of it alike.',
  'review/look-alike-suffix':
    'Rule {rule} admits every name that ends like {destinations}, look-alikes in the hands of others included.',
  'review/shared-domain':
    'Rule {rule} reaches the accounts of other customers by {destinations}: anybody can have names below {domains}.',
  'review/plain-http':
    'Rule {rule} allows plain HTTP (tcp/80) to {destinations}: it can be read and changed on its way.',
  'review/any-port-tag': 'Rule {rule} allows every port to the service tag {tags}, far more than a service answers on.',
};

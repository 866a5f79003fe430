/** What this renderer has to say: the texts stand in {@link messages}. */
export type Code = `new-vendor/${
  | 'look-alikes-excluded'
  | 'no-usable-source'
  | 'not-expressible'
  | 'path-widened-to-host'
  | 'routes-not-included'
  | 'sources-dropped'}`;

export const messages: Readonly<Record<Code, string>> = {
  'new-vendor/look-alikes-excluded':
    '{destination} is written as the domain and all below it; names that only end alike are not matched.',
  'new-vendor/no-usable-source':
    'None of the sources {sources} of rule {rule} has addresses here: apply a service-tag document, or name prefixes.',
  'new-vendor/not-expressible':
    '{destination} on {service} can not be said: New Vendor knows no service tags. Apply a service-tag document.',
  'new-vendor/path-widened-to-host': '{destination} becomes the whole of {host}: New Vendor sees no paths.',
  'new-vendor/routes-not-included': 'The routes {routes} (to {tags}) are not part of this configuration.',
  'new-vendor/sources-dropped':
    'Rule {rule} does not hold for the sources {sources}, which have no addresses here: apply a service-tag document.',
};

/** What this renderer has to say: the texts stand in `messages`. */
export type Code = `new-vendor/${'not-expressible' | 'routes-not-included'}`;

export const messages: Readonly<Record<Code, string>> = {
  'new-vendor/not-expressible': '{destination} on {service} can not be said.',
  'new-vendor/routes-not-included': 'The routes {routes} (to {tags}) are not part of this configuration.',
};

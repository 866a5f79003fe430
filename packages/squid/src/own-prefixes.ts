/** The proxy itself and what it alone can reach: loopback, and link-local services such as Azure's instance metadata. */
export const ownPrefixes: readonly string[] = ['0.0.0.0/8', '127.0.0.0/8', '169.254.0.0/16', '::1/128', 'fe80::/10'];

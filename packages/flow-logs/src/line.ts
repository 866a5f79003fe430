import type { Flow } from '@azureml-firewall/rule-model';

/** The logs that can be read. `flows` is one flow as JSON on each line. */
export const logFormats = ['azure-firewall', 'pan-os', 'fortigate', 'squid', 'iptables', 'flows'] as const;

/** One of the {@link logFormats}. */
export type LogFormat = (typeof logFormats)[number];

/** Whether a text names a format. */
export function isLogFormat(text: string): text is LogFormat {
  return (logFormats as readonly string[]).includes(text);
}

/**
 * What a line of a log says: a connection that was denied, something else (an allowed connection, a heading, another
 * kind of record), or nothing that its grammar knows. A broken line is never fatal.
 */
export type Line =
  | { readonly kind: 'denied'; readonly flow: Flow; readonly reason?: string }
  | { readonly kind: 'other' }
  | { readonly kind: 'broken'; readonly why: string };

/** Reads one line, without its line break. */
export type LineReader = (line: string) => Line;

/** Neither denied nor broken. */
export const other: Line = { kind: 'other' };

/** A line that its grammar does not know. */
export function broken(why: string): Line {
  return { kind: 'broken', why };
}

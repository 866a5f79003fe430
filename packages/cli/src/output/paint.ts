import colors from 'picocolors';
import type { Host, Sink } from '../host.js';

/** The few colours in use. Each is the identity where colour is not wanted. */
export type Paint = Pick<ReturnType<typeof colors.createColors>, 'bold' | 'dim' | 'red' | 'green' | 'yellow' | 'cyan'>;

/** Colour on a terminal only, and not where NO_COLOR is set (https://no-color.org) or the terminal is dumb. */
export function paintFor(sink: Sink, env: Host['env']): Paint {
  return colors.createColors(sink.isTTY === true && !env['NO_COLOR'] && env['TERM'] !== 'dumb');
}

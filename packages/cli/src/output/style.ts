import type { Host, Sink } from '../host.js';
import { paintFor } from './paint.js';
import type { TableStyle } from './table.js';

/** A table that fits a terminal, or one in full colourless width for a pipe or file. */
export function styleFor(sink: Sink, env: Host['env']): TableStyle {
  return { paint: paintFor(sink, env), width: sink.isTTY ? sink.columns : undefined };
}

import type { Command } from 'commander';
import type { ExitStatus } from '../exit-status.js';
import type { Host } from '../host.js';

/** Adds a verb to the program; its action says by `settle` what it came to. */
export type AddVerb = (program: Command, host: Host, settle: (status: ExitStatus) => void) => void;

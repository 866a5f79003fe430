/**
 * A programmer's mistake: a policy or options that no parser has seen, or a renderer that loses an entry. Never thrown
 * for what a vendor can't say. Tell it by its `name`; two copies of this package have two classes.
 */
export class RenderError extends Error {
  override readonly name = 'RenderError';
  readonly faults: readonly string[];

  constructor(what: string, faults: readonly string[]) {
    super(`${what}: ${faults.join('; ')}`);
    this.faults = faults;
  }
}

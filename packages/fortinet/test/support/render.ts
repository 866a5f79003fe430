import type { Policy } from '@azureml-firewall/rule-model';
import { modelOf, render, type Artifact } from '@azureml-firewall/renderer-kit';
import { fortinet, type FortiConfig, type FortinetOptions } from '../../src/index.js';

/** The commands of a rendering; no text where nothing is printed. */
export function textOf(artifacts: readonly Artifact[]): string {
  return artifacts[0]?.text ?? '';
}

export function renderText(policy: Policy, options: Partial<FortinetOptions> = {}): string {
  return textOf(render(fortinet, policy, options).artifacts);
}

/** The commands of a configuration by itself. */
export function printConfig(policy: Policy, config: FortiConfig): string {
  const { cloud, region, edition } = policy;
  const context = { cloud, region, edition, policy, options: fortinet.defaults };
  return textOf(fortinet.print({ config, carriers: new Map(), feeds: [] }, context));
}

/** The feeds of a policy, by their names. */
export function listsOf(
  policy: Policy,
  options: Partial<FortinetOptions> = {},
): Readonly<Record<string, readonly string[]>> {
  const { cloud, region, edition } = policy;
  const all = { ...fortinet.defaults, ...options };
  const model = modelOf(fortinet, policy, options);
  const files = fortinet.feeds?.(model, { cloud, region, edition, policy, options: all }) ?? [];
  return Object.fromEntries(files.map(({ path, text }) => [path.replace('.txt', ''), text.trimEnd().split('\n')]));
}

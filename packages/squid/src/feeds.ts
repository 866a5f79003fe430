import { parseCidr, parseHostname } from '@azureml-firewall/rule-model';
import { RenderError, type Artifact } from '@azureml-firewall/renderer-kit';
import type { SquidModel } from './model.js';
import { listOf } from './print/print.js';

const ending = /^([a-z0-9-]+\\\.)*[a-z0-9-]+\$$/;

/** Whether a line is one value of a list in its one spelling: a prefix, a host, `.domain`, or what names end with. */
function isValue(line: string): boolean {
  const name = line.startsWith('.') ? line.slice(1) : line;
  const [host, prefix] = [parseHostname(name), parseCidr(line)];
  return (host.ok && host.value === name) || (prefix.ok && prefix.value === line) || ending.test(line);
}

/**
 * The lists of hosts and addresses, one value on each line. Whoever rewrites them has squid read them by
 * `squid -k reconfigure`.
 * @throws RenderError for a list that would be empty or hold a line that is none of these.
 */
export function feeds({ config: { lists }, carriers }: SquidModel): readonly Artifact[] {
  return lists
    .filter(({ name }) => carriers.lists.includes(name))
    .map((list) => {
      const faults = list.values.filter((value) => !isValue(value));
      if (faults.length > 0 || list.values.length === 0)
        throw new RenderError(`the list ${list.name}.txt is refused`, faults.length > 0 ? faults : ['no line']);
      return listOf(list);
    });
}

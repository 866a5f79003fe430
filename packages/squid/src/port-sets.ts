import { mergePorts, type PortRange } from '@azureml-firewall/rule-model';

/** The ports that are in both lists. */
export function intersectPorts(a: readonly PortRange[], b: readonly PortRange[]): readonly PortRange[] {
  const shared = a.flatMap((x) => b.map((y) => ({ from: Math.max(x.from, y.from), to: Math.min(x.to, y.to) })));
  return mergePorts(shared.filter(({ from, to }) => from <= to));
}

function without({ from, to }: PortRange, hole: PortRange): readonly PortRange[] {
  if (hole.to < from || to < hole.from) return [{ from, to }];
  const sides = [
    { from, to: hole.from - 1 },
    { from: hole.to + 1, to },
  ];
  return sides.filter((side) => side.from <= side.to);
}

/** The ports of the first list that are not in the second. */
export function subtractPorts(a: readonly PortRange[], b: readonly PortRange[]): readonly PortRange[] {
  return b.reduce<readonly PortRange[]>((left, hole) => left.flatMap((range) => without(range, hole)), mergePorts(a));
}

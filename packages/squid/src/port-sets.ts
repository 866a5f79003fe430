import { mergePorts, type PortRange } from '@azureml-firewall/rule-model';

/** The ports that are in both lists. */
export function intersectPorts(a: readonly PortRange[], b: readonly PortRange[]): readonly PortRange[] {
  const shared = a.flatMap((x) => b.map((y) => ({ from: Math.max(x.from, y.from), to: Math.min(x.to, y.to) })));
  return mergePorts(shared.filter(({ from, to }) => from <= to));
}

function overlap(a: PortRange, b: PortRange): boolean {
  return a.from <= b.to && b.from <= a.to;
}

/** What a hole leaves of a range that it overlaps. */
function sides({ from, to }: PortRange, hole: PortRange): readonly PortRange[] {
  const left = [
    { from, to: hole.from - 1 },
    { from: hole.to + 1, to },
  ];
  return left.filter((side) => side.from <= side.to);
}

function without(range: PortRange, holes: readonly PortRange[]): readonly PortRange[] {
  const hole = holes.find((one) => overlap(one, range));
  return hole ? sides(range, hole).flatMap((side) => without(side, holes)) : [range];
}

/** The ports of the first list that are not in the second. */
export function subtractPorts(a: readonly PortRange[], b: readonly PortRange[]): readonly PortRange[] {
  return mergePorts(a).flatMap((range) => without(range, b));
}

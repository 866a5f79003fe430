/** The domains above a name, the nearest first: `b.c` and `c` for `a.b.c`. */
export function domainsAbove(name: string): readonly string[] {
  const domains: string[] = [];
  for (let dot = name.indexOf('.'); dot >= 0; dot = name.indexOf('.', dot + 1)) domains.push(name.slice(dot + 1));
  return domains;
}

import { accepted, parseDestination, refused, type Destination, type Parsed } from '@azureml-firewall/rule-model';

/**
 * What an entry of a URL category stands for. A path with a slash at its end is taken with all below it, since no page
 * says that it is left out.
 */
export function liftUrl(entry: string): Parsed<readonly Destination[]> {
  const slash = entry.indexOf('/');
  if (slash < 0)
    return refused('palo-alto/open-end', entry, 'a slash after the host, without which longer names match');
  const [host, path] = [entry.slice(0, slash), entry.slice(slash)];
  const ends = path.length > 1 && path.endsWith('/') ? [path.slice(0, -1), path, `${path}*`] : [path];
  const texts = path === '/' ? [host] : ends.map((end) => `${host}${end}`);
  const found: Destination[] = [];
  for (const text of texts) {
    const parsed = parseDestination(text);
    if (!parsed.ok) return parsed;
    found.push(parsed.value);
  }
  return accepted(found);
}

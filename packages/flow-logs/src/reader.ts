import { readAzureFirewall } from './format/azure-firewall.js';
import { readFlow } from './format/flows.js';
import { readFortigate } from './format/fortigate.js';
import { readIptables } from './format/iptables.js';
import { panOsReader } from './format/pan-os.js';
import { readSquid } from './format/squid.js';
import { isLogFormat, logFormats, other, type LineReader, type LogFormat } from './line.js';

const readers: Readonly<Record<LogFormat, (firstLine: string) => LineReader>> = {
  'azure-firewall': () => readAzureFirewall,
  'pan-os': panOsReader,
  fortigate: () => readFortigate,
  squid: () => readSquid,
  iptables: () => readIptables,
  flows: () => readFlow,
};

/**
 * A reader for the lines of a log. The first line is looked at, since some exports begin with headings; it is then read
 * like any other. Empty lines are neither denied nor broken.
 * @throws RangeError for a format that is none of `logFormats`.
 */
export function lineReader(format: LogFormat, firstLine: string): LineReader {
  if (!isLogFormat(format))
    throw new RangeError(`format: found ${JSON.stringify(format)}, expected one of ${logFormats.join(', ')}`);
  const read = readers[format](firstLine);
  return (line) => {
    const said = read(line);
    // Asked last, since hardly any line is empty.
    return said.kind === 'broken' && !/\S/.test(line) ? other : said;
  };
}

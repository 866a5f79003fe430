import type { Messages } from '../../model/diagnostic.js';
import type { WitnessCode } from './witness.js';

/** Texts of the witnesses of `explain`. */
export const explainMessages: Messages<WitnessCode> = {
  'explain/allowed-as-look-alike':
    'Allowed by {destination} of rule {rule} only because the name ends so: it is not below that domain.',
  'explain/undecided': 'Rule {rule} ({action} {destination} by {service}) may match: it needs {needs}.',
  'explain/excluded': 'Requirement {requirement} covers it ({destination} by {ports}), but is left out: {because}.',
  'explain/denied-first': 'Rule {rule} would allow {destination} by {service}, but rule {by} denies it first.',
  'explain/other-source': 'Rule {rule} allows {destination} by {service} from {sources} only.',
  'explain/wrong-port': 'Rule {rule} allows {destination} by {service}, not by port {port}.',
  'explain/wrong-protocol': 'Rule {rule} allows {destination} by {service}, not by {protocol}.',
  'explain/wrong-path': 'Rule {rule} allows {destination}, not {path}.',
  'explain/excluded-by-other-ports':
    'Requirement {requirement} is about {destination} by {ports}, and is left out: {because}.',
  'explain/only-below': 'Rule {rule} allows {destination}: the hosts below {host}, not {host} itself.',
  'explain/only-apex': 'Rule {rule} allows {destination} alone, not {host} below it.',
  'explain/parent-domain': 'Rule {rule} allows {destination}, far above {host}, and nothing below it.',
  'explain/look-alike': '{host} ends like {destination} of rule {rule}, but lies in another domain.',
  'explain/needs-address': '{host} could be at an address that is allowed on this port: {destinations}.',
  'explain/needs-host':
    '{address} could be the address of a host that is allowed on this port: {entries} entries go by name.',
};

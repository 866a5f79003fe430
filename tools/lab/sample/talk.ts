import type { Service } from '@azureml-firewall/rule-model';
import type { Talk } from '../probe.js';

/** What a client of a service says on one of its ports. */
export function talkOf({ protocol, application }: Service, port: number): Talk {
  if (protocol === 'udp') return 'udp';
  if (application === 'http' || port === 80) return 'http';
  return application === 'smb' || port === 445 ? 'raw' : 'tls';
}

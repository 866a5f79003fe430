import type { AddressPair, FirewallPolicy } from '../model.js';
import { logModes } from '../options.js';
import type { Edit } from '../print/statement.js';
import { settingsOf, type Settings } from './settings.js';

function pairOf(setting: Settings, digit: '' | '6'): AddressPair | undefined {
  const [sources, destinations] = [setting(`srcaddr${digit}`), setting(`dstaddr${digit}`)];
  return sources.length > 0 || destinations.length > 0 ? { sources, destinations } : undefined;
}

function natOf(setting: Settings): Pick<FirewallPolicy, 'nat'> {
  const [nat] = setting('nat');
  return nat === 'enable' || nat === 'disable' ? { nat } : {};
}

/** A policy as it was printed, if it was. */
export function readPolicy({ key, body }: Edit): FirewallPolicy {
  const setting = settingsOf(body);
  const [ipv4, ipv6] = [pairOf(setting, ''), pairOf(setting, '6')];
  const text = (name: string): string => setting(name).join(' ');
  const sslProfile = text('ssl-ssh-profile');
  return {
    id: Number(key.text),
    name: text('name'),
    from: text('srcintf'),
    to: text('dstintf'),
    ...(ipv4 && { ipv4 }),
    ...(ipv6 && { ipv6 }),
    action: text('action') === 'accept' ? 'accept' : 'deny',
    services: setting('service'),
    log: logModes.find((mode) => mode === text('logtraffic')) ?? 'disable',
    ...natOf(setting),
    ...(sslProfile !== '' && { inspection: { sslProfile, webFilter: text('webfilter-profile') } }),
    comments: text('comments'),
  };
}

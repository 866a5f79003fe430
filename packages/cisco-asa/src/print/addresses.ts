import { familyOf } from '@azureml-firewall/rule-model';

/** An IPv4 mask: `255.255.0.0` for 16. Not the wildcard bits of IOS. */
export function maskText(length: number): string {
  const bits = length === 0 ? 0 : 0xffffffff << (32 - length);
  return [24, 16, 8, 0].map((shift) => (bits >>> shift) & 255).join('.');
}

/** A prefix as a network group holds it: `host 192.0.2.1`, `10.0.0.0 255.0.0.0`, `2603:1030::/45`. */
export function networkText(prefix: string): string {
  const [address = '', length = ''] = prefix.split('/');
  const v4 = familyOf(prefix) === 'ipv4';
  if (length === (v4 ? '32' : '128')) return `host ${address}`;
  return v4 ? `${address} ${maskText(Number(length))}` : prefix;
}

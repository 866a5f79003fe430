import { familyOf, newScan, parseCidr, scanAddress } from '@azureml-firewall/rule-model';

// Only written to while an address is read: kept, since a new one for each field of a log would cost more than reading it.
const room = /* @__PURE__ */ newScan();

function isAddressInSomeSpelling(text: string): boolean {
  const parsed = parseCidr(text);
  return parsed.ok && parsed.value.endsWith(familyOf(parsed.value) === 'ipv4' ? '/32' : '/128') && !text.includes('/');
}

/** Whether a field of a log is an IPv4 or IPv6 address. Names are told from them by their last character. */
export function isAddress(text: string): boolean {
  const last = text.charCodeAt(text.length - 1);
  const digit = last >= 48 && last <= 57;
  if (!digit && !text.includes(':')) return false;
  return scanAddress(text, room) !== 0 || isAddressInSomeSpelling(text);
}

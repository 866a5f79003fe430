/** A number that Cisco sets, with the page that prints it and the date of the text that was read. */
export interface Limit {
  readonly value: number;
  readonly page: string;
  readonly date: string;
}

/** Characters of the name of an object or group; both share one name space. */
export const nameLength: Limit = {
  value: 64,
  page: 'https://www.cisco.com/c/en/us/td/docs/security/asa/asa918/configuration/firewall/asa-918-firewall-config/access-objects.html',
  date: '2026-11',
};

/** Characters of a remark, as IOS and the Firewall Services Module have them; that ASA has the same is UNVERIFIED. */
export const remarkLength: Limit = {
  value: 100,
  page: 'https://www.cisco.com/E-Learning/bulk/public/tac/cim/cib/using_cisco_ios_software/cmdrefs/remark.htm',
  date: '2026-11',
};

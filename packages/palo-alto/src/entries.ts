import type { ConfigEntry, Field, Section } from './grammar.js';
import type { PanosConfig, SecurityRule } from './model.js';

function field(path: string, values: string | readonly string[]): Field {
  return { path, values: typeof values === 'string' ? [values] : values };
}

function ruleFields(rule: SecurityRule): readonly Field[] {
  return [
    field('from', rule.from),
    field('to', rule.to),
    field('source', rule.source),
    field('source-user', 'any'),
    field('destination', rule.destination),
    field('application', rule.application),
    field('service', rule.service),
    field('category', rule.category),
    field('action', rule.action),
    field('log-end', 'yes'),
    ...(rule.logSetting === undefined ? [] : [field('log-setting', rule.logSetting)]),
    ...(rule.profileGroup === undefined ? [] : [field('profile-setting group', rule.profileGroup)]),
    field('tag', rule.tag),
    field('description', rule.description),
  ];
}

function entry(section: Section, name: string, fields: readonly Field[]): ConfigEntry {
  return { section, name, fields };
}

/**
 * A configuration as objects with fields, in an order in which each stands before what names it. One at a time: all
 * prefixes of a cloud at once would be a burden to the memory.
 */
export function* entriesOfConfig(config: PanosConfig): Generator<ConfigEntry, void, undefined> {
  for (const { name, comments } of config.tags) yield entry('tag', name, [field('comments', comments)]);
  for (const { name, kind, value } of config.addresses) yield entry('address', name, [field(kind, value)]);
  for (const { name, url, certificateProfile, recurring, description } of config.lists)
    yield entry('external-list', name, [
      field('type ip url', url),
      ...(certificateProfile === undefined ? [] : [field('type ip certificate-profile', certificateProfile)]),
      field('type ip recurring', recurring),
      field('type ip description', description),
    ]);
  for (const { name, members, description, tag } of config.groups)
    yield entry('address-group', name, [
      field('static', members),
      field('description', description),
      field('tag', tag),
    ]);
  for (const { name, protocol, ports } of config.services)
    yield entry('service', name, [field(`protocol ${protocol} port`, ports)]);
  for (const { name, entries, description } of config.categories)
    yield entry('profiles custom-url-category', name, [
      field('type', 'URL List'),
      field('list', entries),
      field('description', description),
    ]);
  for (const rule of config.rules) yield entry('rules', rule.name, ruleFields(rule));
}

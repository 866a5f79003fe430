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

/** A configuration as objects with fields, in an order in which each stands before what names it. */
export function entriesOfConfig(config: PanosConfig): readonly ConfigEntry[] {
  return [
    ...config.tags.map(({ name, comments }) => entry('tag', name, [field('comments', comments)])),
    ...config.addresses.map(({ name, kind, value }) => entry('address', name, [field(kind, value)])),
    ...config.lists.map(({ name, url, recurring, description }) =>
      entry('external-list', name, [
        field('type ip url', url),
        field('type ip recurring', recurring),
        field('type ip description', description),
      ]),
    ),
    ...config.groups.map(({ name, members, description, tag }) =>
      entry('address-group', name, [field('static', members), field('description', description), field('tag', tag)]),
    ),
    ...config.services.map(({ name, protocol, ports }) =>
      entry('service', name, [field(`protocol ${protocol} port`, ports)]),
    ),
    ...config.categories.map(({ name, entries, description }) =>
      entry('profiles custom-url-category', name, [
        field('type', 'URL List'),
        field('list', entries),
        field('description', description),
      ]),
    ),
    ...config.rules.map((rule) => entry('rules', rule.name, ruleFields(rule))),
  ];
}

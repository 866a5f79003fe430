import type { Context } from '@azureml-firewall/renderer-kit';
import { inline } from './conditions.js';
import type { Acl, Setting } from './model.js';
import { ownPrefixes } from './own-prefixes.js';
import { dotSegment } from './path-pattern.js';
import { certificateOf, type SquidOptions } from './options.js';

/** How squid is reached, and what else it is told that no rule says. */
export interface Setup {
  readonly ports: readonly Setting[];
  readonly settings: readonly Setting[];
}

function setting(name: string, ...words: readonly string[]): Setting {
  return { name, words };
}

/** Without a certificate, squid would not look at TLS at all, and would not say so. */
function bumpWords(options: SquidOptions): readonly string[] {
  const made = options.bump
    ? ['generate-host-certificates=on', 'dynamic_cert_mem_cache_size=4MB']
    : ['generate-host-certificates=off'];
  return ['ssl-bump', ...made, `tls-cert=${certificateOf(options)}`];
}

function listenText({ listen, port }: SquidOptions): string {
  if (listen === undefined) return String(port);
  return listen.includes(':') ? `[${listen}]:${port}` : `${listen}:${port}`;
}

function portsOf(options: SquidOptions): readonly Setting[] {
  const bump = bumpWords(options);
  if (options.mode === 'explicit') return [setting('http_port', listenText(options), ...bump)];
  return [
    // squid refuses to run with intercepting ports only.
    setting('http_port', `127.0.0.1:${options.port}`, 'name=forward'),
    setting('http_port', String(options.interceptHttpPort), 'intercept', 'name=http_in'),
    setting('https_port', String(options.interceptTlsPort), 'intercept', ...bump, 'name=tls_in'),
  ];
}

function helperOf({ bump, certificateGenerator, certificateDatabase, trustedCertificates }: SquidOptions): Setting[] {
  if (!bump) return [];
  return [
    setting('sslcrtd_program', certificateGenerator, '-s', certificateDatabase, '-M', '4MB'),
    setting('sslcrtd_children', '4', 'startup=1', 'idle=1'),
    setting('tls_outgoing_options', `cafile=${trustedCertificates}`),
  ];
}

/** Ports and settings. The strict check refuses an HTTP request whose Host is not at the address that was dialled. */
export function setupOf(options: SquidOptions): Setup {
  const { dnsServers, logDirectory, pidFile } = options;
  return {
    ports: portsOf(options),
    settings: [
      setting('host_verify_strict', 'on'),
      ...(dnsServers.length > 0 ? [setting('dns_nameservers', ...dnsServers)] : []),
      ...helperOf(options),
      setting('cache', 'deny', 'all'),
      setting('forwarded_for', 'delete'),
      setting('httpd_suppress_version_string', 'on'),
      setting('shutdown_lifetime', '1', 'second'),
      setting('access_log', `stdio:${logDirectory}/access.log`),
      setting('cache_log', `${logDirectory}/cache.log`),
      setting('pid_filename', pidFile),
    ],
  };
}

/** Conditions that do not follow from rules, as far as a line uses them. */
export function fixedConditions(options: SquidOptions): readonly Acl[] {
  const intercepted = [
    inline('forward', 'myportname', [], ['forward']),
    inline('tls_in', 'myportname', [], ['tls_in']),
  ];
  return [
    ...(options.mode === 'intercept' ? intercepted : []),
    inline('connect', 'method', [], ['CONNECT']),
    inline('hello', 'at_step', [], ['SslBump1']),
    inline('opens', 'annotate_client', [], ['opened=yes']),
    inline('opened', 'note', [], ['opened', 'yes']),
    inline('self', options.mode === 'intercept' ? 'localip' : 'dst', [], ownPrefixes),
    inline('self_pre', 'dst', ['-n'], ownPrefixes),
    inline('dot_segment', 'urlpath_regex', ['-i'], [dotSegment]),
  ];
}

/** What the file says of itself. Free text comes last, so that it moves no other line. */
export function titleOf({ cloud, region, edition, options }: Context<SquidOptions>): string {
  const mode = options.mode === 'explicit' ? 'Explicit proxy' : 'Intercepting proxy';
  const place = `${mode} for ${region} (${cloud}), in ${options.directory}.`;
  const text = `${place} What no line lets through is denied. Edition: ${edition}`;
  return text.replaceAll('\\', '/').replace(/\s+/gu, ' ').trim();
}

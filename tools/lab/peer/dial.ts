import { createSocket } from 'node:dgram';
import { Resolver } from 'node:dns/promises';
import { connect, isIPv6, type Socket } from 'node:net';
import { connect as connectTls } from 'node:tls';
import type { Observation, Probe } from '../probe.js';
import type { Proxy } from './call.js';

/** How connections are opened. */
export interface Dialling {
  readonly authority: string;
  readonly resolver?: string;
  readonly proxy?: Proxy;
}

/** Milliseconds after which silence is taken for an answer. What is rejected answers at once. */
const patience = 2000;

const marker = (probe: Probe): string => `lab=${probe.id}`;
const bracketed = (address: string): string => (isIPv6(address) ? `[${address}]` : address);

/** Ends a socket after silence; its errors are looked at where something is awaited. */
function guarded<S extends Socket>(socket: S): S {
  socket.on('error', () => undefined);
  return socket.setTimeout(patience, () => socket.destroy(new Error('no answer')));
}

/** The whole answer of a server, or an error. */
function read(socket: Socket, request: string): Promise<string> {
  return new Promise((resolve, reject) => {
    let text = '';
    let fault: Error | undefined;
    socket.once('error', (error) => (fault = error));
    socket.on('data', (chunk) => (text += chunk.toString('latin1')));
    socket.once('close', () => {
      if (text === '' && fault) reject(fault);
      else resolve(text);
    });
    socket.write(request);
  });
}

function ready(socket: Socket, event: 'connect' | 'secureConnect'): Promise<void> {
  return new Promise((resolve, reject) => {
    socket.once('error', reject);
    socket.once('close', () => {
      reject(new Error('closed'));
    });
    socket.once(event, resolve);
  });
}

async function open(address: string, port: number, source: string): Promise<Socket> {
  const socket = guarded(connect({ host: address, port, localAddress: source }));
  await ready(socket, 'connect');
  return socket;
}

/** The end of an answer's head, or of the answer. */
function head(socket: Socket): Promise<string> {
  return new Promise((resolve, reject) => {
    let text = '';
    const done = (): void => {
      socket.off('data', more);
      resolve(text);
    };
    const more = (chunk: Buffer): void => {
      text += chunk.toString('latin1');
      if (text.includes('\r\n\r\n')) done();
    };
    socket.once('error', reject).once('close', done).on('data', more);
  });
}

async function throughProxy(probe: Probe, proxy: Proxy, target: string): Promise<Socket> {
  const socket = await open(proxy[isIPv6(probe.source) ? 'ipv6' : 'ipv4'], proxy.port, probe.source);
  const to = `${target}:${probe.port}`;
  socket.write(`CONNECT ${to} HTTP/1.1\r\nHost: ${to}\r\n\r\n`);
  const answer = await head(socket);
  const status = /^HTTP\/1\.[01] ([0-9]{3})/.exec(answer)?.[1] ?? 'none';
  if (status === '200') return socket;
  socket.destroy();
  throw new Error(`proxy ${status}`);
}

async function secured(socket: Socket, probe: Probe, authority: string): Promise<Socket> {
  const tls = guarded(
    connectTls({
      socket,
      ca: authority,
      ...(probe.shown !== null && { servername: probe.shown }),
      // Any name will do: what counts is that the certificate is the lab's own, and not a proxy's.
      checkServerIdentity: () => undefined,
    }),
  );
  await ready(tls, 'secureConnect');
  return tls;
}

function request(probe: Probe, origin = ''): string {
  const host = probe.shown ?? bracketed(probe.address);
  const port = (probe.talk === 'tls' ? 443 : 80) === probe.port ? '' : `:${probe.port}`;
  return `GET ${origin}${probe.path}?${marker(probe)} HTTP/1.1\r\nHost: ${host}${port}\r\nConnection: close\r\n\r\n`;
}

/** The name that a client asks a proxy for: a foreign address can only be asked for as itself. */
const targetOf = ({ asked, genuine, address }: Probe): string =>
  asked !== null && genuine ? asked : bracketed(address);

async function overTcp(probe: Probe, { authority, proxy }: Dialling): Promise<string> {
  if (proxy === undefined || probe.direction === 'inbound') {
    const socket = await open(probe.address, probe.port, probe.source);
    if (probe.talk === 'tls') return read(await secured(socket, probe, authority), request(probe));
    return read(socket, probe.talk === 'http' ? request(probe) : `${marker(probe)}\n`);
  }
  const target = targetOf(probe);
  if (probe.talk === 'http') {
    const socket = await open(proxy[isIPv6(probe.source) ? 'ipv6' : 'ipv4'], proxy.port, probe.source);
    return read(socket, request(probe, `http://${target}:${probe.port}`));
  }
  const socket = await throughProxy(probe, proxy, target);
  if (probe.talk === 'raw') return read(socket, `${marker(probe)}\n`);
  return read(await secured(socket, probe, authority), request(probe));
}

function overUdp(probe: Probe): Promise<string> {
  const socket = createSocket(isIPv6(probe.address) ? 'udp6' : 'udp4');
  const answer = new Promise<string>((resolve, reject) => {
    const timer = setTimeout(() => {
      reject(new Error('no answer'));
    }, patience);
    socket.once('error', reject).once('message', (text) => {
      clearTimeout(timer);
      resolve(text.toString());
    });
    socket.bind(0, probe.source, () => {
      // A connected socket hears of a rejection.
      socket.connect(probe.port, probe.address, () => {
        socket.send(`${marker(probe)}\n`);
      });
    });
  });
  return answer.finally(() => socket.close());
}

async function lookUp(probe: Probe, server: string): Promise<readonly string[]> {
  const resolver = new Resolver({ timeout: patience, tries: 2 });
  resolver.setServers([server]);
  const name = probe.asked ?? '';
  return isIPv6(probe.address) ? resolver.resolve6(name) : resolver.resolve4(name);
}

function reason(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  return 'code' in error && typeof error.code === 'string' ? error.code : error.message;
}

/**
 * Opens one connection as a client would: looks the name up first, then goes to the probe's address, also when the
 * resolver refuses, as a client does that knows the address from elsewhere.
 */
export async function dial(probe: Probe, dialling: Dialling): Promise<Observation> {
  let resolved: readonly string[] = [];
  let how = '';
  if (probe.asked !== null && dialling.resolver !== undefined)
    resolved = await lookUp(probe, dialling.resolver).catch((error: unknown) => {
      how = `resolver: ${reason(error)}; `;
      return [];
    });
  const answer = probe.talk === 'udp' ? overUdp(probe) : overTcp(probe, dialling);
  const text = await answer.catch((error: unknown) => {
    how += reason(error);
    return '';
  });
  const seen = new RegExp(`ok ${marker(probe)} name=(.*)\n`).exec(text)?.[1];
  const isRequest = probe.talk === 'tls' || probe.talk === 'http';
  const answered = seen !== undefined && (!isRequest || probe.shown === null || seen === probe.shown);
  if (!answered && how === '')
    how = seen === undefined ? (/^HTTP\/1\.[01] [0-9]{3}/.exec(text)?.[0] ?? 'closed') : `answered as ${seen}`;
  return {
    id: probe.id,
    resolved: probe.asked === null || dialling.resolver === undefined ? null : resolved.length > 0,
    answered,
    how: answered ? 'answered' : how,
  };
}

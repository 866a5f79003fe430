import { createSocket } from 'node:dgram';
import { createServer as createHttpServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { createServer, type Server, type Socket } from 'node:net';
import { createServer as createTlsServer, TLSSocket } from 'node:tls';
import type { Credentials, Endpoint } from './call.js';

const clientHello = 0x16;
const idOfText = (text: string): string => /lab=([0-9]+)/.exec(text)?.[1] ?? '';

/**
 * The one answer that counts: with the number of the probe, so that no other page can be taken for it, and the name that
 * was shown, so that a proxy which puts a forged one right is not taken for one that lets it pass.
 */
const answerTo = (text: string, name = ''): string => `ok lab=${idOfText(text)} name=${name}\n`;

function nameIn({ socket, headers }: IncomingMessage): string {
  const sni = socket instanceof TLSSocket ? (socket as TLSSocket & { servername?: string | false }).servername : '';
  return sni || (headers.host ?? '').replace(/:[0-9]+$/, '');
}

function handle(request: IncomingMessage, response: ServerResponse): void {
  response.setHeader('connection', 'close');
  response.end(answerTo(request.url ?? '', nameIn(request)));
}

/**
 * Answers whatever is said on a port: TLS, HTTP in the clear or plain bytes. So a control run without rules can demand
 * that every probe passes.
 */
function listener(credentials: Credentials): Server {
  const http = createHttpServer(handle);
  const tls = createTlsServer({ cert: credentials.certificate, key: credentials.key }, (socket) => {
    http.emit('connection', socket);
  });
  tls.on('tlsClientError', (_, socket) => socket.destroy());
  return createServer((socket: Socket) => {
    socket.on('error', () => socket.destroy());
    // Read, looked at and put back: flowing data would be lost to the server that takes over.
    socket.once('readable', () => {
      const chunk = socket.read() as Buffer | null;
      if (chunk === null) return void socket.destroy();
      const text = chunk.toString('latin1');
      if (text.startsWith('lab=')) return void socket.end(answerTo(text));
      socket.unshift(chunk);
      (chunk[0] === clientHello ? tls : http).emit('connection', socket);
    });
  });
}

/** Listens on ports of all addresses, and on single endpoints for datagrams. Resolves when all do. */
export function server(credentials: Credentials): (tcp: readonly number[], udp: readonly Endpoint[]) => Promise<null> {
  const open = new Set<string>();
  const fresh = (key: string): boolean => !open.has(key) && open.size < open.add(key).size;
  return async (tcp, udp) => {
    const ports = tcp.filter((port) => fresh(`tcp/${port}`));
    const endpoints = udp.filter(({ address, port }) => fresh(`udp/${address}/${port}`));
    await Promise.all([
      ...ports.map(
        (port) =>
          new Promise<void>((resolve, reject) => {
            listener(credentials).once('error', reject).listen({ port, host: '::', backlog: 512 }, resolve);
          }),
      ),
      ...endpoints.map(({ address, port }) => {
        const socket = createSocket(address.includes(':') ? 'udp6' : 'udp4');
        socket.on('message', (text, { address: peer, port: from }) => {
          socket.send(answerTo(text.toString()), from, peer);
        });
        return new Promise<void>((resolve, reject) => {
          socket.once('error', reject).bind(port, address, resolve);
        });
      }),
    ]);
    return null;
  };
}

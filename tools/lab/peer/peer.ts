// Runs inside a namespace: serves and dials what it is told to on standard input, one JSON call a line.
import { readFileSync } from 'node:fs';
import { createInterface } from 'node:readline';
import type { Answers, Call, Credentials } from './call.js';
import { dial } from './dial.js';
import { Loop } from './loop.js';
import { pooled } from './pool.js';
import { server } from './serve.js';

/** Connections at a time: enough to hide what is dropped without an answer. */
const together = 24;

const credentials = JSON.parse(readFileSync(process.argv[2] ?? '', 'utf8')) as Credentials;
const { authority } = credentials;
const serve = server(credentials);
let loop: Loop | undefined;

async function answer(call: Call): Promise<Answers[Call['do']]> {
  switch (call.do) {
    case 'listen':
      return serve(call.tcp, call.udp);
    case 'probe': {
      const { probes, resolver, proxy } = call;
      const dialling = { authority, ...(resolver !== undefined && { resolver }), ...(proxy && { proxy }) };
      return pooled(probes, together, (probe) => dial(probe, dialling));
    }
    case 'loop':
      loop = new Loop(call.probes, { authority });
      return null;
    case 'stop':
      return (await loop?.stop()) ?? [];
  }
}

for await (const line of createInterface({ input: process.stdin }))
  process.stdout.write(`${JSON.stringify(await answer(JSON.parse(line) as Call))}\n`);

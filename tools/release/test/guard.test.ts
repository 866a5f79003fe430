import { execFileSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';

const guard = new URL('../rehearsal/guard.js', import.meta.url).href;

/** What comes of a connection of a guarded process to an address that answers nobody. */
function connecting(call: string, hosts = ''): string {
  const code = `
    import { connect } from 'node:net';
    import { request } from 'node:https';
    const say = ({ message, code }) => console.log(code ?? message);
    try { ${call}.on('error', say); } catch (error) { say(error); }`;
  return execFileSync(process.execPath, [`--import=${guard}`, '--input-type=module', '--eval', code], {
    encoding: 'utf8',
    env: { ...process.env, NODE_OPTIONS: '', REHEARSAL_HOSTS: hosts, REHEARSAL_REACHED: '' },
  }).trim();
}

describe('a process of the rehearsal', () => {
  it.each([
    "connect(443, 'registry.invalid')",
    "connect({ port: 443, host: 'registry.invalid' })",
    "request('https://registry.invalid/').end()",
  ])('does not reach a host that nobody named: %s', (call) => {
    expect(connecting(call)).toContain('this machine and the npm registry only, not registry.invalid');
  });

  it('asks for a host that is named', () => {
    expect(connecting("connect(443, 'registry.invalid')", 'registry.invalid')).toMatch(/^(ENOTFOUND|EAI_AGAIN)$/);
  });

  it.each(["connect(1, '127.0.0.1')", 'connect(1)'])('reaches this machine: %s', (call) => {
    expect(connecting(call)).toBe('ECONNREFUSED');
  });
});

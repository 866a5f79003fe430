// Loaded into every Node.js process of a rehearsal: connects to this machine and to the hosts that are named, and
// notes every host that is asked for.
import { appendFileSync } from 'node:fs';
import { Socket } from 'node:net';

const { REHEARSAL_HOSTS = '', REHEARSAL_REACHED = '' } = process.env;
const loopback = /^(localhost|127(\.\d+){3}|::1|\[::1\])$/;
const allowed = new Set(REHEARSAL_HOSTS.split(',').filter((host) => host !== ''));
const connect = Socket.prototype.connect;

/** Of `connect(options)`, `connect(port, host)` and the normalized arguments that Node.js passes to itself. */
function hostOf([first, second]) {
  const options = Array.isArray(first) ? first[0] : first;
  if (typeof options === 'object' && options !== null) return options.path ? undefined : (options.host ?? 'localhost');
  return typeof second === 'string' ? second : 'localhost';
}

Socket.prototype.connect = function (...given) {
  const host = hostOf(given);
  if (host !== undefined) {
    const known = loopback.test(host) || allowed.has(host);
    if (REHEARSAL_REACHED !== '') appendFileSync(REHEARSAL_REACHED, `${known ? '' : 'refused '}${host}\n`);
    if (!known) throw new Error(`the rehearsal reaches this machine and the npm registry only, not ${host}`);
  }
  return connect.apply(this, given);
};

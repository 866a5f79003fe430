import type { Artifact } from '@azureml-firewall/renderer-kit';
import type { SquidModel } from '../model.js';

/** The exit status says nothing of most mistakes, and a running squid that is told to read a broken file ends. */
const check = `#!/bin/sh
# Has squid read these files, if it understands every line. Run it as root, as often as you like.
set -eu
cd "$(dirname "$0")"
conf=$PWD/squid.conf
if ! said=$(squid -k parse -f "$conf" 2>&1); then
	printf '%s\\n' "$said" >&2
	exit 1
fi
if printf '%s\\n' "$said" | grep -v '| Processing: ' |
	grep -E 'FATAL|ERROR|WARNING|Warning|unrecognized|aclParse|SECURITY' >&2; then
	echo 'squid was left as it is' >&2
	exit 1
fi
`;

const start = `if squid -k check -f "$conf" 2>/dev/null; then
	squid -k reconfigure -f "$conf"
else
	squid -f "$conf"
fi
`;

/** Checks the files and has squid read them. */
export function applyFile({ redirect, certificates }: SquidModel): Artifact {
  const made = certificates
    ? `if ! [ -d ${certificates.database} ]; then
	mkdir -p "$(dirname ${certificates.database})"
	${certificates.generator} -c -s ${certificates.database} -M 4MB
	chown -R proxy ${certificates.database}
fi
`
    : '';
  const redirected = redirect ? 'nft -f redirect.nft\n' : '';
  return { path: 'apply.sh', text: `${check}${made}${start}${redirected}`, spans: [] };
}

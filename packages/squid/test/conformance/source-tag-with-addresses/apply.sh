#!/bin/sh
# Has squid read these files, if it understands every line. Run it as root, as often as you like.
set -eu
cd "$(dirname "$0")"
conf=$PWD/squid.conf
if ! said=$(squid -k parse -f "$conf" 2>&1); then
	printf '%s\n' "$said" >&2
	exit 1
fi
if printf '%s\n' "$said" | grep -v '| Processing: ' |
	grep -E 'FATAL|ERROR|WARNING|Warning|unrecognized|aclParse|SECURITY' >&2; then
	echo 'squid was left as it is' >&2
	exit 1
fi
if squid -k check -f "$conf" 2>/dev/null; then
	squid -k reconfigure -f "$conf"
else
	squid -f "$conf"
fi

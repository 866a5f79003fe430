#!/bin/sh
# Run it as often as you like. It changes the chains AML-*, the sets aml-* and one jump; nothing
# else.
set -eu
cd "$(dirname "$0")"
# Sets first: rules that name a missing one do not load.
ipset restore -exist <aml.ipset || {
  echo 'If a set has another size or timeout by now, run undo.sh first.' >&2
  exit 1
}
# Each family in one step.
iptables-restore -w --noflush <aml.rules.v4
ip6tables-restore -w --noflush <aml.rules.v6
first() { "$1" -w -C "$2" -j "$3" 2>/dev/null || "$1" -w -I "$2" 1 -j "$3"; }
unhook() { while "$1" -w -D "$2" -j "$3" 2>/dev/null; do :; done; }
remove() { if "$1" -w -F "$2" 2>/dev/null; then "$1" -w -X "$2"; fi; }
for tool in iptables ip6tables; do
  first "$tool" FORWARD AML-FORWARD
  unhook "$tool" OUTPUT AML-OUTPUT
  remove "$tool" AML-OUTPUT
  unhook "$tool" INPUT AML-INPUT
  remove "$tool" AML-INPUT
done
# Sets of an earlier version that no rule uses any more.
ipset list -n | grep '^aml-' | while read -r set; do
  grep -qF "create $set " aml.ipset || ipset destroy "$set"
done

#!/bin/sh
# Removes the chains WS1-*, the sets ws1-* and the jumps; nothing else.
set -eu
away() {
  while "$1" -w -D "$2" -j "$3" 2>/dev/null; do :; done
  "$1" -w -F "$3" 2>/dev/null || return 0
  "$1" -w -X "$3"
}
for tool in iptables ip6tables; do
  away "$tool" FORWARD WS1-FORWARD
  away "$tool" OUTPUT WS1-OUTPUT
  away "$tool" INPUT WS1-INPUT
  for chain in WS1-OUT WS1-IN WS1-REJECT WS1-DROP; do
    "$tool" -w -F "$chain" 2>/dev/null || continue
    "$tool" -w -X "$chain"
  done
done
ipset list -n | grep '^ws1-' | while read -r set; do ipset destroy "$set"; done

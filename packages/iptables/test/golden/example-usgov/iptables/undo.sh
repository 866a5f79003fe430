#!/bin/sh
# Removes the chains AML-*, the sets aml-* and the jumps; nothing else.
set -eu
away() {
  while "$1" -w -D "$2" -j "$3" 2>/dev/null; do :; done
  "$1" -w -F "$3" 2>/dev/null || return 0
  "$1" -w -X "$3"
}
for tool in iptables ip6tables; do
  away "$tool" FORWARD AML-FORWARD
  away "$tool" OUTPUT AML-OUTPUT
  away "$tool" INPUT AML-INPUT
  for chain in AML-OUT AML-IN AML-REJECT AML-DROP; do
    "$tool" -w -F "$chain" 2>/dev/null || continue
    "$tool" -w -X "$chain"
  done
done
ipset list -n | grep '^aml-' | while read -r set; do ipset destroy "$set"; done

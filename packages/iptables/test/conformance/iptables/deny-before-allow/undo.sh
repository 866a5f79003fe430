#!/bin/sh
# Removes the chains AML-*, the sets aml-* and the jumps; nothing else.
set -eu
unhook() { while "$1" -w -D "$2" -j "$3" 2>/dev/null; do :; done; }
remove() { if "$1" -w -F "$2" 2>/dev/null; then "$1" -w -X "$2"; fi; }
for tool in iptables ip6tables; do
  unhook "$tool" FORWARD AML-FORWARD
  remove "$tool" AML-FORWARD
  unhook "$tool" OUTPUT AML-OUTPUT
  remove "$tool" AML-OUTPUT
  unhook "$tool" INPUT AML-INPUT
  remove "$tool" AML-INPUT
  remove "$tool" AML-OUT
  remove "$tool" AML-IN
  remove "$tool" AML-REJECT
  remove "$tool" AML-DROP
done
ipset list -n | grep '^aml-' | while read -r set; do ipset destroy "$set"; done

#!/bin/sh
# Removes the chains WS1-*, the sets ws1-* and the jumps; nothing else.
set -eu
unhook() { while "$1" -w -D "$2" -j "$3" 2>/dev/null; do :; done; }
remove() { if "$1" -w -F "$2" 2>/dev/null; then "$1" -w -X "$2"; fi; }
for tool in iptables ip6tables; do
  unhook "$tool" FORWARD WS1-FORWARD
  remove "$tool" WS1-FORWARD
  unhook "$tool" OUTPUT WS1-OUTPUT
  remove "$tool" WS1-OUTPUT
  unhook "$tool" INPUT WS1-INPUT
  remove "$tool" WS1-INPUT
  remove "$tool" WS1-OUT
  remove "$tool" WS1-IN
  remove "$tool" WS1-REJECT
  remove "$tool" WS1-DROP
done
ipset list -n | grep '^ws1-' | while read -r set; do ipset destroy "$set"; done

#!/bin/sh
# Run it as often as you like. It changes the table inet ws1; nothing else.
set -eu
cd "$(dirname "$0")"
nft -f ws1.nft
# Sets of an earlier version that no rule uses any more.
nft -t list table inet ws1 | sed -n 's/^[[:space:]]*set \([^ ]*\) {$/\1/p' | while read -r set; do
  grep -qF "set $set {" ws1.nft || nft delete set inet ws1 "$set"
done

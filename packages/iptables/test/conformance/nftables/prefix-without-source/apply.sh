#!/bin/sh
# Run it as often as you like. It changes the table inet aml; nothing else.
set -eu
cd "$(dirname "$0")"
nft -f aml.nft
# Sets of an earlier version that no rule uses any more.
nft -t list table inet aml | sed -n 's/^[[:space:]]*set \([^ ]*\) {$/\1/p' | while read -r set; do
  grep -qF "set $set {" aml.nft || nft delete set inet aml "$set"
done

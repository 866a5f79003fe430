#!/bin/sh
# Removes the table inet ws1; nothing else.
set -eu
nft "add table inet ws1; delete table inet ws1"

#!/bin/sh
# Removes the table inet aml; nothing else.
set -eu
nft "add table inet aml; delete table inet aml"

#!/usr/bin/env bash
# Every XML document of a release is well-formed to libxml2.
#
#   xml.sh RELEASE
set -euo pipefail
list=$(mktemp)
trap 'rm "$list"' EXIT
find "$1/current/" \( -name '*.xml' -o -name '*.opml' -o -name '*.svg' \) -type f -print0 >"$list"
count=$(tr -dc '\0' <"$list" | wc -c)
((count > 0))
xargs -0 xmllint --nonet --noout <"$list"
echo "$count documents"

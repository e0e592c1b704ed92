#!/bin/sh
# Makes src/onrecord/web/static/vendor anew. Needs npm; users of OnRecord do not.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
out="$here/../../src/onrecord/web/static/vendor"
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cp "$here/package.json" "$here/charts.js" "$work"
cd "$work"
npm install --no-audit --no-fund --silent
npx esbuild charts.js --bundle --minify --format=iife --global-name=vegaBundle --legal-comments=none --outfile="$out/charts.js"
cp node_modules/htmx.org/dist/htmx.min.js node_modules/world-atlas/countries-110m.json "$out"
for licence in node_modules/htmx.org/LICENSE node_modules/world-atlas/LICENSE node_modules/vega*/LICENSE node_modules/d3-*/LICENSE \
    node_modules/topojson-client/LICENSE* node_modules/internmap/LICENSE node_modules/delaunator/LICENSE node_modules/robust-predicates/LICENSE; do
    [ -f "$licence" ] && printf '\n==== %s\n\n' "${licence#node_modules/}" && cat "$licence"
done >"$out/LICENCES.txt"

#!/bin/sh
# Makes src/onrecord/web/static/vendor and src/onrecord/views/fonts anew. Needs npm; users of OnRecord do not.
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
fonts="$here/../../src/onrecord/views/fonts"
for part in sans-3:sans:latin sans-3:sans:latin-ext sans-3:sans:cyrillic sans-3:sans:greek serif-4:serif:latin serif-4:serif:latin-ext; do
    face=${part%%:*} letters=${part##*:}
    cp "node_modules/@fontsource-variable/source-$face/files/source-$face-$letters-wght-normal.woff2" "$fonts/${face%-*}-$letters.woff2"
done
for face in sans-3 serif-4; do
    printf '==== @fontsource-variable/source-%s\n\n' "$face" && cat "node_modules/@fontsource-variable/source-$face/LICENSE"
done >"$fonts/LICENCES.txt"
for licence in node_modules/htmx.org/LICENSE node_modules/world-atlas/LICENSE node_modules/vega*/LICENSE node_modules/d3-*/LICENSE \
    node_modules/topojson-client/LICENSE* node_modules/internmap/LICENSE node_modules/delaunator/LICENSE node_modules/robust-predicates/LICENSE; do
    [ -f "$licence" ] && printf '\n==== %s\n\n' "${licence#node_modules/}" && cat "$licence"
done >"$out/LICENCES.txt"

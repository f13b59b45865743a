#!/usr/bin/env bash
# Takes the pictures of the README from a running system: docs/images/take.sh NUMBER DEMO_OUTPUT
# NUMBER is a parcel of the demo, DEMO_OUTPUT a file with what ./phoenix demo printed.
set -euo pipefail
number=$1 demo=$2
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
root=$(dirname "$(dirname "$here")")
chromium="$root/.phoenix/software/chromium-headless-shell/chromium"
[ -x "$chromium" ] || { echo "$chromium is missing: any test in a browser fetches it (./mvnw verify -pl query-api -am)." >&2; exit 1; }

shot() { # FILE WIDTH HEIGHT ADDRESS
  timeout 60 "$chromium" --headless --hide-scrollbars --force-device-scale-factor=1 --lang=en --timeout=5000 \
    --window-size="$2,$3" --screenshot="$here/$1" "$4" 2>/dev/null
}

page=$(mktemp --suffix=.html)
trap 'rm -f "$page"' EXIT
{
  echo '<meta charset="utf-8"><style>body{margin:0;background:#111827;color:#e5e7eb}pre{margin:16px;font:12px/1.35 monospace}</style><pre>'
  sed -n '/scans sent/,/self-check/p' "$demo" | sed 's/&/\&amp;/g; s/</\&lt;/g'
  echo '</pre>'
} > "$page"

shot demo.png 700 445 "file://$page"
shot tracking-page.png 760 900 "http://127.0.0.1:8080/t/$number?lang=en"

#!/usr/bin/env bash
# A program in a terminal signs its person in: it shows a code, the person types that in a browser, the program asks
# until it gets tokens. The browser is curl with a cookie jar.
# Needs: curl. Reads: SERDAB (default http://localhost:9000).
set -euo pipefail

server=${SERDAB:-http://localhost:9000}
client=demo-device
person=demo@example.com password=serdab-demo-person

browser=$(mktemp -d)
trap 'rm -rf "$browser"' EXIT
say() { printf '\n== %s\n' "$*"; }
fail() { echo "device-login.sh: $*" >&2; exit 1; }
get() { curl -sS --fail-with-body -L -o "$browser/page" -c "$browser/cookies" -b "$browser/cookies" "$@"; }
# The value of a field of the page that was fetched last.
field() { tr '\n' ' ' <"$browser/page" | grep -o "<input[^>]* name=\"$1\"[^>]*>" | grep -o 'value="[^"]*"' | head -n 1 | cut -d'"' -f2; }
json() { sed -n "s/.*\"$1\":\"\([^\"]*\)\".*/\1/p"; }
ask() { curl -sS "$server/oauth2/token" -d "client_id=$client" -d "device_code=$device_code" \
  -d grant_type=urn:ietf:params:oauth:grant-type:device_code; }

say 'The program asks for codes, and shows one'
started=$(curl -sS --fail-with-body "$server/oauth2/device_authorization" -d "client_id=$client" \
  --data-urlencode 'scope=openid profile email offline_access' --data-urlencode "device_name=$(uname -n)")
device_code=$(echo "$started" | json device_code)
user_code=$(echo "$started" | json user_code)
echo "open $(echo "$started" | json verification_uri) and type $user_code"

say 'While nobody has decided, it hears'
ask
echo

say "$person opens the page with the code, signs in, looks and allows"
get "$(echo "$started" | json verification_uri_complete)"
get "$server/sign-in" -d "_csrf=$(field _csrf)" -d "device=$(field device)" \
  --data-urlencode "email=$person" --data-urlencode "password=$password"
get "$server/device" -d "_csrf=$(field _csrf)" -d "user_code=$(field user_code)"
grep -q "$user_code" "$browser/page" || fail 'the page does not show the code'
get "$server/device/decision" -d "_csrf=$(field _csrf)" -d "user_code=$(field user_code)" \
  -d "shown-to=$(field shown-to)" -d decision=allow -d scope=profile -d scope=email -d scope=offline_access
grep -o '<h1>[^<]*' "$browser/page" | cut -d'>' -f2

say 'The program asks again, and knows who this is'
sleep 5
tokens=$(ask)
echo "$tokens" | sed 's/\("[a-z_]*token":"[^"]\{12\}\)[^"]*/\1…/g'
curl -sS --fail-with-body -H "Authorization: Bearer $(echo "$tokens" | json access_token)" "$server/userinfo"
echo

#!/usr/bin/env bash
# A whole log-in, as an app and a browser do it: authorization request with PKCE, sign-in page,
# consent page, code, tokens, userinfo, refresh, a service that acts for the person, sign-out.
# The browser is curl with a cookie jar.
# Needs: curl, openssl. Reads: SERDAB (default http://localhost:9000).
set -euo pipefail

server=${SERDAB:-http://localhost:9000}
client=demo-web secret=demo-web-secret-for-development-only
redirect=http://localhost:8080/login/oauth2/code/demo
person=demo@example.com password=serdab-demo-person

browser=$(mktemp -d)
trap 'rm -rf "$browser"' EXIT
say() { printf '\n== %s\n' "$*"; }
fail() { echo "code-flow.sh: $*" >&2; exit 1; }
get() { curl -sS --fail-with-body -c "$browser/cookies" -b "$browser/cookies" "$@"; }
# The value of a hidden field of the page that was fetched last.
hidden() { grep -o "<input[^>]*name=\"$1\"[^>]*>" "$browser/page" | grep -o 'value="[^"]*"' | head -n 1 | cut -d'"' -f2; }
json() { sed -n "s/.*\"$1\":\"\([^\"]*\)\".*/\1/p"; }
base64url() { base64 | tr -d '\n=' | tr '+/' '-_'; }

say 'The app makes a secret for this one log-in (PKCE)'
verifier=$(openssl rand 32 | base64url)
challenge=$(printf %s "$verifier" | openssl dgst -sha256 -binary | base64url)
state=$(openssl rand -hex 8)
echo "code_verifier $verifier"

say 'It sends the browser to the server, which shows the sign-in page'
get -L -o "$browser/page" -G "$server/oauth2/authorize" \
  -d response_type=code -d "client_id=$client" --data-urlencode "redirect_uri=$redirect" \
  --data-urlencode 'scope=openid profile email notes.read offline_access' -d "state=$state" -d nonce=n-1 \
  -d "code_challenge=$challenge" -d code_challenge_method=S256 -d prompt=consent
grep -q 'name="password"' "$browser/page" || fail 'no sign-in page'
handle=$(hidden continue)

say "$person signs in and is asked for consent"
get -L -o "$browser/page" "$server/sign-in" -d "_csrf=$(hidden _csrf)" -d "continue=$handle" \
  --data-urlencode "email=$person" --data-urlencode "password=$password" -w '%{url_effective}\n' |
  tee "$browser/url" | sed 's/continue=.*/continue=…/'

if grep -q '/consent' "$browser/url"; then
  callback=$(get -o /dev/null -w '%{redirect_url}' "$server/consent" -d "_csrf=$(hidden _csrf)" \
    -d "continue=$handle" -d decision=allow -d scope=profile -d scope=email -d scope=notes.read -d scope=offline_access)
else
  fail 'no consent page'
fi
case $callback in "$redirect"?*) ;; *) fail "not sent back to the app: $callback" ;; esac
case $callback in *"state=$state"*) ;; *) fail 'the state is not the one that was sent' ;; esac
echo "the browser is sent to ${callback%%code=*}code=…"

say 'The app exchanges the code for tokens'
code=$(printf %s "$callback" | sed 's/.*[?&]code=\([^&]*\).*/\1/')
tokens=$(curl -sS --fail-with-body -u "$client:$secret" "$server/oauth2/token" -d grant_type=authorization_code \
  -d "code=$code" --data-urlencode "redirect_uri=$redirect" -d "code_verifier=$verifier")
echo "$tokens" | sed 's/\("[a-z_]*token":"[^"]\{12\}\)[^"]*/\1…/g'

say 'It asks who this is'
curl -sS --fail-with-body -H "Authorization: Bearer $(echo "$tokens" | json access_token)" "$server/userinfo"
echo

say 'Later, it gets new tokens without the person'
new=$(curl -sS --fail-with-body -u "$client:$secret" "$server/oauth2/token" -d grant_type=refresh_token \
  -d "refresh_token=$(echo "$tokens" | json refresh_token)")
echo "$new" | sed 's/\("[a-z_]*token":"[^"]\{12\}\)[^"]*/\1…/g'

say 'A service that was shown the access token gets one of its own for it, which allows less'
exchanged=$(curl -sS --fail-with-body -u demo-machine:demo-machine-secret-for-development-only "$server/oauth2/token" \
  -d grant_type=urn:ietf:params:oauth:grant-type:token-exchange -d "subject_token=$(echo "$new" | json access_token)" \
  -d subject_token_type=urn:ietf:params:oauth:token-type:access_token -d audience=http://localhost:8090)
about=$(curl -sS --fail-with-body -u "$client:$secret" "$server/oauth2/introspect" \
  -d "token=$(echo "$exchanged" | json access_token)")
echo "$about"
case $about in *'"act":{"sub":"demo-machine"}'*'"scope":"notes.read"'*) ;; *) fail 'nobody is seen to act' ;; esac

say 'The person signs out through the app'
get -o "$browser/page" -w 'sent to %{redirect_url}\n' -G "$server/connect/logout" \
  -d "id_token_hint=$(echo "$new" | json id_token)" --data-urlencode post_logout_redirect_uri=http://localhost:8080/

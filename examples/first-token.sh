#!/usr/bin/env bash
# A token for a service, and whom it speaks for: the shortest way from a started server to an API that trusts it.
# Needs: curl. Reads: SERDAB (default http://localhost:9000), DEMO_API (default http://localhost:8090).
# Start the demo API first: ./mvnw -pl resource-server-demo spring-boot:run
set -euo pipefail

server=${SERDAB:-http://localhost:9000}
api=${DEMO_API:-http://localhost:8090}

echo '== The service asks for a token with its own secret'
answer=$(curl -sS --fail-with-body -u demo-machine:demo-machine-secret-for-development-only \
  "$server/oauth2/token" -d grant_type=client_credentials -d scope=notes.read)
token=$(printf %s "$answer" | sed -n 's/.*"access_token":"\([^"]*\)".*/\1/p')
echo "${token:0:24}…"

echo '== The API looks at the signature through the JWK Set, and says who is calling'
curl -sS --fail-with-body -H "Authorization: Bearer $token" "$api/whoami"
echo

echo '== The token lets the service read notes'
curl -sS --fail-with-body -H "Authorization: Bearer $token" "$api/notes"
echo

echo '== but not write any'
status=$(curl -sS -o /dev/null -w '%{http_code}' -H "Authorization: Bearer $token" \
  -H 'Content-Type: application/json' -d '{"text":"hello"}' "$api/notes")
echo "HTTP $status"
[ "$status" = 403 ]

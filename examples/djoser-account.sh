#!/usr/bin/env bash
# The life of an account, as a front end written for Djoser leads it: sign up, log in both ways, read and change
# oneself, log out, delete oneself.
# Needs: curl. Reads: SERDAB (default http://localhost:9000).
set -euo pipefail

api=${SERDAB:-http://localhost:9000}
email="grace-$RANDOM$RANDOM@example.com"
password='plum tree 42 lantern'

call() { # METHOD PATH [JSON [HEADER]]
  printf '\n%s %s\n' "$1" "$2" >&2
  curl -sS --fail-with-body -X "$1" "$api$2" -H 'Content-Type: application/json' ${4:+-H "$4"} ${3:+-d "$3"} |
    tee >(cat >&2)
  printf '\n' >&2
}
json() { sed -n "s/.*\"$1\":\"\([^\"]*\)\".*/\1/p"; }

call POST /users/ "{\"name\":\"Grace\",\"email\":\"$email\",\"password\":\"$password\"}" >/dev/null
key=$(call POST /token/login/ "{\"email\":\"$email\",\"password\":\"$password\"}" | json auth_token)
call GET /users/me/ '' "Authorization: Token $key" >/dev/null
call PATCH /users/me/ '{"name":"Grace H."}' "Authorization: Token $key" >/dev/null
call POST /token/logout/ '' "Authorization: Token $key" >/dev/null

pair=$(call POST /jwt/create/ "{\"email\":\"$email\",\"password\":\"$password\"}")
call POST /jwt/verify/ "{\"token\":\"$(echo "$pair" | json access)\"}" >/dev/null
access=$(call POST /jwt/refresh/ "{\"refresh\":\"$(echo "$pair" | json refresh)\"}" | json access)
call GET /users/me/ '' "Authorization: JWT $access" >/dev/null
call DELETE /users/me/ "{\"current_password\":\"$password\"}" "Authorization: JWT $access" >/dev/null

printf '\nand the key that was logged out is refused: '
status=$(curl -sS -o /dev/null -w '%{http_code}' -H "Authorization: Token $key" "$api/users/me/")
echo "HTTP $status"
[ "$status" = 401 ]

# For clients that are packages of Debian; to be sourced.

# needs FILE PACKAGE…: installs the packages unless the file is there, as root on Debian; elsewhere says what to install.
# A service that comes with them is not started: clients run programs with a configuration of their own.
needs() {
  local file=$1 policy=/usr/sbin/policy-rc.d
  shift
  [ -e "$file" ] && return
  if [ "$(id -u)" != 0 ] || ! command -v apt-get > /dev/null; then
    echo "There is no $file. Install it: on Debian, apt-get install $*" >&2
    exit 1
  fi
  if [ ! -e "$policy" ]; then
    printf '#!/bin/sh\nexit 101\n' > "$policy"
    chmod +x "$policy"
    trap 'rm -f /usr/sbin/policy-rc.d' RETURN
  fi
  apt-get -qq update
  DEBIAN_FRONTEND=noninteractive apt-get -qq install --no-install-recommends "$@" > /dev/null
}

# A redis-server on the path, which tests start by themselves. Sourced.

redis_install() {
  if ! command -v redis-server >/dev/null; then
    if [ "$(id -u)" != 0 ]; then
      echo "there is no redis-server, and only root could install one" >&2
      return 1
    fi
    # The package would start a service of its own; tests want none but theirs.
    local policy=/usr/sbin/policy-rc.d made=""
    [ -e "$policy" ] || { printf '#!/bin/sh\nexit 101\n' >"$policy" && chmod +x "$policy" && made=yes; }
    apt-get update -q
    DEBIAN_FRONTEND=noninteractive apt-get install -y -q --no-install-recommends redis-server
    [ -z "$made" ] || rm -f "$policy"
  fi
  redis-server --version
}

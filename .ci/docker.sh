# A Docker engine of our own, where none runs. Sourced. What one step starts another stops, so its pid is kept in a file.

docker_start() { # folder for its files
  if docker info >/dev/null 2>&1; then
    echo "using the engine that runs already"
    return
  fi
  if [ "$(id -u)" != 0 ]; then
    echo "no Docker engine answers, and only root could start one" >&2
    return 1
  fi
  if ! command -v dockerd >/dev/null || ! command -v iptables >/dev/null; then
    apt-get update -q
    DEBIAN_FRONTEND=noninteractive apt-get install -y -q --no-install-recommends docker.io iptables
  fi
  mkdir -p "$1"
  dockerd --host "unix://$1/socket" --data-root "$1/data" --exec-root "$1/run" --pidfile "$1/dockerd.pid" >"$1/log" 2>&1 &
  local engine=$! deadline=$((SECONDS + 60))
  printf '%s\n' "$engine" >"$1/pid"
  until DOCKER_HOST="unix://$1/socket" docker info >/dev/null 2>&1; do
    if ! kill -0 "$engine" 2>/dev/null || [ "$SECONDS" -ge "$deadline" ]; then
      tail -30 "$1/log" >&2
      echo "dockerd did not start" >&2
      return 1
    fi
    sleep 0.2
  done
  echo "dockerd $engine answers"
}

docker_use() { # the same folder: later commands talk to the engine that was started there, if one was
  if [ -f "$1/pid" ]; then
    export DOCKER_HOST="unix://$1/socket"
  fi
}

docker_stop() { # the same folder
  [ -f "$1/pid" ] || return 0
  local engine deadline=$((SECONDS + 30))
  engine="$(cat "$1/pid")"
  kill "$engine" 2>/dev/null || return 0
  # Where nobody reaps orphans an ended process stays as a zombie, which still answers to "kill -0".
  while grep -qs '^State:.[^Z]' "/proc/$engine/status"; do
    if [ "$SECONDS" -ge "$deadline" ]; then
      kill -KILL "$engine"
      return
    fi
    sleep 0.2
  done
}

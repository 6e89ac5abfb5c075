# Runs named steps, says how long each took, and sums up at the end. Sourced.
phases_summary=""
phases_running=""

phase() { # name, command...
  local name="$1" started=$SECONDS code=0
  shift
  printf '\n==> %s (%s)\n' "$name" "$(date +%H:%M:%S)"
  phases_running=yes
  set -m # the step gets a process group of its own, which can be ended whole
  ( set -e; "$@" ) &
  set +m
  wait "$!" || code=$?
  phases_running=""
  phases_note "$((SECONDS - started))" "$name" "$code"
  [ "$code" = 0 ] || exit "$code"
}

phases_note() { # seconds, name, exit code
  phases_summary+="$(printf '%6d s  %-24s %s' "$1" "$2" "$([ "$3" = 0 ] && echo ok || echo "FAILED ($3)")")"$'\n'
}

phases_stop() { # ends the step that is under way, with all its children
  if [ -n "$phases_running" ] && [ -n "${!:-}" ]; then
    kill -TERM -- "-$!" 2>/dev/null || true
    wait "$!" 2>/dev/null || true
  fi
}

phases_report() { # exit code
  printf '\n%s%6d s  %s\n' "$phases_summary" "$SECONDS" "$([ "$1" = 0 ] && echo "all green" || echo "FAILED")"
}

#!/usr/bin/env bash
# Shows the agent at work: builds what it needs, starts a simulated provider, runs an application that has no telemetry of
# its own with -javaagent, and prints the application's runs as trees. Ends by itself and leaves nothing running.
#
#   examples/demo.sh                       from any directory; needs a JDK (17, or 21 and later) and nothing else
#   DEMO_SIMULATOR_PORT=8089 examples/demo.sh   the simulator listens there instead of on a free port
#   DEMO_BUILD=skip examples/demo.sh       uses the jars that are there
#
# Where an OTLP backend listens on 127.0.0.1:4318 (deploy/jaeger/), or OTEL_EXPORTER_OTLP_ENDPOINT names one, the traces go
# there too.
set -euo pipefail

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
agent="$root/javaagent/target/agenticraft-javaagent.jar"
simulator="$root/examples/provider-simulator/target/provider-simulator.jar"
host="$root/examples/host-app/target/host-app.jar"
work=$(mktemp -d "${TMPDIR:-/tmp}/agenticraft-demo.XXXXXX")
children=""
seconds_to_build=1800
seconds_to_run=90

say() { printf '[demo] %s\n' "$*"; }
fail() {
  printf '[demo] %s\n' "$*" >&2
  exit 1
}

cleanup() {
  code=$?
  trap - EXIT INT TERM HUP
  for pid in $children; do kill "$pid" 2>/dev/null || true; done
  for pid in $children; do wait "$pid" 2>/dev/null || true; done
  rm -rf "$work"
  exit "$code"
}
trap cleanup EXIT
trap 'exit 130' INT
trap 'exit 143' TERM
trap 'exit 129' HUP

listens() { (exec 3<>"/dev/tcp/127.0.0.1/$1") 2>/dev/null; }

# Waits for a child and answers its exit code; ends it when it takes longer than so many seconds.
await() {
  local pid=$1 limit=$2 what=$3 start=$SECONDS
  while kill -0 "$pid" 2>/dev/null; do
    if [ $((SECONDS - start)) -ge "$limit" ]; then
      kill "$pid" 2>/dev/null || true
      fail "$what did not end within $limit s and was stopped."
    fi
    sleep 0.2
  done
  wait "$pid"
}

find_jdk() {
  if [ -z "${JAVA_HOME:-}" ] && [ -x /usr/libexec/java_home ]; then
    JAVA_HOME=$(/usr/libexec/java_home 2>/dev/null || true)
  fi
  java=java
  if [ -n "${JAVA_HOME:-}" ]; then
    java="$JAVA_HOME/bin/java"
    export JAVA_HOME
  fi
  local need="A JDK is needed: version 17, or 21 and later (https://adoptium.net). Set JAVA_HOME to it or put it on the PATH."
  local version
  version=$("$java" -XshowSettings:properties -version 2>&1 | sed -n 's/^ *java.specification.version = //p') || true
  [ -n "$version" ] || fail "No Java was found as '$java'. $need"
  local major=${version#1.}
  major=${major%%.*}
  if [ "$major" -lt 17 ] || { [ "$major" -gt 17 ] && [ "$major" -lt 21 ]; }; then
    fail "'$java' is Java $version. $need"
  fi
  local javac="${java%java}javac"
  [ "${DEMO_BUILD:-}" = skip ] || command -v "$javac" >/dev/null 2>&1 \
    || fail "'$java' is Java $version, but a runtime without a compiler. $need"
  say "JDK $major: $(command -v "$java")"
}

# Prints which module is being built, and a sign of life while artifacts come from Maven Central.
show_progress() {
  local pid=$1 log=$2 shown="" now quiet=0
  while kill -0 "$pid" 2>/dev/null; do
    now=$(sed -n 's/^\[INFO\] Building \(.*[^ ]\) [0-9][^ ]* *\(\[[0-9/]*\]\).*$/\2 \1/p' "$log" | tail -n 1)
    if [ "$now" != "$shown" ]; then
      shown=$now
      quiet=0
      say "  $shown"
    fi
    quiet=$((quiet + 1))
    if [ $((quiet % 75)) -eq 0 ]; then
      say "  ... still at it after ${SECONDS} s (the first build downloads its libraries)"
    fi
    [ "$SECONDS" -lt "$seconds_to_build" ] || fail "The build did not end within $seconds_to_build s. Its log: $(keep "$log")"
    sleep 0.2
  done
}

keep() {
  local kept="$root/examples/target"
  mkdir -p "$kept"
  cp "$1" "$kept/"
  printf '%s' "$kept/$(basename "$1")"
}

build() {
  if [ "${DEMO_BUILD:-}" = skip ]; then
    for jar in "$agent" "$simulator" "$host"; do
      [ -f "$jar" ] || fail "DEMO_BUILD=skip, but there is no $jar"
    done
    return
  fi
  say "Building the agent, the simulator and the application"
  local log="$work/demo-build.log" pid
  : >"$log"
  (cd "$root" && exec sh ./mvnw -pl javaagent,examples/provider-simulator,examples/host-app -am \
    -Dmaven.test.skip=true -Dspotless.check.skip=true package) >"$log" 2>&1 &
  pid=$!
  children="$children $pid"
  show_progress "$pid" "$log"
  if ! wait "$pid"; then
    tail -n 30 "$log" >&2
    fail "The build failed. Its whole log: $(keep "$log")"
  fi
  say "Built in $SECONDS s"
}

# Asked before the build, so that nobody waits for it in vain.
check_port() {
  asked=${DEMO_SIMULATOR_PORT:-0}
  case $asked in *[!0-9]* | ??????*) fail "DEMO_SIMULATOR_PORT=$asked is not a port number." ;; esac
  [ "$asked" -le 65535 ] || fail "DEMO_SIMULATOR_PORT=$asked is not a port number."
  if [ "$asked" -ne 0 ] && listens "$asked"; then
    fail "Port $asked is in use. Set DEMO_SIMULATOR_PORT to another one, or leave it out for a free one."
  fi
}

start_simulator() {
  local log="$work/demo-simulator.log" pid start=$SECONDS
  : >"$log"
  "$java" -jar "$simulator" --config "$root/examples/demo.yaml" --port "$asked" >"$log" 2>&1 &
  pid=$!
  children="$children $pid"
  while :; do
    port=$(sed -n 's|.*http://[^: ]*:\([0-9][0-9]*\).*|\1|p' "$log" | head -n 1)
    if [ -n "$port" ] && listens "$port"; then break; fi
    if ! kill -0 "$pid" 2>/dev/null; then
      cat "$log" >&2
      fail "The simulator ended at once."
    fi
    [ $((SECONDS - start)) -lt 30 ] || fail "The simulator did not start within 30 s. Its log: $(keep "$log")"
    sleep 0.1
  done
  say "The simulated providers (OpenAI, Anthropic, Ollama) listen on http://127.0.0.1:$port"
}

choose_exporters() {
  exporters=tree
  backend=""
  if [ -n "${OTEL_EXPORTER_OTLP_ENDPOINT:-}" ]; then
    backend=$OTEL_EXPORTER_OTLP_ENDPOINT
  elif listens 4318; then
    backend=http://127.0.0.1:4318
    export OTEL_EXPORTER_OTLP_ENDPOINT=$backend
  fi
  if [ -n "$backend" ]; then exporters=otlp,tree; fi
}

# The agent writes trees to stderr as runs end; kept apart here, so that they do not land amid the application's own lines.
run_host() {
  local seen="$work/demo-stderr.log" pid code=0
  say "Running examples/host-app with -javaagent and OTEL_TRACES_EXPORTER=$exporters. What the application prints:"
  echo
  : >"$seen"
  OTEL_SERVICE_NAME=support-desk OTEL_TRACES_EXPORTER=$exporters OTEL_METRICS_EXPORTER=none OTEL_LOGS_EXPORTER=none \
    OPENAI_BASE_URL="http://127.0.0.1:$port/v1" OPENAI_API_KEY=demo \
    ANTHROPIC_BASE_URL="http://127.0.0.1:$port" ANTHROPIC_API_KEY=demo \
    "$java" -XX:+IgnoreUnrecognizedVMOptions --sun-misc-unsafe-memory-access=allow \
    -javaagent:"$agent" -jar "$host" all rush 2>"$seen" &
  pid=$!
  children="$children $pid"
  await "$pid" "$seconds_to_run" "The application" || code=$?
  echo
  say "What the agent saw:"
  awk '/^trace / { print "" } { print }' "$seen"
  echo
  [ "$code" -eq 0 ] || fail "The application ended with exit code $code."
  trees=$(grep -c '^invoke_agent ' "$seen" || true)
  chats=$(grep -c '^chat ' "$seen" || true)
  [ "$trees" -gt 0 ] || fail "No tree was printed: the agent did not see the application's runs. Please report this."
}

find_jdk
check_port
build
SECONDS=0
start_simulator
choose_exporters
run_host
say "$trees runs of the support desk's agents and $chats calls of openai-java, without a line of telemetry code in examples/host-app."
if [ -n "$backend" ]; then
  say "The traces also went to $backend."
  if listens 16686; then say "Look at them: http://127.0.0.1:16686/search?service=support-desk"; fi
else
  say "To see them in Jaeger: start one as deploy/jaeger says, and run this again."
fi
say "Done in $SECONDS s after the build."

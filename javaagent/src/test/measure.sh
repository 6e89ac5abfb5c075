#!/usr/bin/env bash
# Wall, CPU and peak memory of hello world with and without the agent. Usage: measure.sh [RUNS] [JAVA]
# Needs GNU time (/usr/bin/time) and a built agent: ./mvnw -pl javaagent -am package
set -euo pipefail
runs=${1:-11}
java=${2:-java}
module=$(cd "$(dirname "$0")/../.." && pwd)
agent=$module/target/agenticraft-javaagent.jar
host=io.agenticraft.javaagent.hosts.HelloHost
[ -x /usr/bin/time ] || { echo "measure: GNU time is needed at /usr/bin/time"; exit 2; }
[ -f "$agent" ] || { echo "measure: $agent is not there; build it first"; exit 2; }

median() { # of a column of numbers
  sort -n | awk '{ v[NR] = $1 } END { print v[int((NR + 1) / 2)] }'
}

measure() { # label, then java options
  local label=$1 figures
  shift
  figures=$(mktemp)
  for _ in $(seq "$runs"); do
    /usr/bin/time -a -o "$figures" -f '%e %U %S %M' \
      "$java" "$@" -cp "$module/target/test-classes" "$host" > /dev/null
  done
  printf '%-8s wall %s s  cpu %s s  peak %s KiB\n' "$label" "$(awk '{ print $1 }' "$figures" | median)" \
    "$(awk '{ print $2 + $3 }' "$figures" | median)" "$(awk '{ print $4 }' "$figures" | median)"
  rm "$figures"
}

measure without
measure with "-javaagent:$agent"

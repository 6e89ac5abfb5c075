#!/usr/bin/env bash
# Builds Jaeger from its published Go module, keeps the binary in a cache folder named by version,
# and prints the path of that binary as the last line of stdout. Quick where it is cached already.
set -euo pipefail

readonly VERSION=2.13.0      # the release ...
readonly MODULE_VERSION=v1.76.0 # ... and the version of the Go module it was built from
readonly MODULE=github.com/jaegertracing/jaeger
readonly MIN_GO_MINOR=25

folder="${XDG_CACHE_HOME:-${HOME:?neither XDG_CACHE_HOME nor HOME is set}/.cache}/agenticraft/jaeger-$VERSION"
binary="$folder/jaeger"

say() { printf 'jaeger/install.sh: %s\n' "$*" >&2; }
die() { say "$@"; exit 1; }

if [ -x "$binary" ]; then
  printf '%s\n' "$binary"
  exit 0
fi

command -v go >/dev/null 2>&1 || die "no Go toolchain on PATH. Install Go 1.$MIN_GO_MINOR or newer (https://go.dev/dl), \
or use Docker: docker compose -f deploy/jaeger/compose.yaml up -d"
go_version="$(go env GOVERSION)"
if [[ "$go_version" =~ ^go1\.([0-9]+) ]] && (( BASH_REMATCH[1] < MIN_GO_MINOR )); then
  die "Go 1.$MIN_GO_MINOR or newer is needed, $(command -v go) is $go_version. Get a newer one from https://go.dev/dl"
fi

mkdir -p "$folder" || die "cannot write to $folder"
build="$(mktemp -d "$folder/build.XXXXXX")"
trap 'rm -rf "$build"' EXIT
cd "$build"
started=$SECONDS

# "go install MODULE@VERSION" refuses: Jaeger's go.mod holds a replace line. A module of our own that requires it does not
# mind, and Jaeger's own go.sum beside it pins every dependency to the hash that the release was built with.
say "downloading $MODULE@$MODULE_VERSION"
go mod init agenticraft.local/jaeger >go.log 2>&1 || { cat go.log >&2; die "go mod init failed"; }
sources="$(go mod download -json "$MODULE@$MODULE_VERSION" 2>go.log | sed -n 's/^[[:space:]]*"Dir": "\(.*\)",*$/\1/p')" || true
if [ -z "$sources" ]; then
  cat go.log >&2
  die "the module could not be downloaded. Is the network up, and does $(go env GOPROXY) answer (GOPROXY, HTTPS_PROXY)?"
fi
cp "$sources/go.sum" go.sum
chmod u+w go.sum
go mod edit -require "$MODULE@$MODULE_VERSION"

say "building Jaeger $VERSION with $go_version: about four minutes on two cores the first time"
CGO_ENABLED=0 go build -mod=mod -trimpath -ldflags '-s -w' -o jaeger "$MODULE/cmd/jaeger" 1>&2 \
  || die "the build failed; the lines above say where. Without network, dependencies cannot be downloaded"

mv -f jaeger "$binary" # the same file system: whoever looks sees no binary or a whole one
say "built in $((SECONDS - started)) s"
printf '%s\n' "$binary"

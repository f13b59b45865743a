# Sourced by each peer's run: where things are, and building what is not built. Only the peer itself writes to stdout.
peers=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
root=$(cd "$peers/../.." && pwd)

# Sets `source` and `home` (what is built and installed) of a peer, and calls its `build` if a file is newer than that.
prepare() {
  source="$peers/$1"
  home="${PHOENIX_HOME:-$root/.phoenix}/peers/$1"
  mkdir -p "$home"
  if [ ! -f "$home/built" ] || [ -n "$(find "$source" -newer "$home/built" -print -quit)" ]; then
    rm -f "$home/built"
    build >&2
    touch "$home/built"
  fi
}

java_25() {
  . "$root/.mvn/find-jdk.sh"
  find_jdk
}

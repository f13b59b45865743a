#!/usr/bin/env bash
# Unpacks packages of Debian and all they depend on into a folder, without installing them and without root.
# Usage: fetch-debian.sh <suite> <target folder> <probe> <package>...
#   suite: one of Debian's, taken from this machine's mirror with its own C library and loader;
#          or "own": what this machine's apt is configured with, for programs that run on this machine's C library.
#   probe: a file in the target folder; where it is, nothing has to be done.
# Exit code 3: this machine has no such packages. Any other: they could not be fetched this time.
set -euo pipefail
suite=$1 target=$2 probe=$3
shift 3
name=$1 called=${target##*/}

[ -e "$target/$probe" ] && exit 0
for tool in apt-get apt-cache dpkg; do
  command -v "$tool" >/dev/null || { echo "There is no $tool here: $name can be fetched on Debian only." >&2; exit 3; }
done

mkdir -p "$(dirname "$target")"
# One at a time; the lock ends with its holder, however that ends.
exec 9<"$(dirname "$target")"
if ! flock --nonblock 9; then
  echo "$called: another command is fetching something, waiting ..."
  flock 9
  [ -e "$target/$probe" ] && exit 0
fi
# Of runs that were killed. (The random part, so that nothing else is meant.)
rm -rf "$target".??????

needed_kb=1500000
free_kb=$(df -Pk "$(dirname "$target")" | awk 'NR == 2 { print $4 }')
if [ "$free_kb" -lt "$needed_kb" ]; then
  echo "$((free_kb / 1000)) MB are free for $target, and $((needed_kb / 1000)) MB are needed. Make room first." >&2
  exit 5
fi

# Beside the target, so that the last step is a rename: whoever sees the target sees all of it.
work=$(mktemp -d "$target.XXXXXX")
trap 'rm -rf "$work"' EXIT
mkdir -p "$work/lists/partial" "$work/archives/partial" "$work/root"
# Empty, so that everything comes along that the packages depend on, whatever is installed here.
: >"$work/status"
# Check-Valid-Until: a mirror may be a snapshot whose date has passed; its signature is checked all the same.
options=(
  -o Dir::State="$work" -o Dir::State::status="$work/status" -o Dir::State::lists="$work/lists"
  -o Dir::Cache="$work" -o Dir::Cache::archives="$work/archives" -o Dir::Log="$work"
  -o Acquire::Check-Valid-Until=false -o Acquire::Languages=none -o APT::Sandbox::User=root
  -o APT::Install-Recommends=false -o APT::Update::Error-Mode=any -o Debug::NoLocking=true
)
if [ "$suite" != own ]; then
  # The mirror is the one this machine is configured with; the security archive has no unstable suite.
  mirror=$(apt-get indextargets --format '$(REPO_URI)' | grep -E '/debian/?$' | sort -u | head -n 1 || true)
  [ -n "$mirror" ] || { echo "apt is configured with no Debian mirror here." >&2; exit 3; }
  echo "deb $mirror $suite main" >"$work/sources.list"
  options+=(-o Dir::Etc::sourcelist="$work/sources.list" -o Dir::Etc::sourceparts=/dev/null -o Dir::Etc::preferencesparts=/dev/null)
fi

logged() { "$@" >>"$work/apt.log" 2>&1; }
fail() { cat "$work/apt.log" >&2; exit 4; }

echo "$called: reading the package lists ..."
# One source of several may be away and not be needed: whether the packages are known decides.
logged apt-get "${options[@]}" update && all_read=true || all_read=false
version=$(apt-cache "${options[@]}" policy "$name" | sed -n 's/ *Candidate: //p')
case $version in
  "" | "(none)")
    "$all_read" || fail
    echo "This machine's package sources do not have $name." >&2
    exit 3 ;;
esac
echo "$called: downloading $version and what it depends on ..."
logged apt-get "${options[@]}" install --yes --download-only "$@" || fail
echo "$called: unpacking ..."
for package in "$work"/archives/*.deb; do
  case "$suite ${package##*/}" in "own libc6_"*) continue ;; esac
  logged dpkg -x "$package" "$work/root" || fail
done

mv -T "$work/root" "$target"
echo "$called: ready"

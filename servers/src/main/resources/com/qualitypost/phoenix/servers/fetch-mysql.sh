#!/usr/bin/env bash
# Fetches MySQL's server from Debian's unstable suite into a folder, without installing it and without root.
# Debian's stable suites carry MariaDB only. Usage: fetch-mysql.sh <target folder>
set -euo pipefail
target=$1

[ -x "$target/usr/sbin/mysqld" ] && exit 0
for tool in apt-get apt-cache dpkg; do
  command -v "$tool" >/dev/null || { echo "There is no $tool here: MySQL can be fetched on Debian only." >&2; exit 3; }
done

# The mirror is the one this machine is configured with; the security archive has no unstable suite.
mirror=$(apt-get indextargets --format '$(REPO_URI)' | grep -E '/debian/?$' | sort -u | head -n 1 || true)
[ -n "$mirror" ] || { echo "apt is configured with no Debian mirror here (on Ubuntu: apt-get install mysql-server-core-8.0)." >&2; exit 3; }

mkdir -p "$(dirname "$target")"
# One at a time; the lock ends with its holder, however that ends.
exec 9>"$target.lock"
if ! flock --nonblock 9; then
  echo "MySQL: another command is fetching it, waiting ..."
  flock 9
  [ -x "$target/usr/sbin/mysqld" ] && exit 0
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
# Empty, so that the whole closure comes along, the C library included.
: >"$work/status"
echo "deb $mirror sid main" >"$work/sources.list"
# Check-Valid-Until: a mirror may be a snapshot whose date has passed; its signature is checked all the same.
options=(
  -o Dir::State="$work" -o Dir::State::status="$work/status" -o Dir::State::lists="$work/lists"
  -o Dir::Cache="$work" -o Dir::Cache::archives="$work/archives" -o Dir::Log="$work"
  -o Dir::Etc::sourcelist="$work/sources.list" -o Dir::Etc::sourceparts=/dev/null -o Dir::Etc::preferencesparts=/dev/null
  -o Acquire::Check-Valid-Until=false -o Acquire::Languages=none -o APT::Sandbox::User=root
  -o APT::Install-Recommends=false -o Debug::NoLocking=true
)

quietly() { "$@" >"$work/apt.log" 2>&1 || { cat "$work/apt.log" >&2; exit 4; }; }
echo "MySQL: reading the package lists ..."
quietly apt-get "${options[@]}" update
echo "MySQL: downloading $(apt-cache "${options[@]}" policy mysql-server-core | sed -n 's/ *Candidate: //p') ..."
quietly apt-get "${options[@]}" install --yes --download-only mysql-server-core
echo "MySQL: unpacking ..."
for package in "$work"/archives/*.deb; do dpkg -x "$package" "$work/root"; done

mv -T "$work/root" "$target"
echo "MySQL: ready"

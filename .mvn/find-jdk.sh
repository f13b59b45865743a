# Sourced by mvnw and phoenix: sets JAVA_HOME to a JDK 25 or newer, or says what to install.

jdk_version() {
  [ -x "$1/bin/javac" ] && sed -n 's/^JAVA_VERSION="\([0-9]*\).*/\1/p' "$1/release" 2>/dev/null
}

find_jdk() {
  local home version on_path candidates
  on_path=$(command -v javac || true)
  if [ -n "$on_path" ]; then on_path=$(dirname "$(dirname "$(readlink -f "$on_path" 2>/dev/null || echo "$on_path")")"); fi
  candidates=("${JAVA_HOME:-}" "$on_path" /usr/lib/jvm/* "$HOME"/.sdkman/candidates/java/* "$HOME"/.jdks/* \
    "$(/usr/libexec/java_home -v 25+ 2>/dev/null || true)")
  for home in "${candidates[@]}"; do
    version=$(jdk_version "$home" || true)
    if [ -n "$version" ] && [ "$version" -ge 25 ]; then
      export JAVA_HOME="$home" PATH="$home/bin:$PATH"
      return
    fi
  done
  cat >&2 <<'TEXT'
Phoenix needs a JDK 25 or newer, and none was found in JAVA_HOME, on the PATH, in /usr/lib/jvm, or among SDKMAN's and macOS's JDKs.
Install one and run this again:
  Debian, Ubuntu  apt-get install temurin-25-jdk   (Adoptium's packages), or openjdk-25-jdk where your release has it
  macOS           brew install --cask temurin@25
  SDKMAN          sdk install java 25-tem
TEXT
  exit 1
}

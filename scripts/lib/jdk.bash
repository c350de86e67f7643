# Finding a JDK. Needs say.bash and packages.bash.

readonly JDK_RELEASE=25

# use_jdk: exports JAVA_HOME and puts it first on the PATH
use_jdk() {
  if ! JAVA_HOME=$(find_jdk); then
    install_package "A JDK $JDK_RELEASE" \
      "install one, for example Eclipse Temurin $JDK_RELEASE, and set JAVA_HOME to its folder." \
      apt="openjdk-$JDK_RELEASE-jdk-headless" dnf="java-$JDK_RELEASE-openjdk-devel" \
      pacman=jdk-openjdk brew="openjdk@$JDK_RELEASE"
    JAVA_HOME=$(find_jdk) || die "A JDK $JDK_RELEASE was installed but not found: set JAVA_HOME to its folder."
  fi
  export JAVA_HOME
  export PATH="$JAVA_HOME/bin:$PATH"
}

# find_jdk: prints the folder of the first JDK that is new enough
find_jdk() {
  local home
  while IFS= read -r home; do
    if is_jdk "$home"; then
      printf '%s\n' "$home"
      return 0
    fi
  done < <(jdk_candidates)
  return 1
}

jdk_candidates() {
  printf '%s\n' "${JAVA_HOME:-}"
  if command -v java >/dev/null 2>&1; then
    java -XshowSettings:properties -version 2>&1 | sed -n 's/^ *java\.home = //p'
  fi
  if [ -x /usr/libexec/java_home ]; then
    /usr/libexec/java_home -v "$JDK_RELEASE" 2>/dev/null || true
  fi
  printf '%s\n' /usr/lib/jvm/* "$HOME"/.sdkman/candidates/java/* "$HOME"/.jdks/* \
    /Library/Java/JavaVirtualMachines/*/Contents/Home \
    /opt/homebrew/opt/openjdk*/libexec/openjdk.jdk/Contents/Home
}

# A JDK, unlike a JRE, has a compiler; its file `release` tells its version without starting it
is_jdk() {
  local version
  [ -x "$1/bin/javac" ] && [ -r "$1/release" ] || return 1
  version=$(sed -n 's/^JAVA_VERSION="\([0-9]*\).*/\1/p' "$1/release")
  [ -n "$version" ] && [ "$version" -ge "$JDK_RELEASE" ]
}

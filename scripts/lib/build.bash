# Building the two apps, only when a source is newer than the last build. Needs say.bash, jdk.bash
# and maven.bash; `root` is the project's folder.

# shellcheck disable=SC2034 # read by the script that sources this
readonly GATEWAY_JAR="${root:?}/gateway-app/target/quarkus-app/quarkus-run.jar"
# shellcheck disable=SC2034
readonly CHAT_JAR="$root/chat-app/target/quarkus-app/quarkus-run.jar"

# shellcheck disable=SC2034
readonly GATEWAY_JVM="$root/scripts/lib/gateway.jvm"

# build_apps KIND COMMAND…: runs the command, its output in target/run/build-KIND.log, and notes
# when it began, so that a source that changes meanwhile counts as newer
build_apps() {
  local kind=$1 log="$root/target/run/build-$1.log" stamp="$root/target/run/built-$1"
  shift
  mkdir -p "$root/target/run"
  say "Building ($kind); the first time takes minutes. Log: ${log#"$root"/}"
  touch "$stamp.began"
  if ! (cd "$root" && "$@") >"$log" 2>&1; then
    grep '^\[ERROR\]' "$log" | head -n 20 >&2 || tail -n 20 "$log" >&2
    die "The build failed. Log: ${log#"$root"/}"
  fi
  mv "$stamp.began" "$stamp"
}

build_jvm() {
  build_apps jvm mvn -B -ntp -pl gateway-app,chat-app -am -Dmaven.test.skip=true package
}

# is_built KIND FILE…: whether the files stand and no source is newer than the build of this kind
is_built() {
  local stamp="$root/target/run/built-$1" file
  shift
  for file in "$@"; do
    [ -e "$file" ] || return 1
  done
  [ -e "$stamp" ] && [ -z "$(newer_sources "$stamp")" ]
}

# Folders count as well: the time of a folder tells that a file in it was removed
newer_sources() {
  (cd "$root" && find pom.xml ./*/pom.xml ./*/*/pom.xml ./*/src ./*/*/src -newer "$1" -print 2>/dev/null | head -n 1)
}

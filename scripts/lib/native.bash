# Building and finding the native binaries. Needs say.bash, build.bash and jdk.bash.

# native_binary MODULE: prints the path of the module's binary
native_binary() {
  local file
  for file in "${root:?}/$1"/target/*-runner; do
    if [ -x "$file" ]; then
      printf '%s\n' "$file"
      return 0
    fi
  done
  return 1
}

is_built_native() {
  local gateway chat
  gateway=$(native_binary gateway-app) && chat=$(native_binary chat-app) &&
    is_built native "$gateway" "$chat"
}

# One image builder at a time: each takes about 6 GB
build_native() {
  use_graalvm
  build_apps native mvn -B -ntp -T1 -Dnative -pl gateway-app,chat-app -am -Dmaven.test.skip=true package
}

# use_graalvm: exports GRAALVM_HOME: the one that is set, else one that the kit beside the project
# puts together
use_graalvm() {
  local kit="${root:?}/../shared/native/setup.sh" home="$root/target/graalvm"
  if [ -n "${GRAALVM_HOME:-}" ]; then
    [ -x "$GRAALVM_HOME/bin/native-image" ] ||
      die "GRAALVM_HOME has no bin/native-image: $GRAALVM_HOME."
  elif [ -x "$home/bin/native-image" ]; then
    GRAALVM_HOME=$home
  elif [ -x "$kit" ]; then
    say "Putting a native image builder together …"
    mkdir -p "$root/target"
    "$kit" "$JAVA_HOME" "$home" >"$root/target/graalvm.log" 2>&1 ||
      die "The native image builder could not be put together. Log: target/graalvm.log"
    GRAALVM_HOME=$home
  else
    die "A GraalVM $JDK_RELEASE is missing: install one and set GRAALVM_HOME to its folder."
  fi
  export GRAALVM_HOME
}

# Finding Maven. Needs say.bash and packages.bash.

use_maven() {
  command -v mvn >/dev/null 2>&1 && return 0
  install_package "Maven" "install Maven 3.8 or newer and put mvn on the PATH." \
    apt=maven dnf=maven pacman=maven brew=maven
  command -v mvn >/dev/null 2>&1 || die "Maven was installed but mvn is not on the PATH."
}

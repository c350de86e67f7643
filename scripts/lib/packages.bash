# Installing what is missing with the system's package manager. Needs say.bash.

# package_manager: prints apt, dnf, pacman or brew, whichever there is
package_manager() {
  local manager
  for manager in apt-get dnf pacman brew; do
    if command -v "$manager" >/dev/null 2>&1; then
      printf '%s\n' "${manager%-get}"
      return 0
    fi
  done
  return 1
}

# install_package WHAT ADVICE apt=NAME dnf=NAME pacman=NAME brew=NAME
#   Installs the package after asking. Where this system has none, or the answer is no, ends the
#   script with one line that gives the advice.
install_package() {
  local what=$1 advice=$2 manager name=
  shift 2
  if manager=$(package_manager); then
    name=$(package_name "$manager" "$@")
  fi
  if [ -n "$name" ]; then
    refresh_packages "$manager"
    if package_exists "$manager" "$name"; then
      if confirm "$what is missing. Install the package $name?"; then
        say "Installing $name …"
        run_package_manager "$manager" "$name" || die "$what could not be installed: $advice"
        return 0
      fi
      die "$what is missing: $advice"
    fi
  fi
  die "$what is missing and this system's packages have none: $advice"
}

package_name() {
  local manager=$1 pair
  shift
  for pair in "$@"; do
    case $pair in
      "$manager="*) printf '%s\n' "${pair#*=}" ;;
    esac
  done
}

# Package lists may be absent altogether, as on a fresh container
refresh_packages() {
  if [ "$1" = apt ] && [ "${packages_fresh:-}" != true ]; then
    as_root apt-get update -qq >/dev/null 2>&1 || warn "apt-get update failed; going on with the lists that are there."
    packages_fresh=true
  fi
}

package_exists() {
  case $1 in
    apt) LC_ALL=C apt-cache policy "$2" 2>/dev/null | grep -q 'Candidate: [0-9]' ;;
    dnf) dnf -q info "$2" >/dev/null 2>&1 ;;
    pacman) pacman -Si "$2" >/dev/null 2>&1 ;;
    brew) brew info "$2" >/dev/null 2>&1 ;;
  esac
}

run_package_manager() {
  case $1 in
    apt) as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "$2" >/dev/null ;;
    dnf) as_root dnf install -y -q "$2" ;;
    pacman) as_root pacman -S --noconfirm --needed "$2" ;;
    brew) brew install --quiet "$2" ;;
  esac
}

as_root() {
  if [ "$(id -u)" -eq 0 ]; then
    "$@"
  elif command -v sudo >/dev/null 2>&1; then
    sudo "$@"
  else
    warn "$1 needs root, and there is no sudo."
    return 1
  fi
}

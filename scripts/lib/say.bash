# Messages to the person at the terminal. A script sets `program` to its own name first.

say() { printf '%s\n' "$*"; }

warn() { printf '%s: %s\n' "${program:?}" "$*" >&2; }

die() {
  warn "$*"
  exit 1
}

# usage_error MESSAGE: the command line can't be understood
usage_error() {
  warn "$* See ${program:?} --help."
  exit 2
}

# confirm QUESTION: `--yes` and CI=true answer yes; without a terminal the answer is no
confirm() {
  local answer
  if [ "${assume_yes:-}" = true ] || [ "${CI:-}" = true ]; then
    return 0
  fi
  [ -t 0 ] || return 1
  read -r -p "$1 [y/N] " answer
  case $answer in
    [yY] | [yY][eE][sS]) return 0 ;;
    *) return 1 ;;
  esac
}

# Finding the browser of the browser tests. Needs say.bash and packages.bash.

# use_chromium: exports VOROTA_CHROMIUM, the path of a Chromium or Chrome
use_chromium() {
  if ! VOROTA_CHROMIUM=$(find_chromium); then
    install_package "Chromium" "install Chromium, or set VOROTA_CHROMIUM to its path." \
      apt=chromium dnf=chromium pacman=chromium brew=chromium
    VOROTA_CHROMIUM=$(find_chromium) ||
      die "Chromium was installed but not found: set VOROTA_CHROMIUM to its path."
  fi
  export VOROTA_CHROMIUM
}

find_chromium() {
  local candidate
  if [ -n "${VOROTA_CHROMIUM:-}" ]; then
    printf '%s\n' "$VOROTA_CHROMIUM"
    return 0
  fi
  for candidate in chromium chromium-browser google-chrome-stable google-chrome \
    "/Applications/Chromium.app/Contents/MacOS/Chromium" \
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome"; do
    command -v "$candidate" && return 0
  done
  return 1
}

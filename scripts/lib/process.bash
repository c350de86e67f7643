# Processes of ours: starting, waiting for, stopping. Works in bash 3.2, which macOS has.
# Needs say.bash.

# port_taken HOST PORT
port_taken() {
  (exec 3<>"/dev/tcp/$1/$2") 2>/dev/null
}

# loopback_of HOST: the address under which this machine reaches a listener on HOST
loopback_of() {
  case $1 in
    0.0.0.0 | '*') printf '127.0.0.1\n' ;;
    :: | '[::]') printf '::1\n' ;;
    *) printf '%s\n' "$1" ;;
  esac
}

# http_status HOST PORT PATH: prints the status of a GET, nothing when there is no answer
http_status() {
  (
    exec 3<>"/dev/tcp/$1/$2" || exit 1
    printf 'GET %s HTTP/1.1\r\nHost: %s:%s\r\nConnection: close\r\n\r\n' "$3" "$1" "$2" >&3
    read -r -t 5 _ status _ <&3
    printf '%s\n' "$status"
  ) 2>/dev/null
}

# start_process LOG COMMAND…: sets `started` to its pid. The process gets its own group, so that
# Ctrl-C reaches only the script, which then stops its processes in order.
start_process() {
  local log=$1
  shift
  set -m
  "$@" </dev/null >"$log" 2>&1 &
  # shellcheck disable=SC2034 # read by the script that sources this
  started=$!
  set +m
  disown "$started" # or bash itself would report how it ended
}

is_alive() {
  kill -0 "$1" 2>/dev/null
}

# wait_until_ready PID HOST PORT SECONDS: whether its health becomes 200 while it lives
wait_until_ready() {
  local deadline=$((SECONDS + $4))
  until [ "$(http_status "$2" "$3" /q/health/ready)" = 200 ]; do
    is_alive "$1" || return 1
    [ "$SECONDS" -lt "$deadline" ] || return 1
    sleep 0.2
  done
}

# stop_process PID SECONDS: SIGTERM, and SIGKILL when it has not ended after the seconds
stop_process() {
  local deadline=$((SECONDS + $2))
  if [ -z "$1" ] || ! kill -TERM "$1" 2>/dev/null; then
    return 0
  fi
  while is_alive "$1"; do
    if [ "$SECONDS" -ge "$deadline" ]; then
      warn "Process $1 has not stopped within $2 s: it is killed."
      kill -KILL "$1" 2>/dev/null || true
      return 0
    fi
    sleep 0.1
  done
}

#!/usr/bin/env bash
# The gateway beside nginx, as plain proxies before one upstream, on the loopback interface of Linux.
# Usage: benchmarks/nginx.sh [ROUNDS]     SECONDS_EACH=8 CONNECTIONS=64 EVENT_LOOPS=1 WARM_UP=300000
set -euo pipefail

program=benchmarks/nginx.sh
cd "$(dirname "${BASH_SOURCE[0]}")/.."
root=$PWD
. scripts/lib/say.bash
. scripts/lib/packages.bash
. scripts/lib/jdk.bash
. scripts/lib/build.bash
. scripts/lib/process.bash

readonly ROUNDS=${1:-5} SECONDS_EACH=${SECONDS_EACH:-8} CONNECTIONS=${CONNECTIONS:-64}
readonly EVENT_LOOPS=${EVENT_LOOPS:-1} WARM_UP=${WARM_UP:-300000}
readonly UPSTREAM_PORT=19100 NGINX_PORT=19101 GATEWAY_PORT=19102 MANAGEMENT_PORT=19103
# A public route: the gateway matches it, draws from a bucket that never empties, and counts it
readonly ROUTE=/service/api/login
readonly FOLDER=$root/target/benchmark

pids=()

stop_all() {
  local pid
  for pid in ${pids[@]+"${pids[@]}"}; do
    stop_process "$pid" 5
  done
}

# nginx_conf PORT LOCATION: one worker in the foreground, without logs
nginx_conf() {
  cat <<CONF
daemon off;
master_process off;
pid $FOLDER/nginx-$1.pid;
error_log stderr warn;
events { worker_connections 4096; }
http {
  access_log off;
  keepalive_requests 1000000000;
  client_body_temp_path $FOLDER/body-$1;
  proxy_temp_path $FOLDER/proxy-$1;
  fastcgi_temp_path $FOLDER/fastcgi-$1;
  uwsgi_temp_path $FOLDER/uwsgi-$1;
  scgi_temp_path $FOLDER/scgi-$1;
  upstream backend {
    server 127.0.0.1:$UPSTREAM_PORT;
    keepalive 256;
    keepalive_requests 1000000000;
  }
  server {
    listen 127.0.0.1:$1;
    location / { $2 }
  }
}
CONF
}

start_nginx() { # PORT LOCATION
  nginx_conf "$1" "$2" >"$FOLDER/nginx-$1.conf"
  start_process "$FOLDER/nginx-$1.log" nginx -c "$FOLDER/nginx-$1.conf"
  pids+=("$started")
  local deadline=$((SECONDS + 10))
  until port_taken 127.0.0.1 "$1"; do
    [ "$SECONDS" -lt "$deadline" ] || die "nginx did not start: $FOLDER/nginx-$1.log"
    sleep 0.1
  done
}

start_gateway() {
  export GATEWAY_PORT MANAGEMENT_PORT CHAT_URL=http://127.0.0.1:$UPSTREAM_PORT GATEWAY_CONFIG=$root/gateway.yaml
  export GATEWAY_EVENT_LOOPS=$EVENT_LOOPS ACCESS_LOG=off
  export LIMIT_PUBLIC_RATE=1000000 LIMIT_PUBLIC_BURST=1000000
  # shellcheck disable=SC2086 # JAVA_OPTIONS is a list of words
  start_process "$FOLDER/gateway.log" java --enable-native-access=ALL-UNNAMED ${JAVA_OPTIONS:-} -jar "$GATEWAY_JAR"
  pids+=("$started")
  wait_until_ready "$started" 127.0.0.1 "$MANAGEMENT_PORT" 60 || die "The gateway did not start: $FOLDER/gateway.log"
}

# cpu_seconds PID: what it has used so far, user and system
cpu_seconds() {
  awk -v tick="$(getconf CLK_TCK)" '{ sub(/.*\) /, ""); print ($12 + $13) / tick }' "/proc/$1/stat"
}

# load PORT SECONDS: prints requests and requests/s; ends the script when an answer was not 2xx
load() {
  local out
  out=$(wrk -t2 -c"$CONNECTIONS" -d"${2}s" "http://127.0.0.1:$1$ROUTE")
  case $out in
    *Non-2xx*) die "Not all answers were 2xx: $out" ;;
  esac
  awk '/ requests in /{n=$1} /^Requests\/sec/{print n, $2}' <<<"$out"
}

# sample PORT PID: prints requests/s and CPU seconds per 100,000 requests
sample() {
  local before after n rate
  before=$(cpu_seconds "$2")
  read -r n rate < <(load "$1" "$SECONDS_EACH")
  after=$(cpu_seconds "$2")
  awk -v n="$n" -v rate="$rate" -v cpu="$before $after" \
    'BEGIN { split(cpu, c); printf "%d %.3f\n", rate, (c[2] - c[1]) * 100000 / n }'
}

warm_up() {
  local done=0 n _
  while [ "$done" -lt "$WARM_UP" ]; do
    read -r n _ < <(load "$1" 5)
    done=$((done + n))
  done
}

# median of the numbers on the standard input, one a line
median() {
  sort -n | awk '{ v[NR] = $1 } END { print NR % 2 ? v[(NR + 1) / 2] : (v[NR / 2] + v[NR / 2 + 1]) / 2 }'
}

command -v nginx >/dev/null || install_package nginx "install nginx." apt=nginx dnf=nginx pacman=nginx brew=nginx
command -v wrk >/dev/null || install_package wrk "install wrk." apt=wrk dnf=wrk pacman=wrk brew=wrk
[ -e "$GATEWAY_JAR" ] || die "The gateway is not built: ./run builds it."
use_jdk
mkdir -p "$FOLDER"
trap stop_all EXIT

body=$(printf '%01024d' 0)
start_nginx "$UPSTREAM_PORT" "default_type text/plain; return 200 '$body';"
start_nginx "$NGINX_PORT" 'proxy_pass http://backend; proxy_http_version 1.1; proxy_set_header Connection "";'
nginx_pid=$started
start_gateway
gateway_pid=$started

say "nginx with 1 worker and the gateway with $EVENT_LOOPS event loop(s); 1 KiB, $CONNECTIONS connections, $ROUNDS rounds of ${SECONDS_EACH} s each"
say "Warming both with $WARM_UP requests …"
warm_up "$NGINX_PORT"
warm_up "$GATEWAY_PORT"
: >"$FOLDER/ratios"
printf '%5s  %12s  %14s  %6s  %14s  %16s  %6s\n' round nginx/s gateway/s ratio nginx-cpu/100k gateway-cpu/100k ratio
for round in $(seq "$ROUNDS"); do
  read -r nginx_rate nginx_cpu < <(sample "$NGINX_PORT" "$nginx_pid")
  read -r gateway_rate gateway_cpu < <(sample "$GATEWAY_PORT" "$gateway_pid")
  awk -v r="$round" -v a="$nginx_rate" -v b="$gateway_rate" -v c="$nginx_cpu" -v d="$gateway_cpu" -v ratios="$FOLDER/ratios" \
    'BEGIN { printf "%5d  %12d  %14d  %6.2f  %14.3f  %16.3f  %6.2f\n", r, a, b, b / a, c, d, d / c
             printf "%.3f %.3f\n", b / a, d / c >> ratios }'
done
say "median of ratios, gateway to nginx: requests/s $(cut -d' ' -f1 "$FOLDER/ratios" | median), CPU $(cut -d' ' -f2 "$FOLDER/ratios" | median)"
say "gateway's memory: $(awk '/VmRSS/{printf "%d MB", $2 / 1024}' "/proc/$gateway_pid/status")"

#!/bin/sh
# Measures the server against the same answers made in process, in one run, and the rest of the bars.
#
#   apt-get install wrk
#   Tests/Load/measure.sh KNOWLEDGE QUESTIONS.jsonl [throughput|latency|memory|restart|all]
#
# Builds nothing: `make build` and `make bench` come first.
set -eu
knowledge=$1 questions=$2 what=${3:-all}
here=$(dirname "$0")
root=$here/../..
programs=${PROGRAMS:-$root/.build/release}
work=$(mktemp -d)
port=${PORT:-18080}
threads=$(nproc)
server=
trap 'test -z "$server" || kill "$server" 2>/dev/null || true; rm -rf "$work"' EXIT

start() {
  "$programs/tillit" serve --port $port --rate-limit 0 --log-level warning \
    --knowledge "$knowledge" --index "$work/index.sqlite" 2>"$work/log" &
  server=$!
  until curl -sf -o /dev/null "http://127.0.0.1:$port/health/ready"; do
    kill -0 "$server" || { cat "$work/log" >&2; exit 1; }
    sleep 0.02
  done
}

load() { # seconds connections
  QUESTIONS=$questions wrk -t"$(($2 < 2 ? 1 : 2))" -c"$2" -d"$1"s --latency -s "$here/ask.lua" \
    "http://127.0.0.1:$port" 2>"$work/wrk-errors"
  test ! -s "$work/wrk-errors" || { sort "$work/wrk-errors" | uniq -c | head -5; }
}

hello() { # seconds
  wrk -t1 -c4 -d"$1"s --latency -s "$here/hello.lua" "http://127.0.0.1:$port"
}

# The 99th percentile in milliseconds, of what `wrk` or the benchmark wrote.
p99() {
  awk '/^answer/ {print $3}
    $1 == "99%" {n = $2 + 0; print $2 ~ /us$/ ? n / 1000 : $2 ~ /ms$/ ? n : n * 1000}' "$1"
}

memory() { awk '/VmRSS/ {print $2}' "/proc/$server/status"; }

bench() { "$programs/tillit-bench" "$work/index.sqlite" "$work/questions.jsonl" "$1"; }

start
head -100 "$questions" > "$work/questions.jsonl"

# In hundredths of a second: the server's processor time, and that of what this script ran and ended.
server_time() { awk '{print $14 + $15}' "/proc/$server/stat"; }
ended_time() { # file written by `times`
  awk 'NR == 2 {split($1 "m" $2, t, /[ms]+/); print 100 * (60 * (t[1] + t[3]) + t[2] + t[4])}' "$1"
}

# Others may be using the machine: both are measured in turn, and their sums compared. On a machine
# that is busy with other things the ratio says little; the processor time of an answer still does.
case $what in throughput|all)
  : > "$work/figures"
  for round in 1 2 3; do
    times > "$work/begin"
    echo "== round $round: in process, $threads threads"; bench "$threads" | tee "$work/bench"
    times > "$work/middle"; served=$(server_time)
    echo "== round $round: over HTTP, 64 connections"; load 15 64 | tee "$work/wrk"
    times > "$work/end"; served=$(($(server_time) - served))
    awk '/answers\/s/ {print "process", $3}' "$work/bench" >> "$work/figures"
    awk '/^Requests\/sec/ {print "http", $2}' "$work/wrk" >> "$work/figures"
    echo "$(ended_time "$work/begin") $(ended_time "$work/middle") $(ended_time "$work/end")" \
      "$served $(awk '/answers\/s/ {print 15 * $3}' "$work/bench")" \
      "$(awk '/requests in/ {print $1}' "$work/wrk")" |
      awk '{process = 10 * ($2 - $1) / $5; server = 10 * $4 / $6; wrk = 10 * ($3 - $2) / $6
        printf "processor time of an answer: %.2f ms in process; over HTTP %.2f and wrk %.2f (%.0f %%)\n",
          process, server, wrk, 100 * process / (server + wrk)}'
  done
  awk '{sum[$1] += $2}
    END {printf "over HTTP: %.0f %% of in process\n", 100 * sum["http"] / sum["process"]}' \
    "$work/figures" ;;
esac
case $what in latency|all)
  for round in 1 2 3; do
    hello 15 > "$work/hello" & hello=$!
    bench 1 > "$work/process"; wait $hello
    hello 15 > "$work/meanwhile" & hello=$!
    load 15 1 > "$work/half"; wait $hello
    hello 15 > "$work/under" & hello=$!
    load 15 64 > "$work/full"; wait $hello
    echo "$(p99 "$work/process") $(p99 "$work/hello") $(p99 "$work/half")" \
      "$(p99 "$work/meanwhile") $(p99 "$work/under")" | tee -a "$work/p99" |
      awk -v round=$round '{
        printf "round %d, p99 in ms: in process %.1f, hello %.1f; half load %.1f (allowed %.1f), ",
          round, $1, $2, $3, 1.25 * $1 + 5 * $2
        printf "hello meanwhile %.1f; hello under full load %.1f\n", $4, $5}'
  done
  awk '{process += $1; hello += $2; half += $3}
    END {printf "p99 at half load: %.1f ms of %.1f allowed\n",
      half / NR, (1.25 * process + 5 * hello) / NR}' "$work/p99" ;;
esac
case $what in memory|all)
  echo "== memory"
  asked() { curl -s "http://127.0.0.1:$port/metrics" |
    awk '/^tillit_answers_total/ {n += $2} END {print int(n)}'; }
  until test "$(asked)" -ge 20000; do load 10 64 > /dev/null; done
  early=$(memory); echo "after $(asked): $early kB"
  for goal in 50000 100000 200000; do
    until test "$(asked)" -ge $goal; do load 30 64 > /dev/null; done
    late=$(memory); echo "after $(asked): $late kB ($((late * 100 / early)) %)"
  done ;;
esac
case $what in restart|all)
  echo "== killed and restarted"
  for _ in 1 2 3 4 5; do
    kill -9 "$server"; wait "$server" 2>/dev/null || true
    begin=$(date +%s%N); start; end=$(date +%s%N)
    echo "ready after $(((end - begin) / 1000000)) ms"
  done
  begin=$(date +%s%N); kill -TERM "$server"; status=0; wait "$server" || status=$?
  echo "SIGTERM: exit $status after $((($(date +%s%N) - begin) / 1000000)) ms"; server= ;;
esac

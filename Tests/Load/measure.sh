#!/bin/sh
# Measures the server against the same answers made in process, in one run, and the rest of the bars.
#
#   apt-get install wrk
#   Tests/Load/measure.sh KNOWLEDGE QUESTIONS.jsonl [throughput|latency|memory|restart|all]
#
# Builds nothing: `swift build -c release --product tillit` and `--product tillit-bench` come first.
set -eu
knowledge=$1 questions=$2 what=${3:-all}
here=$(dirname "$0")
root=$here/../..
work=$(mktemp -d)
port=18080
threads=$(nproc)
server=
trap 'test -z "$server" || kill "$server" 2>/dev/null || true; rm -rf "$work"' EXIT

start() {
  "$root/.build/release/tillit" serve --port $port --rate-limit 0 --log-level warning \
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
  wrk -t1 -c4 -d"$1"s --latency "http://127.0.0.1:$port/health/live"
}

memory() { awk '/VmRSS/ {print $2}' "/proc/$server/status"; }

bench() { "$root/.build/release/tillit-bench" "$work/index.sqlite" "$work/questions.jsonl" "$1"; }

start
head -100 "$questions" > "$work/questions.jsonl"

# Others may be using the machine: both are measured in turn, and their sums compared.
case $what in throughput|all)
  : > "$work/figures"
  for round in 1 2 3; do
    echo "== round $round: in process, $threads threads"; bench "$threads" | tee "$work/bench"
    echo "== round $round: over HTTP, 64 connections"; load 15 64 | tee "$work/wrk"
    awk '/answers\/s/ {print "process", $3}' "$work/bench" >> "$work/figures"
    awk '/^Requests\/sec/ {print "http", $2}' "$work/wrk" >> "$work/figures"
  done
  awk '{sum[$1] += $2}
    END {printf "over HTTP: %.0f %% of in process\n", 100 * sum["http"] / sum["process"]}' \
    "$work/figures" ;;
esac
case $what in latency|all)
  echo "== in process, 1 thread"; bench 1
  echo "== hello alone"; hello 10
  echo "== half load (1 connection), with hello meanwhile"
  load 15 1 > "$work/half" & half=$!
  hello 12; wait $half; cat "$work/half"
  echo "== hello under full load"
  load 15 64 > "$work/full" & full=$!
  hello 12; wait $full ;;
esac
case $what in memory|all)
  echo "== memory"
  asked() { curl -s "http://127.0.0.1:$port/metrics" |
    awk '/^tillit_answers_total/ {n += $2} END {print int(n)}'; }
  until test "$(asked)" -ge 20000; do load 10 64 > /dev/null; done
  early=$(memory); echo "after $(asked): $early kB"
  until test "$(asked)" -ge 200000; do load 30 64 > /dev/null; done
  late=$(memory); echo "after $(asked): $late kB ($((late * 100 / early)) %)" ;;
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

#!/usr/bin/env bash
# Runs the contract while things happen to its target, its network and its disk, and prints what each run came to. None of
# them is the target's fault, so no case may fail or break. Usage: tests/soak.sh [SPEC]; build src/Conformance.Cli first.
set -uo pipefail
cd "$(dirname "$0")/.."
spec=${1:-specs/parcels.yaml}
tool="dotnet src/Conformance.Cli/bin/Release/net10.0/Conformance.Cli.dll"
work=$(mktemp -d)
port=$((20000 + RANDOM % 20000))
simulator=0
wrong=0

simulate() {
  # The tool itself, and not a shell around it, gets the signals.
  dotnet src/Conformance.Cli/bin/Release/net10.0/Conformance.Cli.dll simulate "$spec" --port $port --environment sandbox >"$work/simulator.log" 2>&1 &
  simulator=$!
  for _ in $(seq 100); do
    if grep -q "Ctrl-C ends it" "$work/simulator.log"; then
      # It prints the credentials that it accepts as NAME  value.
      sed -nE 's/^  ([A-Z_0-9]+) +(.+)$/\1=\2/p' "$work/simulator.log" >"$work/secrets"
      return
    fi
    sleep 0.2
  done
  cat "$work/simulator.log"
  exit 1
}

run() { # OUT, then further arguments
  local out=$1
  shift
  $tool run "$spec" --base-url "http://127.0.0.1:$port" --environment sandbox --provider-states /_simulator/states \
    --test-clock /_simulator/clock --secrets "$work/secrets" --report summary --timeout 2s --max-wait 3s --out "$work/$out" "$@" >"$work/$out.txt" 2>&1
}

# Waits until so many cases are written down.
finished() {
  for _ in $(seq 300); do
    [ "$(cat "$work/$1/record/cases.ndjson" 2>/dev/null | wc -l)" -ge "$2" ] && return
    sleep 0.1
  done
}

show() { # name, exit code, file with the output, expected exit codes
  local counts verdict=ok
  counts=$(grep -oE '[0-9]+ cases: .* error' "$3" | tail -1)
  grep -qE ' 0 failed.* 0 error' <<<"$counts" || verdict=WRONG
  [[ " $4 " == *" $2 "* ]] || verdict=WRONG
  [ $verdict = ok ] || { wrong=1; grep -A12 -E "^(FAILED|Inconclusive)" "$3"; tail -3 "$3"; }
  printf '%-28s exit %-4s %-78s %s\n' "$1" "$2" "$counts" $verdict
}

trap 'kill -9 $simulator 2>/dev/null; rm -rf "$work"' EXIT


simulate
run killed & pid=$!
finished killed 40
kill -9 $simulator
wait $pid
show "target killed" $? "$work/killed.txt" 5
simulate
run killed --resume
show "target back, run resumed" $? "$work/killed.txt" 0

run stopped & pid=$!
finished stopped 40
kill -STOP $simulator
sleep 3
kill -CONT $simulator
wait $pid
show "target stopped for 3 s" $? "$work/stopped.txt" "0 5"
kill -9 $simulator

if unshare -rn sh -c 'ip link set lo up && tc qdisc add dev lo root netem loss 1%' 2>/dev/null; then
  unshare -rn sh -c "ip link set lo up; tc qdisc add dev lo root netem loss 3% delay 2ms
    $tool run $spec --report summary --out $work/lossy" >"$work/lossy.txt" 2>&1
  show "3 % of packets lost" $? "$work/lossy.txt" "0 5"
else
  echo "3 % of packets lost          not tried: no network namespace or no tc here"
fi

if unshare -rm sh -c "mount -t tmpfs -o size=1m tmpfs $work" 2>/dev/null; then
  mkdir "$work/small"
  unshare -rm sh -c "mount -t tmpfs -o size=500k tmpfs $work/small
    $tool run $spec --report summary,html --out $work/small" >"$work/full.txt" 2>&1
  show "disk full" $? "$work/full.txt" 2
else
  echo "disk full                    not tried: no mount namespace here"
fi

exit $wrong

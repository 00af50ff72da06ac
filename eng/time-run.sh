#!/usr/bin/env bash
# Measures how long `async-basics run` takes from its start to its report, for a program of some 50 lines:
# the whole process, and under --watch from saving the file to the report. Medians of 10 runs.
#   eng/time-run.sh [FILE.cs]
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

readonly runs=10
[[ -z ${1:-} ]] || source_file=$(realpath "$1")
[[ -x artifacts/command/async-basics ]] || eng/publish.sh >&2
readonly command=$PWD/artifacts/command/async-basics

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
program=$work/Program.cs
cp "${source_file:-eng/time-run/Program.cs}" "$program"

# Microseconds since the epoch, with a point or a comma in them.
now() { echo "${EPOCHREALTIME//[.,]/}"; }

median() { sort -n | awk '{ value[NR] = $1 } END { printf "%.2f s", (value[int((NR + 1) / 2)] + value[int(NR / 2) + 1]) / 2e6 }'; }

for ((run = 0; run <= runs; run++)); do
    began=$(now)
    "$command" run "$program" > "$work/report" || { cat "$work/report" >&2; exit 1; }
    # The first one also reads the files from the disk.
    ((run == 0)) || echo $(($(now) - began)) >> "$work/cold"
done

coproc watch { exec "$command" run --watch "$program"; }
# shellcheck disable=SC2154 # The coprocess sets it.
wait_for_report() {
    local line
    while read -r line <&"${watch[0]}"; do
        [[ $line != "Waiting for a change."* ]] || return 0
    done
    echo "The watching command ended." >&2
    exit 1
}

wait_for_report
for ((run = 0; run <= runs; run++)); do
    sleep 0.3
    cp "$program" "$work/next"
    echo "// change $run" >> "$work/next"
    began=$(now)
    # As many editors save: a new file in the old one's place.
    mv "$work/next" "$program"
    wait_for_report
    ((run == 0)) || echo $(($(now) - began)) >> "$work/warm"
done
# shellcheck disable=SC2154
kill -TERM "$watch_PID"
wait "$watch_PID" || true

echo "lines   $(wc -l < "${source_file:-eng/time-run/Program.cs}")"
echo "cold    $(median < "$work/cold")   (the whole process, median of $runs)"
echo "watch   $(median < "$work/warm")   (from saving to the report, median of $runs)"

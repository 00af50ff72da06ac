#!/usr/bin/env bash
# usage: eng/kill-test.sh [KILLS]
#
# Kills the command (SIGKILL) at random moments while it saves answers, 200 times by default. After each kill the progress must open,
# and hold every answer that the command had said to be saved. The last line is `N kills, A answers acknowledged, L lost`.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
export DOTNET_NOLOGO=1 DOTNET_CLI_TELEMETRY_OPTOUT=1

readonly wanted=${1:-200}
readonly work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

dotnet build src/AsyncBasics.Cli --configuration Release --verbosity quiet
readonly command=(dotnet artifacts/bin/AsyncBasics.Cli/release/async-basics.dll)

seq 1000 | sed 's/.*/3/' > "$work/answers"
kills=0
acknowledged=0
lost=0
while ((kills < wanted)); do
    : > "$work/said"
    "${command[@]}" cards --all --data "$work/data" < "$work/answers" > "$work/said" 2> "$work/errors" &
    process=$!
    # From the first answer on, at any moment of the next fifth of a second.
    until grep -q Saved "$work/said" || ! kill -0 $process 2> /dev/null; do sleep 0.002; done
    sleep "0.$(printf '%03d' $((RANDOM % 200)))"
    if kill -KILL $process 2> /dev/null; then
        kills=$((kills + 1))
    fi
    wait $process 2> /dev/null || true

    acknowledged=$((acknowledged + $(grep -c Saved "$work/said" || true)))
    if ! "${command[@]}" progress export --data "$work/data" > "$work/exported" 2> "$work/errors" || [[ -s $work/errors ]]; then
        echo "After kill $kills the progress does not open: $(cat "$work/errors")"
        exit 1
    fi
    saved=$(grep -c '"kind": "card-rated"' "$work/exported" || true)
    if ((saved < acknowledged)); then
        lost=$((lost + acknowledged - saved))
        # What is lost once is not to be counted again.
        acknowledged=$saved
    fi
done

echo "$kills kills, $acknowledged answers acknowledged, $lost lost"
((lost == 0))

#!/usr/bin/env bash
# Publishes a small program on the loop, trimmed and with its own runtime, and runs it.
# A trim or AOT warning is an error, as every warning is.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

export DOTNET_NOLOGO=1 DOTNET_CLI_TELEMETRY_OPTOUT=1
# Its own folder: a publish for one system must not change what the next ordinary build finds.
readonly output=$PWD/artifacts/trim-check

rm -rf "$output"
dotnet publish eng/trim-sample --self-contained --use-current-runtime --artifacts-path "$output"

"$output/publish/TrimSample/release/TrimSample" | diff - eng/trim-sample/expected-output.txt
echo "The trimmed program runs and prints what it should."

#!/usr/bin/env bash
# Publishes the command, compiled ahead for this system, to artifacts/command: the form in which it starts fastest.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

export DOTNET_NOLOGO=1 DOTNET_CLI_TELEMETRY_OPTOUT=1
# Its own place for what is built: a publish for one system must not change what the next ordinary build finds.
dotnet publish src/AsyncBasics.Cli --use-current-runtime --self-contained false -p:CompiledAhead=true -p:PackAsTool=false \
    --artifacts-path artifacts/compiled-ahead --output artifacts/command --verbosity quiet
echo "artifacts/command/async-basics"

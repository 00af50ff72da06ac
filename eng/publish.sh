#!/usr/bin/env bash
# Publishes the command to artifacts/command, compiled ahead for this system as one with the runtime that it brings along: the form in which
# it starts fastest. It takes some minutes.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

export DOTNET_NOLOGO=1 DOTNET_CLI_TELEMETRY_OPTOUT=1
# Its own place for what is built: a publish for one system must not change what the next ordinary build finds.
dotnet publish src/AsyncBasics.Cli --use-current-runtime --self-contained true -p:CompiledAhead=true -p:PackAsTool=false \
    --artifacts-path artifacts/compiled-ahead --output artifacts/command --verbosity quiet
echo "artifacts/command/async-basics"

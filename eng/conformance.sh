#!/usr/bin/env bash
# Runs N fresh random programs on CPython's asyncio and on the loop, and compares what they did:
#   eng/conformance.sh N [SEED]
# The last line is `N programs, D differences`; each of the first differences is shown as a small program with both logs.
# The reference is python3, or what PYTHON names; it has to be 3.11 or later. More commands and options:
#   dotnet run --project tests/AsyncBasics.Conformance
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

export DOTNET_NOLOGO=1 DOTNET_CLI_TELEMETRY_OPTOUT=1
dotnet build tests/AsyncBasics.Conformance --configuration Release --verbosity quiet >&2
exec dotnet artifacts/bin/AsyncBasics.Conformance/release/AsyncBasics.Conformance.dll \
    run --python "${PYTHON:-python3}" "$@"

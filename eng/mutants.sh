#!/usr/bin/env bash
# Prints what the check of each exercise makes of its mutants and its solutions: which are accepted and which refused, and why.
# The last line is `N mutants, S survived; M solutions, R refused`; the exit code is 0 only if nobody survived and nothing was refused.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
export DOTNET_NOLOGO=1 DOTNET_CLI_TELEMETRY_OPTOUT=1
dotnet run --project src/AsyncBasics.Cli --configuration Release -- course mutants --course course

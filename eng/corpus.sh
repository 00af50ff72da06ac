#!/usr/bin/env bash
# Runs the lab on every program of tests/corpus and compares its findings with what stands at the top of each:
#   eng/corpus.sh [PART-OF-A-NAME ...]
# Prints what is wrong, then precision and recall for each kind of finding. The last line is `N programs, F wrong`.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

export DOTNET_NOLOGO=1 DOTNET_CLI_TELEMETRY_OPTOUT=1
dotnet build tests/AsyncBasics.Corpus --configuration Release --verbosity quiet >&2
exec dotnet artifacts/bin/AsyncBasics.Corpus/release/AsyncBasics.Corpus.dll "$@"

#!/usr/bin/env bash
# Packs the library and the command into artifacts/packages, installs the command from there into a temporary
# place, and runs it. Nothing of it stays on the machine but the packages.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

export CI=true DOTNET_NOLOGO=1 DOTNET_CLI_TELEMETRY_OPTOUT=1
readonly packages=$PWD/artifacts/packages
readonly expected=tests/data/expected-output.txt

rm -rf "$packages"
dotnet pack src/AsyncBasics.Loop --output "$packages"
dotnet pack src/AsyncBasics.Cli --output "$packages"

tool=$(mktemp -d)
trap 'rm -rf "$tool"' EXIT
version=$(dotnet msbuild src/AsyncBasics.Cli -getProperty:Version)
dotnet tool install async-basics --version "$version" --source "$packages" --tool-path "$tool"

if grep -rlF --include='*.dll' "$PWD" "$tool"; then
    echo "The assemblies above hold a path of this machine." >&2
    exit 1
fi

"$tool/async-basics" --clock virtual | diff - "$expected"
echo "The installed command prints what the lesson expects."

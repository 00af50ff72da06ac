#!/usr/bin/env bash
# Builds the browser engine into a folder of static files, artifacts/web-engine, and prints its size:
#   eng/web-engine.sh [--brotli] [--measure]
# It is started once in Chromium, which has to be there, and what its memory holds then is among the files.
# --brotli also packs every file, as a server would, and prints what is left to download.
# --measure also boots it in Chromium and prints how long the boot, the first run, and later ones take, checked before or not.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

export DOTNET_NOLOGO=1 DOTNET_CLI_TELEMETRY_OPTOUT=1

brotli=() measure=0
for word in "$@"; do
    case $word in
        --brotli) brotli=(--brotli) ;;
        --measure) measure=1 ;;
        *) echo "Usage: eng/web-engine.sh [--brotli] [--measure]" >&2; exit 2 ;;
    esac
done

readonly project=src/AsyncBasics.Wasm
dotnet build $project --configuration Release --verbosity quiet

root=$(dotnet msbuild $project -getProperty:NuGetPackageRoot)
version=$(dotnet msbuild $project -getProperty:BundledNETCoreAppPackageVersion)
runtime=${root%/}/microsoft.netcore.app.runtime.mono.browser-wasm/$version/runtimes/browser-wasm

dotnet run eng/web-parts.cs -- artifacts/bin/AsyncBasics.Wasm/release "$runtime" $project/web $project/recording artifacts/web-parts
dotnet run eng/web-engine.cs -- artifacts/web-parts artifacts/web-engine "${brotli[@]}"

if ((measure)); then
    dotnet build tests/AsyncBasics.Wasm.Tests --configuration Release --verbosity quiet
    dotnet artifacts/bin/AsyncBasics.Wasm.Tests/release/AsyncBasics.Wasm.Tests.dll -noLogo -class '*EngineTimesTests' -showLiveOutput
fi

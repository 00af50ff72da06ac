#!/usr/bin/env bash
# Builds everything once and runs every check of the project:
#   - the code style (dotnet format), which counts as one check,
#   - every test project: tests/*.Tests, and the samples, which are tests too.
# The last line is `N passed, N failed`, summed over all of them. The exit code is 0 only if nothing failed,
# every test project ran at least one test, and the build went through.
set -u
cd "$(dirname "${BASH_SOURCE[0]}")" || exit 1

export DOTNET_NOLOGO=1 DOTNET_CLI_TELEMETRY_OPTOUT=1
# Build servers outlive the build, and whoever waits for this script's output would wait for them too.
export DOTNET_CLI_USE_MSBUILD_SERVER=0 MSBUILDDISABLENODEREUSE=1 UseSharedCompilation=false

readonly configuration=Release
readonly results=artifacts/test-results
readonly minutes_per_project=15

passed=0
failed=0
skipped=0

finish() {
    if ((skipped > 0)); then
        echo "$skipped skipped"
    fi
    echo "$passed passed, $failed failed"
    ((failed == 0)) || exit 1
    exit 0
}

give_up() {
    echo "$1" >&2
    failed=$((failed + 1))
    finish
}

# One number out of the <assembly> element of an xunit result file.
count() {
    sed -n 's/.*<assembly [^>]* '"$1"'="\([0-9]*\)".*/\1/p' "$2" | head -n 1
}

# A hung test must end the run, not outlast it. Not every system has the command.
within_limit() {
    if command -v timeout > /dev/null; then
        timeout --kill-after=10s "${minutes_per_project}m" "$@"
    else
        "$@"
    fi
}

run_test_project() {
    local name=$1 file=$results/$1.xml exit_code ran good bad left_out
    echo
    echo "== $name"
    within_limit dotnet "artifacts/bin/$name/release/$name.dll" -noLogo -noColor -noAutoReporters -xml "$file" < /dev/null
    exit_code=$?

    if [[ ! -s $file ]]; then
        echo "$name ended with exit code $exit_code before it could report its results."
        failed=$((failed + 1))
        return
    fi

    ran=$(count total "$file")
    good=$(count passed "$file")
    bad=$(($(count failed "$file") + $(count errors "$file")))
    left_out=$(($(count skipped "$file") + $(count not-run "$file")))
    if ((ran == 0)); then
        echo "$name ran no test."
        bad=1
    elif ((bad == 0 && exit_code != 0)); then
        echo "$name ended with exit code $exit_code although no test failed."
        bad=1
    fi

    echo "$name: $good of $ran passed, $left_out skipped"
    passed=$((passed + good))
    failed=$((failed + bad))
    skipped=$((skipped + left_out))
}

# --- What the tests need -----------------------------------------------------------------------------------------------
# The .NET SDK is there already; it brings everything else as packages.
command -v dotnet > /dev/null || give_up "The .NET SDK was not found: install .NET 10 and put dotnet on the PATH."
dotnet restore AsyncBasics.slnx < /dev/null || give_up "The packages could not be restored."

# The browser engine is recorded and tested in the system's Chromium; nothing else ever brings a browser.
if ! command -v chromium > /dev/null; then
    mkdir -p artifacts
    { apt-get update && apt-get install --yes --no-install-recommends chromium; } < /dev/null > artifacts/chromium.log 2>&1 \
        || give_up "Chromium is missing and could not be installed: artifacts/chromium.log says why."
fi

# --- Build -------------------------------------------------------------------------------------------------------------
dotnet build AsyncBasics.slnx --configuration $configuration --no-restore < /dev/null || give_up "The build failed."

eng/web-engine.sh < /dev/null || give_up "The browser engine could not be built."

# --- Code style --------------------------------------------------------------------------------------------------------
echo
echo "== Code style"
if dotnet format AsyncBasics.slnx --verify-no-changes --no-restore < /dev/null; then
    echo "Code style: clean"
    passed=$((passed + 1))
else
    echo "Code style: not clean; dotnet format repairs what is listed above."
    failed=$((failed + 1))
fi

# --- Tests -------------------------------------------------------------------------------------------------------------
rm -rf "$results"
mkdir -p "$results"
for project in {tests,samples}/*.Tests/*.csproj; do
    run_test_project "$(basename "$project" .csproj)"
done

echo
finish

#!/usr/bin/env bash
# Packs the library and the command into artifacts/packages, installs the command from there into a temporary
# place and runs it, and runs a program that has the library from its package. Only the packages stay.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

export CI=true DOTNET_NOLOGO=1 DOTNET_CLI_TELEMETRY_OPTOUT=1
readonly packages=$PWD/artifacts/packages
readonly expected=tests/data/expected-output.txt

rm -rf "$packages"
dotnet pack src/AsyncBasics.Loop --output "$packages"
# Compiled ahead for the system that most run it on, and as plain code for all others; in its own place, so that the next ordinary
# build finds nothing of it.
dotnet pack src/AsyncBasics.Cli --output "$packages" -p:CompiledAhead=true --artifacts-path artifacts/compiled-ahead

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

[[ $("$tool/async-basics" exercise list --data "$tool/data") == *"0 of "*" passed."* ]]
echo "The installed command brings the course."

echo 'await Task.WhenAll(Task.Delay(2000), Task.Delay(3000)); Console.WriteLine("done");' > "$tool/Program.cs"
"$tool/async-basics" run "$tool/Program.cs" | grep -q '^took 3.0 s'
echo "The installed command runs any program."

# The library as somebody else would use it: from the package alone, with a cache of its own so that no older one is taken.
consumer=$tool/consumer
mkdir "$consumer"
cat > "$consumer/Consumer.csproj" << END
<Project Sdk="Microsoft.NET.Sdk">
  <PropertyGroup>
    <OutputType>Exe</OutputType>
    <TargetFramework>net10.0</TargetFramework>
    <ImplicitUsings>enable</ImplicitUsings>
  </PropertyGroup>
  <ItemGroup>
    <PackageReference Include="AsyncBasics.Loop" Version="$version" />
  </ItemGroup>
</Project>
END
cat > "$consumer/Program.cs" << 'END'
using static AsyncBasics.Asyncio;

Run(Main());

async Coroutine Main() => Console.WriteLine(string.Join(' ', await Gather(Echo("the"), Echo("package"), Echo("works"))));

async Coroutine<string> Echo(string word)
{
    await Sleep(0.01);
    return word;
}
END
export NUGET_PACKAGES=$tool/cache
dotnet restore "$consumer" --source "$packages"
dotnet run --no-restore --project "$consumer" | diff - <(echo "the package works")
echo "A program that has only the library's package runs."

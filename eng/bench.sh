#!/usr/bin/env bash
# Measures the loop beside its peers, in turn (A B A B), and writes one table: bench/results/latest.md and latest.json.
#   eng/bench.sh [--quick] [--runs N] [--readme] [W...]
# W: the works to measure (W1 W1s W1v W2a W2b W3 W4 W5 W5y W6 W7c W7t W8 W9o W9d growth); all by default.
# --quick: smaller sizes, 3 runs, without Python and Node, less than three minutes on a machine that does nothing else. --runs: how many runs, 5 by default.
# --readme: puts the table into README.md afterwards; bench/readme.py alone does that with the latest table.
# Debian's packages of Go, tokio, uvloop and a C compiler are installed when they are missing and the user may do so;
# a peer that can't be built is named in the table with its reason.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

export DOTNET_NOLOGO=1 DOTNET_CLI_TELEMETRY_OPTOUT=1
export DOTNET_CLI_USE_MSBUILD_SERVER=0 MSBUILDDISABLENODEREUSE=1 UseSharedCompilation=false

quick=0 runs=5 readme=0 works=()
while (($# > 0)); do
    case $1 in
        --quick) quick=1 runs=3 ;;
        --runs) runs=${2:?--runs needs a number} && shift ;;
        --readme) readme=1 ;;
        W*|growth) works+=("$1") ;;
        *) echo "Usage: eng/bench.sh [--quick] [--runs N] [--readme] [W...]" >&2; exit 2 ;;
    esac
    shift
done
((${#works[@]} > 0)) || works=(W1 W1s W1v W2a W2b W3 W4 W5 W5y W6 W7c W7t W8 W9o W9d growth)

readonly out=$PWD/artifacts/bench
readonly peers=bench/peers
mkdir -p "$out" bench/results
lines=$out/runs.jsonl missing=$out/missing.txt log=$out/log.txt
: > "$lines" && : > "$missing" && : > "$log"

absent() { printf '%s\t%s\n' "$1" "$2" | tee -a "$missing" >&2; }

# --- What is missing ---------------------------------------------------------------------------------------------------
needed=()
command -v gcc > /dev/null || needed+=(gcc libc6-dev)
command -v go > /dev/null || needed+=(golang-go)
command -v cargo > /dev/null || needed+=(cargo rustc)
command -v node > /dev/null || needed+=(nodejs)
[[ -d /usr/share/cargo/registry ]] || needed+=(librust-tokio-dev)
[[ -x /usr/bin/python3 ]] || needed+=(python3)
/usr/bin/python3 -c 'import uvloop' 2> /dev/null || needed+=(python3-uvloop)
if ((${#needed[@]} > 0)) && command -v apt-get > /dev/null && ((EUID == 0)); then
    echo "Installing ${needed[*]}" >&2
    apt-get update -qq >> "$log" 2>&1 || true
    apt-get install -y --no-install-recommends "${needed[@]}" >> "$log" 2>&1 || true
fi

# --- Build -------------------------------------------------------------------------------------------------------------
echo "Building" >&2
declare -A command_of
# build NAME PROGRAM COMMAND...: runs the build command; the peer is PROGRAM if that worked.
build() {
    local name=$1 program=$2
    shift 2
    if "$@" >> "$log" 2>&1; then
        command_of[$name]=$program
    else
        absent "$name" "could not be built; artifacts/bench/log.txt says why"
    fi
}
build loop "dotnet artifacts/bin/Peer.Loop/release/Peer.Loop.dll" dotnet build $peers/loop --configuration Release
[[ -n ${command_of[loop]:-} ]] || { cat "$log" >&2; exit 1; }
build dotnet-tasks "dotnet artifacts/bin/Peer.DotnetTasks/release/Peer.DotnetTasks.dll" \
    dotnet build $peers/dotnet-tasks --configuration Release
build c "$out/c" gcc -O2 -o "$out/c" $peers/c/peer.c
build go "$out/go" env --chdir=$peers/go go build -o "$out/go" .
build tokio "$out/tokio/release/peer" env --chdir=$peers/tokio cargo build --release --offline --target-dir "$out/tokio"
if command -v node > /dev/null; then command_of[node]="node $peers/node/peer.mjs"; else absent node "is not installed"; fi
if [[ -x /usr/bin/python3 ]]; then
    command_of[asyncio]="/usr/bin/python3 $peers/asyncio/peer.py"
    command_of[asyncio nogc]="${command_of[asyncio]} nogc"
else
    absent asyncio "is not installed"
fi
if /usr/bin/python3 -c 'import uvloop' 2> /dev/null; then
    command_of[uvloop]="${command_of[asyncio]} uvloop"
    command_of[uvloop nogc]="${command_of[asyncio]} uvloop nogc"
else
    absent uvloop "is not installed"
fi
# Eager tasks came with Python 3.12.
eager=${PYTHON_EAGER:-python3}
if "$eager" -c 'import sys; sys.exit(sys.version_info < (3, 12))' 2> /dev/null; then
    command_of[asyncio eager nogc]="$eager $peers/asyncio/peer.py eager nogc"
else
    absent "asyncio eager" "needs Python 3.12, which PYTHON_EAGER can name"
fi
[[ -z ${command_of[dotnet-tasks]:-} ]] || command_of[dotnet-tasks pump]="${command_of[dotnet-tasks]} pump"
[[ -z ${command_of[tokio]:-} ]] || command_of[tokio multi]="${command_of[tokio]} multi"

# --- Run ---------------------------------------------------------------------------------------------------------------
# ROUNDS SIZE... of a work. Python takes a tenth where the work is counted, not slept.
size_of() {
    if ((quick)); then
        case $1 in
            W1|W1s) echo 1 100000 500 ;;
            W1v) echo 7 100000 ;;
            W2a) echo 9 100000 ;;
            W2b) echo 15 50000 3 ;;
            W3) echo 7 100 10000 ;;
            W4) echo 7 50000 ;;
            W5|W5y) echo 9 20 30000 ;;
            W6) echo 1 200 ;;
            W7c) echo 3 30000 ;;
            W7t) echo 7 50000 ;;
            W8) echo 7 8 200000 ;;
            W9o) echo 5 100 3000 ;;
            W9d) echo 1 100 50 ;;
        esac
    else
        case $1 in
            W1|W1s) echo 1 1000000 10000 ;;
            W1v) echo 5 1000000 ;;
            W2a) echo 7 1000000 ;;
            W2b) echo 15 100000 10 ;;
            W3) echo 5 100 100000 ;;
            W4) echo 7 300000 ;;
            W5|W5y) echo 9 20 200000 ;;
            W6) echo 1 1000 ;;
            W7c) echo 3 1000000 ;;
            W7t) echo 5 1000000 ;;
            W8) echo 7 8 1000000 ;;
            W9o) echo 5 100 20000 ;;
            W9d) echo 1 100 200 ;;
        esac
    fi
}

size_for() {
    local work=$1 sizes
    read -ra sizes <<< "$(size_of "$1")"
    if [[ $2 == asyncio* || $2 == uvloop* ]]; then
        case $work in
            W1|W1s|W6) ;;
            W2b|W3|W5|W5y|W8) sizes=(2 "${sizes[1]}" $((sizes[2] > 10 ? sizes[2] / 10 : 1))) ;;
            *) sizes=(2 $((sizes[1] / 10))) ;;
        esac
    elif [[ $2 == node && $work == W7? ]]; then
        sizes=(3 $((sizes[1] / 10)))
    fi
    echo "${sizes[@]}"
}

# Who takes part in a work. The rows' references always do; --quick leaves out what only adds to the picture.
peers_of() {
    local names
    case $1 in
        W1) names="loop,dotnet-tasks,tokio,tokio multi,c,go,node,asyncio,uvloop,asyncio nogc" ;;
        W1s) names="loop,dotnet-tasks,tokio,tokio multi,c" ;;
        W1v) names="loop,c" ;;
        W2a) names="loop,dotnet-tasks,tokio,go,node,asyncio,asyncio nogc,uvloop,uvloop nogc,asyncio eager nogc" ;;
        W2b|W3|W4|W5|W5y) names="loop,dotnet-tasks,dotnet-tasks pump,tokio,tokio multi,go,node,asyncio,asyncio nogc,uvloop" ;;
        W6) names="loop,c,dotnet-tasks,tokio,go,node,asyncio,uvloop" ;;
        W7c|W7t) names="loop,dotnet-tasks,tokio,go,node,asyncio,asyncio nogc,uvloop" ;;
        W8) names="loop,dotnet-tasks,tokio,go,asyncio,uvloop" ;;
        *) names=loop ;;
    esac
    [[ $1 != W4 ]] || names=${names/,node/}
    ((quick)) && names=$(tr ',' '\n' <<< "$names" | grep -vE '^(asyncio|uvloop|node)' | paste -sd,)
    echo "$names"
}

# run_once WORK PEER "ROUNDS SIZE..." [LABEL]: one process, whose line is kept.
run_once() {
    local work=$1 peer=$2 label=${4:-} line status=0
    # shellcheck disable=SC2086 # The command and the sizes are words.
    line=$(timeout 300 ${command_of[$peer]} "$work" $3 2>> "$log") || status=$?
    if ((status == 0)); then
        echo "${line/'"work":"'/'"work":"'$label}" >> "$lines"
    else
        absent "$peer $work" "ended with exit code $status; artifacts/bench/log.txt says why"
        failed["$peer $work"]=1
    fi
}

declare -A failed=()
for work in "${works[@]}"; do
    [[ $work != growth ]] || continue
    [[ -n $(size_of "$work") ]] || { echo "No such work: $work" >&2; exit 2; }
    IFS=, read -ra names <<< "$(peers_of "$work")"
    for ((run = 1; run <= runs; run++)); do
        for peer in "${names[@]}"; do
            [[ -n ${command_of[$peer]:-} && -z ${failed["$peer $work"]:-} ]] || continue
            # These are no reference in W1, and take up to half a minute each time.
            [[ $work != W1 || $run -le 2 || ! $peer =~ ^(go|node|asyncio|uvloop) ]] || continue
            printf '\r%s %d/%d %-22s' "$work" "$run" "$runs" "$peer" >&2
            run_once "$work" "$peer" "$(size_for "$work" "$peer")"
        done
    done
done

# A task must cost the same however many there are.
if [[ " ${works[*]} " == *" growth "* ]]; then
    for tasks in 1000 10000 100000 $( ((quick)) || echo 1000000); do
        for ((run = 1; run <= (quick ? 1 : runs); run++)); do
            # Enough of them for the runtime to have compiled everything to the end, however few the tasks are.
            rounds=$((tasks < 400000 ? 2000000 / tasks : 5))
            printf '\rgrowth %d/%d %-22d' "$run" "$runs" "$tasks" >&2
            run_once W1v loop "$rounds $tasks" "growth "
            run_once W2b loop "$rounds $tasks 1" "growth "
            run_once W7c loop "$rounds $tasks" "growth "
        done
    done
fi
printf '\r%40s\r' '' >&2

# --- Table -------------------------------------------------------------------------------------------------------------
version() { { "$@" 2> /dev/null || true; } | head -n 1; }
{
    echo "cpu	$(sed -n 's/^model name\s*: //p' /proc/cpuinfo | head -n 1), $(nproc) cores"
    echo "memory	$(awk '/MemTotal/ { printf "%.0f GiB", $2 / 1048576 }' /proc/meminfo)"
    echo "system	$(uname -sr | cut -d- -f1)"
    echo ".NET	$(dotnet --version)"
    echo "Go	$(version go version | awk '{ print substr($3, 3) }')"
    echo "Rust	$(version cargo --version | awk '{ print $2 }')"
    echo "tokio	$(sed -n '/name = "tokio"/{n;s/version = "\(.*\)"/\1/p}' $peers/tokio/Cargo.lock 2> /dev/null)"
    echo "Node	$(version node --version)"
    echo "Python	$(version /usr/bin/python3 --version | awk '{ print $2 }')"
    echo "uvloop	$(version /usr/bin/python3 -c 'import uvloop; print(uvloop.__version__)')"
    echo "C	$(version gcc -dumpfullversion)"
    echo "load	$(cut -d' ' -f1-3 /proc/loadavg) at the end"
} > "$out/machine.txt"
mode=full
((quick)) && mode=quick
/usr/bin/python3 bench/table.py "$lines" "$missing" "$out/machine.txt" bench/targets.json bench/results $mode "$runs"
((readme == 0)) || /usr/bin/python3 bench/readme.py
cat bench/results/latest.md

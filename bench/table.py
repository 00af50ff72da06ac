"""Makes the table of eng/bench.sh from the lines that the programs printed.

table.py RUNS.jsonl MISSING.txt MACHINE.txt TARGETS.json OUTPUT_FOLDER MODE RUNS
"""

import collections
import datetime
import json
import pathlib
import statistics
import sys

# Node has no scheduler in these: an await gives up a microtask, a call creates no task. Shown, but no reference.
NOT_A_REFERENCE = {"node"}

UNITS = {"ns": "ns", "ms": "ms", "seconds": "s", "mib": "MiB"}


def read_runs(path):
    runs = collections.defaultdict(list)
    for line in pathlib.Path(path).read_text().splitlines():
        run = json.loads(line)
        runs[run["work"], run["peer"]].append(run)
    return runs


def read_pairs(path):
    lines = pathlib.Path(path).read_text().splitlines()
    return dict(line.split("\t", 1) for line in lines if "\t" in line)


def value(run, measure):
    return {
        "ns": run["ns_per_op"],
        "ms": run["ns_per_op"] / 1e6,
        "seconds": run["seconds"],
        "mib": run["peak_kib"] / 1024,
    }[measure]


def median(runs, measure):
    return statistics.median(value(run, measure) for run in runs)


def digits(number):
    return f"{number:,.0f}" if number >= 100 else f"{number:.1f}" if number >= 10 else f"{number:.2f}"


def make_row(target, runs):
    """One row: everybody's median, ours against the reference, and whether the target is met."""
    work, measure = target["work"], target["measure"]
    figures = {peer: median(list_, measure) for (w, peer), list_ in runs.items() if w == work}
    if "loop" not in figures:
        return None
    ours = figures["loop"]
    row = {"row": target["row"], "what": target["what"], "unit": UNITS[measure], "loop": ours, "peers": figures}
    # Memory and real sleeps are taken in a fresh process: there is no warm figure.
    if measure == "ns":
        row["cold"] = statistics.median(run["cold_ns_per_op"] for run in runs[work, "loop"])
        row["bytes_per_op"] = statistics.median(run["bytes_per_op"] for run in runs[work, "loop"])
    row["ops"] = runs[work, "loop"][0]["ops"]
    if "at_most" in target:
        row["target"] = f"≤ {target['at_most']} {UNITS[measure]}"
        row["met"] = ours <= target["at_most"]
    elif "against" in target:
        names = target["against"]
        if names == "best":
            names = [peer for peer in figures if peer not in NOT_A_REFERENCE]
        references = {peer: figures[peer] for peer in names if peer in figures and peer != "loop"}
        if not references:
            return row | {"target": "its reference is missing"}
        reference = min(references, key=references.get)
        row["reference"] = reference
        row["ratio"] = ours / references[reference]
        row["target"] = f"≤ {target['limit']} × {reference}"
        row["met"] = row["ratio"] <= target["limit"]
    return row


def make_growth(runs):
    points = []
    for (work, _), list_ in sorted(runs.items()):
        if not work.startswith("growth "):
            continue
        by_size = collections.defaultdict(list)
        for run in list_:
            by_size[run["ops"]].append(run)
        for tasks, same in sorted(by_size.items()):
            points.append(
                {
                    "work": work.removeprefix("growth "),
                    "tasks": tasks,
                    "ns_per_task": median(same, "ns"),
                    "bytes_per_task": statistics.median(run["bytes_per_op"] for run in same),
                }
            )
    return points


def markdown(result):
    yield f"# The loop beside its peers, {result['date']}"
    yield ""
    yield "Made by `eng/bench.sh`. " + ", ".join(f"{name}: {text}" for name, text in result["machine"].items()) + "."
    yield ""
    yield (
        f"{'Small sizes (--quick), medians' if result['mode'] == 'quick' else 'Medians'} of {result['runs']} runs of each program, "
        "in turn in one session. Figures are warm (the median of the later half of a process's rounds); cold is the first round of "
        "a process. **missed** marks a target that is not met. C does the waiting alone, without tasks. An await of Node gives up a "
        "microtask, and its calls schedule nothing, so it is shown but is no reference."
    )
    yield ""
    yield "| work | operations | ours | cold | best of the others | ratio | target | |"
    yield "|---|--:|--:|--:|---|--:|---|---|"
    for row in result["rows"]:
        others = sorted((v, peer) for peer, v in row["peers"].items() if peer != "loop")
        named = " · ".join(f"{peer} {digits(v)}" for v, peer in others[:3])
        ratio = f"{row['ratio']:.2f}" if "ratio" in row else ""
        verdict = "" if "met" not in row else "met" if row["met"] else "**missed**"
        cold = digits(row["cold"]) if "cold" in row else ""
        yield (
            f"| {row['row']}: {row['what']} | {row['ops']:,} | {digits(row['loop'])} {row['unit']} | {cold} | {named} | {ratio} | "
            f"{row.get('target', '')} | {verdict} |"
        )
    yield ""
    yield "## Everybody's figures"
    yield ""
    peers = sorted({peer for row in result["rows"] for peer in row["peers"]}, key=lambda peer: (peer != "loop", peer))
    yield "| | unit | " + " | ".join(peers) + " |"
    yield "|---|---|" + "--:|" * len(peers)
    for row in result["rows"]:
        cells = (digits(row["peers"][peer]) if peer in row["peers"] else "–" for peer in peers)
        yield f"| {row['row']} | {row['unit']} | " + " | ".join(cells) + " |"
    if result["growth"]:
        yield ""
        yield "## Growth"
        yield ""
        yield "| work | tasks | ns per task | allocated bytes per task |"
        yield "|---|--:|--:|--:|"
        for point in result["growth"]:
            yield (
                f"| {point['work']} | {point['tasks']:,} | {digits(point['ns_per_task'])} | {digits(point['bytes_per_task'])} |"
            )
    if result["missing"]:
        yield ""
        yield "## Missing"
        yield ""
        for name, reason in result["missing"].items():
            yield f"- {name}: {reason}"
    yield ""


def main(runs_path, missing, machine, targets, output, mode, count):
    runs = read_runs(runs_path)
    rows = [make_row(target, runs) for target in json.loads(pathlib.Path(targets).read_text())]
    result = {
        "date": datetime.datetime.now(datetime.timezone.utc).strftime("%Y-%m-%d"),
        "mode": mode,
        "runs": int(count),
        "machine": read_pairs(machine),
        "rows": [row for row in rows if row],
        "growth": make_growth(runs),
        "missing": read_pairs(missing),
    }
    folder = pathlib.Path(output)
    (folder / "latest.json").write_text(json.dumps(result, indent=2, ensure_ascii=False) + "\n")
    (folder / "latest.md").write_text("\n".join(markdown(result)))


if __name__ == "__main__":
    main(*sys.argv[1:])

"""Puts the latest table of eng/bench.sh into README.md, between the two marks there."""

import json
import pathlib
import re

ROOT = pathlib.Path(__file__).resolve().parent.parent
BEGIN, END = "<!-- speed: written by bench/readme.py -->", "<!-- /speed -->"


def digits(number):
    return f"{number:,.0f}" if number >= 100 else f"{number:.1f}" if number >= 10 else f"{number:.2f}"


def table(result):
    machine = result["machine"]
    sizes = "small sizes, " if result["mode"] == "quick" else ""
    yield (
        f"Medians of {result['runs']} runs in turn, {sizes}{result['date']}, on {machine['cpu']}, {machine['memory']}, "
        f".NET {machine['.NET']}, load {machine['load']}. Less is better; a bold figure of ours misses the target that the project has set "
        "itself."
    )
    yield ""
    yield "| | loop | .NET tasks | tokio | Go | Node | asyncio |"
    yield "|---|--:|--:|--:|--:|--:|--:|"
    for row in result["rows"]:
        if len(row["peers"]) < 2:
            continue
        ours = f"{digits(row['loop'])} {row['unit']}"
        cells = [f"**{ours}**" if row.get("met") is False else ours]
        for peer in ("dotnet-tasks", "tokio", "go", "node", "asyncio"):
            cells.append(digits(row["peers"][peer]) if peer in row["peers"] else "–")
        yield f"| {row['what']} | " + " | ".join(cells) + " |"
    yield ""
    slower = [row["what"] for row in result["rows"] if row.get("ratio", 0) > 1]
    if slower:
        yield f"What is not faster than the one it is held against: {'; '.join(slower)}."
        yield ""
    yield "Everybody's figures, cold starts and growth: [the whole table](bench/results/latest.md)."


def main():
    result = json.loads((ROOT / "bench/results/latest.json").read_text())
    readme = ROOT / "README.md"
    text = "\n".join([BEGIN, "", *table(result), "", END])
    pattern = re.escape(BEGIN) + ".*?" + re.escape(END)
    readme.write_text(re.sub(pattern, lambda _: text, readme.read_text(), count=1, flags=re.DOTALL))


if __name__ == "__main__":
    main()

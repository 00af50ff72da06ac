"""Runs programs of the conformance language on asyncio.

First writes a line with its name and version. Then reads one program a line (JSON) from standard input and writes its
log as one line: [[time, task, what], ...].

  --native-tasks  use CPython's accelerated Task as it is: who asks a cancelled task second is not told the reason
                  (needs 3.13, because the older rules cannot be completed in it)
  --tally         at the end, write to standard error as JSON what cancellations met
"""

import asyncio
import gc
import json
import sys
import warnings

if sys.version_info < (3, 11):
    sys.exit("The conformance interpreter needs Python 3.11 or later.")

import execution
import newer_rules
import ordered
import statements  # registers what each statement does
import tally
from run import Run
from virtual_loop import VirtualLoop


def main(options):
    if "--native-tasks" in options:
        if sys.version_info < (3, 13):
            sys.exit("--native-tasks needs Python 3.13 or later.")
        VirtualLoop.task_type = asyncio.Task
    ordered.install()
    newer_rules.complete(VirtualLoop)
    # Abandoned programs leave coroutines that were never awaited or refuse to be closed. Nobody needs to hear of them.
    warnings.simplefilter("ignore")
    sys.unraisablehook = lambda _: None
    # A run leaves cycles of tasks, frames and exceptions; collecting them now and then is much faster than all the time.
    gc.disable()

    print("CPython " + sys.version.split()[0], flush=True)
    for number, line in enumerate(sys.stdin):
        outcome = Run(json.loads(line)).execute(execution.main)
        sys.stdout.write(json.dumps(outcome, separators=(",", ":")) + "\n")
        sys.stdout.flush()
        if number % 100 == 99:
            gc.collect()

    if "--tally" in options:
        json.dump(tally.met, sys.stderr)


main(sys.argv[1:])

"""One program being run: its names, its log and its end."""

import asyncio
import contextvars

import newer_rules
import words
from virtual_loop import VirtualLoop


class Context:
    """Who runs a statement: a task by its name in the log, or the loop itself (in a callback)."""

    __slots__ = ("name", "task")

    def __init__(self, name, task=None):
        self.name = name
        self.task = task


class Run:
    def __init__(self, program):
        self.program = program
        self.functions = program["functions"]
        self.loop = VirtualLoop()
        self.loop.eager = program.get("eager", False)
        self.new_group = newer_rules.task_group_for(program)
        self.entries = []
        self.over = False
        self.created = {}
        self.contexts = []
        self.slots = {}
        self.waits = {}
        self.owners = {}
        self.open_on_entry = {}
        self.members = {}
        self.scopes = {}
        self.handles = {}
        self.done_callbacks = {}
        self.callbacks = Context("loop")
        self.things = self._make(program)

    def _make(self, program):
        kinds = {
            "F": lambda _: self.loop.create_future(),
            "L": lambda _: asyncio.Lock(),
            "S": asyncio.Semaphore,
            "B": asyncio.BoundedSemaphore,
            "E": lambda _: asyncio.Event(),
            "C": lambda size: asyncio.Condition(made.get(f"L{size - 1}")),
            "Q": asyncio.Queue,
            "P": asyncio.PriorityQueue,
            "K": asyncio.LifoQueue,
            "R": asyncio.Barrier,
            "x": lambda start: [start],
            "v": lambda start: contextvars.ContextVar("v", default=start),
        }
        made = {}
        # The locks before the conditions that share them.
        for name, size in sorted(program["things"].items(), key=lambda thing: thing[0][0] == "C"):
            made[name] = kinds[name[0]](size)
        return made

    def log(self, who, what):
        if not self.over:
            self.entries.append((self.loop._now, who, what))

    # Tasks

    def named(self, slot):
        """A new task's name: its slot, and from the second one on a number, for a slot can be filled again."""
        count = self.created[slot] = self.created.get(slot, 0) + 1
        return slot if count == 1 else f"{slot}.{count}"

    def register(self, slot, context):
        self.slots[slot] = context
        self.contexts.append(context)

    def future(self, name):
        """The task or future of that name, or None when there is none yet."""
        if name in self.things:
            return self.things[name]
        context = self.slots.get(name)
        return context and context.task

    # Who awaits whom; who has a task group waits for its tasks. A cycle deadlocks, and cancelling it makes CPython recurse
    # without end, or wait for ever, so a statement that would close one is passed over.

    def would_wait_for_itself(self, context, targets):
        seen = set()
        rest = list(targets)
        while rest:
            current = rest.pop()
            if current is context:
                return True
            if current not in seen:
                seen.add(current)
                rest.extend(self.waits.get(current, ()))
                rest.extend(self.members.get(current, ()))
        return False

    # From the first step to the last

    def execute(self, main):
        context = Context("main")
        task = context.task = self.loop.create_task(main(self, context))
        self.register("main", context)
        try:
            self.loop.run_until_complete(task)
        except BaseException:
            # How main ended is in the log like every other task's end; here only that the loop has come to rest.
            pass
        self.log("loop", "DEADLOCK" if self.loop.deadlocked else "END")
        for each in self.contexts:
            self.log(each.name, f"is {words.of_state(each.task)} {each.task.cancelling()}")
        self._abandon()
        return self.entries

    def _abandon(self):
        # What still waits is closed now and in silence, not by the garbage collector in the midst of another program.
        self.over = True
        for each in self.contexts:
            if not each.task.done():
                try:
                    each.task.get_coro().close()
                except BaseException:
                    pass
        self.loop.close()

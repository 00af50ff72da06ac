"""Sets that remember the order of insertion, put where asyncio keeps plain sets.

A plain set of tasks is iterated in the order of their addresses, so asyncio itself leaves open in which order a task
group cancels its children and as_completed meets futures that are already done. The loop under test does these in
the order in which they were given or created.
"""

import ast
import asyncio
import inspect
from asyncio import taskgroups, tasks


class OrderedSet:
    def __init__(self, items=()):
        self._items = dict.fromkeys(items)

    def __len__(self):
        return len(self._items)

    def __iter__(self):
        return iter(self._items)

    def __contains__(self, item):
        return item in self._items

    def add(self, item):
        self._items[item] = None

    def remove(self, item):
        del self._items[item]

    def discard(self, item):
        self._items.pop(item, None)

    def clear(self):
        self._items.clear()


class _SetComprehensions(ast.NodeTransformer):
    """Turns {x for …} into set(x for …): the name can be given another meaning, the braces cannot."""

    def visit_SetComp(self, node):
        self.generic_visit(node)
        generator = ast.GeneratorExp(elt=node.elt, generators=node.generators)
        return ast.Call(func=ast.Name(id="set", ctx=ast.Load()), args=[generator], keywords=[])


def _redefine_with_ordered_sets(module, name):
    tree = _SetComprehensions().visit(ast.parse(inspect.getsource(getattr(module, name))))
    exec(compile(ast.fix_missing_locations(tree), module.__file__, "exec"), vars(module))


def install():
    # TaskGroup keeps its children in set(); wait() makes one of its arguments, and two of its results.
    taskgroups.set = OrderedSet
    tasks.set = OrderedSet
    # as_completed uses comprehensions; since 3.13 they are in a class of their own.
    if hasattr(tasks, "_AsCompletedIterator"):
        _redefine_with_ordered_sets(tasks, "_AsCompletedIterator")
    else:
        _redefine_with_ordered_sets(tasks, "as_completed")
        asyncio.as_completed = tasks.as_completed

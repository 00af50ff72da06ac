"""What the statements of the language do; importing this registers them all."""

from . import callbacks, control, primitives, scopes, tasks

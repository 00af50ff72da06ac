// The command puts its own writer in the console's place while a program runs, and a process has one console.
[assembly: CollectionBehavior(DisableTestParallelization = true)]

namespace AsyncBasics.Cli;

/// <summary>The learner has nothing more to say: the input has ended, or a <c>q</c> was typed.</summary>
internal sealed class InputEndedException : Exception;

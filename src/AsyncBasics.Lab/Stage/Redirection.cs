namespace AsyncBasics.Lab;

/// <summary>What a rewritten program calls in place of what it says.</summary>
/// <param name="Original">
/// The original by its documentation comment id, without a list of parameters: <c>M:</c> and <c>P:</c> for members (a call of the stand-in's
/// member, with the receiver as its first argument where there is one; a property's getter becomes such a call), <c>C:</c> for the
/// constructors of a type (a call that returns the real type), <c>T:</c> for a type that is replaced wherever it is named.
/// </param>
/// <param name="StandIn">The type that stands in, or whose member does.</param>
/// <param name="Member">The member's name; <see langword="null"/> for a type.</param>
public sealed record Redirection(string Original, Type StandIn, string? Member);

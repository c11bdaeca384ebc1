namespace Conformance.Consumers.Client;

/// <summary>A script as lists show it.</summary>
/// <param name="Name">What <c>--script</c> calls it.</param>
/// <param name="Description">What happens in it.</param>
public sealed record ScriptDescription(string Name, string Description);

namespace Conformance.Execution.Secrets;

/// <summary>Where a secret was found; never the secret.</summary>
/// <param name="Name">What the secret is called: a variable, or what it is.</param>
/// <param name="Form">How it was spelled.</param>
/// <param name="At">Number of the byte where it begins, from 0.</param>
public sealed record SecretHit(string Name, string Form, long At);

namespace Conformance.Execution.Secrets;

/// <summary>One spelling of a secret.</summary>
/// <param name="Name">What the spelling is called, for messages.</param>
/// <param name="Text">The spelling; of a search over bytes, one character for each byte.</param>
internal readonly record struct SecretForm(string Name, string Text);

namespace Conformance.Benchmarks.Fuzzing;

/// <summary>An input that a reader does not take as it promises to.</summary>
/// <param name="Target">The reader.</param>
/// <param name="Kind">What happened, the same for all inputs of one cause: the exception, and where in our code.</param>
/// <param name="Message">What happened, in full.</param>
/// <param name="Input">The input.</param>
internal sealed record FuzzFinding(string Target, string Kind, string Message, byte[] Input);

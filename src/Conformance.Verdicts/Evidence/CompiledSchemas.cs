using System.Collections.Concurrent;
using Conformance.Specification.Schemas;

namespace Conformance.Verdicts.Evidence;

/// <summary>Patterns and schemas, compiled once for a run. Thread-safe.</summary>
internal sealed class CompiledSchemas
{
    private readonly ConcurrentDictionary<string, EcmaPattern> patterns = new(StringComparer.Ordinal);

    /// <summary>Whether a text matches an ECMA pattern.</summary>
    /// <param name="pattern">The pattern.</param>
    /// <param name="text">The text.</param>
    public bool IsMatch(string pattern, string text) => patterns.GetOrAdd(pattern, Compile).IsMatch(text);

    private static EcmaPattern Compile(string pattern)
    {
        var result = EcmaPattern.Compile(pattern);
        return result.Pattern
            ?? throw new InvalidOperationException($"The pattern {pattern} is not valid: {result.Error?.Message}.");
    }
}

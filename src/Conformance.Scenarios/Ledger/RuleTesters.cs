using System.Collections.Frozen;
using System.Collections.Immutable;

namespace Conformance.Scenarios.Ledger;

/// <summary>
/// What tests each rule, from <c>testers.txt</c> beside this file: a rule's id, and the names of the source files that
/// refer to it. A test keeps the list true, and writes it anew when it is told to approve.
/// </summary>
internal static class RuleTesters
{
    private const string Resource = "Conformance.Scenarios.Ledger.testers.txt";

    private static FrozenDictionary<string, ImmutableArray<string>> All { get; } = Read();

    /// <summary>The names; empty when nothing tests the rule.</summary>
    /// <param name="rule">The rule's id.</param>
    public static ImmutableArray<string> Of(string rule) => All.GetValueOrDefault(rule, []);

    private static FrozenDictionary<string, ImmutableArray<string>> Read()
    {
        using var stream = typeof(RuleTesters).Assembly.GetManifestResourceStream(Resource)!;
        using var reader = new StreamReader(stream);
        return reader
            .ReadToEnd()
            .Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Select(line => line.TrimEnd().Split(' '))
            .ToFrozenDictionary(words => words[0], words => words.Skip(1).ToImmutableArray(), StringComparer.Ordinal);
    }
}

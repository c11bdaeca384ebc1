using System.Collections.Immutable;
using Conformance.Specification.Model;
using Conformance.Specification.Phrases;
using Conformance.Specification.Yaml;

namespace Conformance.Specification.Reading;

/// <summary>
/// <c>retry_strategy</c>: prose in the closed grammar of <see cref="RetryStrategyPhrase"/>, or a mapping with
/// <c>action</c>, <c>max_attempts</c> and <c>initial_delay</c>.
/// </summary>
internal static class RetryStrategyReader
{
    private static readonly ImmutableDictionary<string, RetryKind> Actions = new Dictionary<string, RetryKind>
    {
        ["none"] = RetryKind.None,
        ["refresh_token"] = RetryKind.OnceAfterRefresh,
        ["retry_after"] = RetryKind.AfterHeader,
        ["backoff"] = RetryKind.Backoff,
        ["reconcile"] = RetryKind.Reconcile,
    }.ToImmutableDictionary(StringComparer.Ordinal);

    /// <summary>The prose, or a phrase for the structured form, and what it means; meaning null when it cannot be read.</summary>
    public static (Located<string>? Text, RetryStrategy? Meaning) Read(MappingReader reader)
    {
        if (reader.Node("retry_strategy") is YamlMapping)
        {
            var declared = reader.Mapping("retry_strategy", "a retry strategy")!;
            var strategy = Structured(declared);
            declared.End();
            return strategy is null
                ? (null, null)
                : (new Located<string>(RetryStrategyPhrase.Write(strategy), declared.Location), strategy);
        }

        var text = reader.Text("retry_strategy");
        return (text, text is null ? null : RetryStrategyPhrase.Parse(text.Value).Value);
    }

    private static RetryStrategy? Structured(MappingReader reader)
    {
        var most = reader.Integer("max_attempts");
        var delay = reader.Phrase("initial_delay", DurationPhrase.Parse);
        if (reader.Node("action") is null)
        {
            reader.Missing("action");
            return null;
        }

        if (reader.Word("action", [.. Actions.Keys.Order(StringComparer.Ordinal)]) is not { } action)
        {
            return null;
        }

        var kind = Actions[action.Value];
        return new RetryStrategy(kind, most?.Value ?? RetryStrategyPhrase.UsualBound(kind))
        {
            InitialDelay = delay?.Value,
        };
    }
}

using Conformance.Verdicts.Evidence;
using Conformance.Verdicts.Judging;
using Conformance.Verdicts.Results;
using Expected = Conformance.Scenarios.Expectations.HeaderIs;

namespace Conformance.Verdicts.Checks;

/// <summary>A header is there and, where a pattern is given, one of its lines or their list matches it.</summary>
/// <remarks>A response with another status than the one it belongs to has nothing to show.</remarks>
internal sealed class HeaderIs : ExchangeCheck<Expected>
{
    /// <inheritdoc />
    protected override Judgement Judge(Expected expected, SeenExchange seen)
    {
        if (expected.WhenStatus is { } status && status != seen.Status)
        {
            return Judgement.DoesNotApply;
        }

        var lines = seen.Response.HeaderValues(expected.Name).ToArray();
        if (lines.Length > 0 && (expected.Pattern is null || Matches(expected.Pattern, lines, seen.Context)))
        {
            return Judgement.Held;
        }

        var demand = expected.Meaning ?? expected.Pattern ?? "to be present";
        return Judgement.Broken(
            new Finding(
                seen.Where($"header {expected.Name}"),
                Cited.At($"{expected.Name}: {demand}", expected.Requirement.Location),
                Excerpt.OfHeader(lines),
                $"send {expected.Name} as demanded, or change what the specification says of it"
            )
        );
    }

    // Lines of one name mean the same as one line with a comma-separated list (RFC 9110, section 5.3).
    private static bool Matches(string pattern, string[] lines, JudgeContext context) =>
        lines.Any(line => context.Schemas.IsMatch(pattern, line))
        || (lines.Length > 1 && context.Schemas.IsMatch(pattern, string.Join(", ", lines)));
}

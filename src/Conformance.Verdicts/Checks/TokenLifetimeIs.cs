using System.Globalization;
using System.Text.Json;
using Conformance.Verdicts.Evidence;
using Conformance.Verdicts.Judging;
using Conformance.Verdicts.Results;
using Expected = Conformance.Scenarios.Expectations.TokenLifetimeIs;

namespace Conformance.Verdicts.Checks;

/// <summary>
/// A new token lives as long as declared. A server may hand out the same token again and say what is left of its time;
/// whether it lives as declared then cannot be told.
/// </summary>
internal sealed class TokenLifetimeIs : CaseCheck<Expected>
{
    // What is left may be counted from when the token was made, and in whole seconds.
    private const double Tolerance = 5;

    /// <inheritdoc />
    protected override Judgement Judge(Expected expected, SeenCase seen)
    {
        if (seen.Final(expected.First) is not { IsSuccess: true } first)
        {
            return StepIsMissing(expected.First, "a token");
        }

        if (seen.Final(expected.Second) is not { IsSuccess: true } second)
        {
            return StepIsMissing(expected.Second, "another token");
        }

        var declared = expected.Lifetime.TotalSeconds;
        if (Lifetime(second) is { } lifetime && Math.Abs(lifetime - declared) <= Tolerance)
        {
            return Judgement.Held;
        }

        var text = declared.ToString(CultureInfo.InvariantCulture);
        var finding = new Finding(
            second.WhereInBody("expires_in"),
            Cited.At($"{text} (seconds)", expected.Requirement.Location),
            second.Field("expires_in") is { } value ? Excerpt.OfValue(value) : "no such field",
            $"issue tokens that live {text} seconds and say so, or change expires_in in the specification"
        );
        return IsSameToken(first, second) && Lifetime(second) < declared
            ? Judgement.Doubtful(finding)
            : Judgement.Broken(finding) with
            {
                Exchange = second.Exchange.Index,
            };
    }

    private static bool IsSameToken(SeenExchange first, SeenExchange second) =>
        FieldPath.FindText(first.Json, "access_token") is { } token
        && token == FieldPath.FindText(second.Json, "access_token");

    private static double? Lifetime(SeenExchange seen) =>
        seen.Field("expires_in") is { ValueKind: JsonValueKind.Number } value ? value.GetDouble() : null;
}

using System.Text.Json;
using Conformance.Verdicts.Evidence;
using Conformance.Verdicts.Judging;
using Conformance.Verdicts.Results;
using Expected = Conformance.Scenarios.Expectations.FieldIs;

namespace Conformance.Verdicts.Checks;

/// <summary>A body field shows the value that was known beforehand; numbers are compared as numbers, date-times as moments.</summary>
internal sealed class FieldIs : ExchangeCheck<Expected>
{
    /// <inheritdoc />
    protected override Judgement Judge(Expected expected, SeenExchange seen)
    {
        var found = seen.Json is { } body ? FieldPath.Select(body, expected.Field) : [];
        if (found.Count == 0 && expected.MayBeAbsent && seen.Json is not null)
        {
            return Judgement.Held;
        }

        if (found.Count > 0 && found.All(value => ValueAgreement.Shows(value, expected.Value)))
        {
            return Judgement.Held;
        }

        var actual =
            seen.Json is null ? seen.Body.Defect!
            : found.Count == 0 ? $"absent from {Excerpt.OfBytes(seen.Response.Body)}"
            : Excerpt.OfValue(found.First(value => !ValueAgreement.Shows(value, expected.Value)));
        return Judgement.Broken(
            new Finding(
                seen.WhereInBody(expected.Field),
                Cited.At(Excerpt.OfValue(expected.Value), expected.Requirement.Location),
                actual,
                $"send that value in {expected.Field}, or change what the specification demands"
            )
        );
    }
}

using Conformance.Verdicts.Evidence;
using Conformance.Verdicts.Judging;
using Conformance.Verdicts.Results;
using Expected = Conformance.Scenarios.Expectations.BodyHasFields;

namespace Conformance.Verdicts.Checks;

/// <summary>The body has the fields that the scenario names.</summary>
internal sealed class BodyHasFields : ExchangeCheck<Expected>
{
    /// <inheritdoc />
    protected override Judgement Judge(Expected expected, SeenExchange seen)
    {
        if (seen.Json is not { } body)
        {
            return Judgement.Broken(
                Missing(expected, seen, seen.Where("body"), Cited.OneOf(expected.Fields), seen.Body.Defect!)
            );
        }

        var missing = expected.Fields.Where(field => !FieldPath.Exists(body, field));
        return Judgement.Broken([
            .. missing.Select(field =>
                Missing(
                    expected,
                    seen,
                    seen.WhereInBody(field),
                    field,
                    $"absent from {Excerpt.OfBytes(seen.Response.Body)}"
                )
            ),
        ]);
    }

    private static Finding Missing(Expected expected, SeenExchange seen, string where, string field, string actual) =>
        new(
            where,
            Cited.At($"{field} to be present", expected.Requirement.Location),
            actual,
            $"send {field} with status {seen.Status}, or take it out of what the specification demands"
        );
}

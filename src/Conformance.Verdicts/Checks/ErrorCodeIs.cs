using Conformance.Verdicts.Evidence;
using Conformance.Verdicts.Judging;
using Conformance.Verdicts.Results;
using Expected = Conformance.Scenarios.Expectations.ErrorCodeIs;

namespace Conformance.Verdicts.Checks;

/// <summary>The body carries the error code, in the place that the error format declares (RFC 6749 for tokens).</summary>
internal sealed class ErrorCodeIs : ExchangeCheck<Expected>
{
    /// <inheritdoc />
    protected override Judgement Judge(Expected expected, SeenExchange seen)
    {
        if (expected.WhenStatus is { } status && status != seen.Status)
        {
            return Judgement.DoesNotApply;
        }

        var allowed = Cited.OneOf(expected.Allowed);
        var field = seen.IsToken ? "error" : seen.Specification.ErrorFormat?.Roles.Code;
        if (field is null)
        {
            return Judgement.NotJudged(
                seen.Where("body"),
                $"error code {allowed}",
                "the specification does not say which field carries the error code",
                "declare error_format.roles.code"
            );
        }

        if (seen.ErrorCode is { } code && expected.Allowed.Contains(code))
        {
            return Judgement.Held;
        }

        return Judgement.Broken(
            new Finding(
                seen.WhereInBody(field),
                Cited.At($"\"{allowed}\"", expected.Requirement.Location),
                Actual(seen, field),
                $"send {allowed} in {field}, or change what the specification demands of this request"
            )
        );
    }

    private static string Actual(SeenExchange seen, string field) =>
        seen.Json is not { } body ? seen.Body.Defect!
        : FieldPath.Find(body, field) is { } value ? Excerpt.OfValue(value)
        : $"no such field in {Excerpt.OfBytes(seen.Response.Body)}";
}

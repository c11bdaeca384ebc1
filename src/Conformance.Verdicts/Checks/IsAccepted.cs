using System.Collections.Immutable;
using Conformance.Specification.Model;
using Conformance.Verdicts.Evidence;
using Conformance.Verdicts.Judging;
using Conformance.Verdicts.Results;
using Expected = Conformance.Scenarios.Expectations.IsAccepted;

namespace Conformance.Verdicts.Checks;

/// <summary>
/// A request that is just inside its bounds is accepted. A refusal for another declared reason says nothing about
/// the bound, so it leaves the question open.
/// </summary>
internal sealed class IsAccepted : ExchangeCheck<Expected>
{
    /// <inheritdoc />
    protected override Judgement Judge(Expected expected, SeenExchange seen)
    {
        if (seen.IsSuccess)
        {
            return Judgement.Held;
        }

        var what = expected.Field is null ? "the request" : $"the value of {expected.Field}";
        return IsAnotherReason(seen)
            ? Judgement.NotJudged(
                seen.Where("status line"),
                $"a decision about {what}",
                $"refused for another declared reason: {seen.Summary()}",
                "name data in the environment that the target accepts (provider_states), so that the bound is reached"
            )
            : Judgement.Broken(
                new Finding(
                    seen.Where("status line"),
                    Cited.At($"2xx, for {what} is inside its bounds", expected.Requirement.Location),
                    $"{seen.Summary()}{DetailsOf(seen)}",
                    $"accept {what}, or narrow the bound in the specification"
                )
            );
    }

    // 401, 403, 429 and 503 say that the request was not looked at; a catalogued business code says that it was, and
    // was found valid. A refusal without a declared code is a refusal of the value.
    private static bool IsAnotherReason(SeenExchange seen) =>
        seen.Status is 401 or 403 or 429 or 503
        || (
            seen.Status is >= 400 and < 500
            && seen.ErrorCode is { } code
            && !ValidationCodes(seen.Specification).Contains(code)
            && seen.Specification.FindErrorCode(code) is { } entry
            && entry.HttpStatus.Value == seen.Status
        );

    /// <summary>The codes that refuse a request for its form.</summary>
    /// <param name="specification">The specification.</param>
    internal static ImmutableHashSet<string> ValidationCodes(IntegrationSpecification specification)
    {
        var declared = specification
            .TestScenarios.Where(s => s.Kind is ScenarioKind.ValidationErrors && s.ExpectedError is not null)
            .Select(s => s.ExpectedError!.Value);
        var shown = specification
            .Endpoints.SelectMany(e => e.Responses)
            .Where(r => r.Status.Value is 400 or 422 && r.ErrorCode is not null)
            .Select(r => r.ErrorCode!.Value);
        var codes = declared.ToImmutableHashSet(StringComparer.Ordinal);
        return codes.IsEmpty ? shown.ToImmutableHashSet(StringComparer.Ordinal) : codes;
    }

    private static string DetailsOf(SeenExchange seen) =>
        seen.Json is { } body
        && seen.Specification.ErrorFormat?.Roles.Details is { } path
        && FieldPath.Find(body, path) is { } details
            ? $"; {path}: {Excerpt.OfText(details.GetRawText())}"
            : "";
}

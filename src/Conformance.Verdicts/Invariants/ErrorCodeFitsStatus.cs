using System.Collections.Immutable;
using Conformance.Scenarios.Expectations;
using Conformance.Scenarios.Requirements;
using Conformance.Specification.Model;
using Conformance.Verdicts.Evidence;
using Conformance.Verdicts.Judging;
using Conformance.Verdicts.Results;

namespace Conformance.Verdicts.Invariants;

/// <summary>
/// An error's code stands in the catalogue and is sent with the status it has there. A status that the catalogue
/// does not know is left alone: no code would be right for it.
/// </summary>
internal sealed class ErrorCodeFitsStatus : Invariant
{
    /// <inheritdoc />
    public override IEnumerable<Judged> Judge(SeenExchange seen)
    {
        var specification = seen.Specification;
        if (!seen.IsError || seen.Endpoint is not { } endpoint || seen.ErrorCode is not { } code)
        {
            yield break;
        }

        var fitting = specification.ErrorCodes.Where(e => e.HttpStatus.Value == seen.Status).ToImmutableArray();
        if (fitting.IsEmpty || DeclaredElsewhere(seen, endpoint).Contains(code))
        {
            yield break;
        }

        var requirement = Contract(
            RequirementIds.Section("error_codes"),
            "The target MUST send a catalogued error code, with the status that the catalogue gives it.",
            fitting[0].Location,
            "ERR-02"
        );
        yield return new(
            requirement,
            fitting.Any(e => e.Code.Value == code) ? Judgement.Held : Judgement.Broken(Finding(seen, code, fitting))
        );
    }

    // Codes that the specification uses without cataloguing them: in examples, rules, scenarios and the case itself.
    private static IEnumerable<string> DeclaredElsewhere(SeenExchange seen, Endpoint endpoint)
    {
        var rules = endpoint.Idempotency;
        return new[]
        {
            seen.Declared?.ErrorCode?.Value,
            OfOutcome(rules?.OnMismatch, seen.Status),
            OfOutcome(rules?.OnInFlight, seen.Status),
            endpoint.Resource?.ConflictError?.Value,
        }
            .Concat(
                seen.Specification.TestScenarios.Where(s => s.ExpectedStatus?.Value == seen.Status)
                    .Select(s => s.ExpectedError?.Value)
            )
            .Concat(seen.Expectations.OfType<ErrorCodeIs>().SelectMany(e => e.Allowed))
            .OfType<string>()
            .Where(code => seen.Specification.FindErrorCode(code) is null);
    }

    private static string? OfOutcome(IdempotencyOutcome? outcome, int status) =>
        outcome?.Status.Value == status ? outcome.ErrorCode?.Value : null;

    private static Finding Finding(SeenExchange seen, string code, ImmutableArray<ErrorCode> fitting)
    {
        var entry = seen.Specification.FindErrorCode(code);
        var shown = Excerpt.OfText(code, 60);
        return new(
            seen.WhereInBody(seen.Specification.ErrorFormat?.Roles.Code ?? ""),
            Cited.At(
                $"{Cited.OneOf(fitting.Select(e => e.Code.Value))}, the codes of status {seen.Status}",
                (entry ?? fitting[0]).Location
            ),
            entry is null
                ? $"\"{shown}\", which the catalogue does not know"
                : $"\"{shown}\", which the catalogue gives status {entry.HttpStatus.Value}",
            entry is null
                ? $"catalogue {shown} under error_codes, or send a code that is catalogued"
                : $"send {shown} with status {entry.HttpStatus.Value}, or another code with {seen.Status}"
        );
    }
}

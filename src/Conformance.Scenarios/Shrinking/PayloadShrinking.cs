using System.Collections.Immutable;
using System.Text.Json.Nodes;
using Conformance.Scenarios.Cases;
using Conformance.Scenarios.Compiling;
using Conformance.Scenarios.Expectations;
using Conformance.Scenarios.Payloads;
using Conformance.Specification.Schemas;

namespace Conformance.Scenarios.Shrinking;

/// <summary>
/// Smaller bodies that test the same thing: a valid body stays valid, an invalid one stays wrong in the same fields and
/// in the same way, and nowhere else.
/// </summary>
internal sealed class PayloadShrinking(CompilerContext context)
{
    /// <summary>The case's only request with a body, unless the body is no valid or invalid JSON of a declared operation.</summary>
    public static CaseStep.Send? Shrinkable(ContractCase contractCase) =>
        contractCase.Steps.OfType<CaseStep.Send>().Where(s => !s.IsArrangement).ToList()
            is [{ Request: { Body: BodyTemplate.Json, Endpoint.Request: not null } } only]
            ? only
            : null;

    /// <summary>The case with smaller bodies, the smallest first.</summary>
    public IEnumerable<ContractCase> Smaller(ContractCase contractCase)
    {
        if (Shrinkable(contractCase) is not { } step)
        {
            yield break;
        }

        var request = step.Request.Endpoint!.Request!;
        var body = JsonNode.Parse(((BodyTemplate.Json)step.Request.Body).Value.GetRawText());
        if (context.Judge.Violations(request.Schema, body) is not { } wrong)
        {
            yield break;
        }

        foreach (var candidate in JsonReduction.Of(body))
        {
            if (context.Judge.Violations(request.Schema, candidate) is { } still && Same(wrong, still))
            {
                yield return With(contractCase, step, ValidRequests.Json(request, candidate), still);
            }
        }
    }

    private static bool Same(ImmutableArray<SchemaViolation> before, ImmutableArray<SchemaViolation> after) =>
        before
            .Select(Signature)
            .Order(StringComparer.Ordinal)
            .SequenceEqual(after.Select(Signature).Order(StringComparer.Ordinal));

    private static string Signature(SchemaViolation violation) => $"{violation.Keyword} {violation.SchemaPointer}";

    // The offending element may have moved to another index.
    private static ContractCase With(
        ContractCase contractCase,
        CaseStep.Send step,
        BodyTemplate body,
        ImmutableArray<SchemaViolation> violations
    )
    {
        var smaller = step with
        {
            Request = step.Request with { Body = body },
            Expectations =
            [
                .. step.Expectations.Select(e =>
                    e is DetailsName named && violations is [{ Path: { Length: > 0 } path }]
                        ? named with
                        {
                            Field = path,
                        }
                        : e
                ),
            ],
        };
        return contractCase with
        {
            Steps = [.. contractCase.Steps.Select(s => ReferenceEquals(s, step) ? smaller : s)],
        };
    }
}

using System.Globalization;
using Conformance.Scenarios.Requirements;
using Conformance.Specification.Model;

namespace Conformance.Scenarios.Inventory;

/// <summary>The error format, field by field, and the error catalogue, code by code.</summary>
internal sealed class ErrorRequirements : IRequirementSource
{
    private readonly Entries entries = new(InventorySection.Errors);

    /// <inheritdoc />
    public IEnumerable<InventoryEntry> Of(InventoryContext context) =>
        (context.Specification.ErrorFormat is { } format ? Of(context, format) : [])
            .Concat(Catalogue(context.Specification))
            .Append(
                entries.OnAnswers(
                    Sentences.Proposal(
                        RequirementIds.Section("error_format", "no-internals"),
                        "The target SHOULD NOT show its inside in error bodies.",
                        context.Specification.ErrorFormat?.Location ?? SourceLocation.None
                    ),
                    "NoInternalsInErrorBodies",
                    AnswersOf.Errors
                )
            )
            .Append(
                entries.OnAnswers(
                    Sentences.Contract(
                        RequirementIds.Section("error_format", "no-server-error"),
                        "The target MUST NOT answer a request for no operation with a server error.",
                        context.Specification.ErrorFormat?.Location ?? SourceLocation.None
                    ),
                    "NoServerErrorOnClientFault",
                    AnswersOf.Errors
                )
            );

    private IEnumerable<InventoryEntry> Of(InventoryContext context, ErrorFormat format)
    {
        const string Invariant = "ErrorFormatHolds";
        var whole = RequirementIds.Section("error_format");
        yield return entries.OnAnswers(
            Sentences.Contract(
                whole,
                "The target MUST send the standard error body with every status of 400 and above.",
                format.Location
            ),
            Invariant,
            AnswersOf.Errors
        );
        foreach (var rule in new SchemaKeywords(context.Effective).Of(format.Schema, s => s.WriteOnly))
        {
            yield return entries.OnAnswers(
                Sentences.Contract(
                    RequirementIds.Section("error_format", rule.Path, rule.Keyword),
                    BodySentences.Of("every error", rule),
                    rule.Location
                ),
                Invariant,
                AnswersOf.Errors,
                whole
            );
        }

        if (format.Roles.Message is { } message)
        {
            yield return entries.OnAnswers(
                Sentences.Contract(
                    RequirementIds.Section("error_format", message, "for-people"),
                    $"The target MUST send a {message} with every error that describes it for people.",
                    format.Location
                ),
                "MessageIsForPeople",
                AnswersOf.Errors
            );
        }

        if (format.Roles.Timestamp is { } timestamp)
        {
            var current = Sentences.Contract(
                RequirementIds.Section("error_format", "timestamp.current"),
                $"The target MUST stamp errors with the time they happened ({timestamp}).",
                format.Location
            );
            yield return context.Options.Environment is { TestClockUrl: null }
                ? entries.OnAnswers(current, "ErrorTimestampIsCurrent", AnswersOf.Errors)
                : entries.NotObserved(
                    current,
                    "It shows where the target's clock is the real one: not under a test clock."
                );
        }
    }

    private IEnumerable<InventoryEntry> Catalogue(IntegrationSpecification specification)
    {
        if (specification.ErrorCodes.IsEmpty || specification.ErrorFormat?.Roles.Code is null)
        {
            yield break;
        }

        var whole = RequirementIds.Section("error_codes");
        yield return entries.OnAnswers(
            Sentences.Contract(
                whole,
                "The target MUST send a catalogued error code, with the status that the catalogue gives it.",
                specification.ErrorCodes[0].Location
            ),
            "ErrorCodeFitsStatus",
            AnswersOf.Errors
        );
        foreach (var code in specification.ErrorCodes)
        {
            var status = code.HttpStatus.Value;
            yield return entries.OnAnswers(
                Sentences.Contract(
                    RequirementIds.Section("error_codes", code.Code),
                    $"The target MUST send {code.Code.Value} with {status.ToString(CultureInfo.InvariantCulture)}"
                        + (code.Description is { } when ? $": {when.Value}." : "."),
                    code.Location
                ),
                "ErrorCodeFitsStatus",
                AnswersOf.Status(null, status) with
                {
                    ErrorCode = code.Code.Value,
                },
                whole
            ) with
            {
                ReasonWhenUntested =
                    IsInFlight(specification, code.Code) ? Reasons.ProvidersChoice
                    : status >= 500 ? Reasons.NothingProvokes
                    : null,
            };
        }
    }

    // Whether a second request is refused while the first is under way, or waits for it, is the provider's choice.
    private static bool IsInFlight(IntegrationSpecification specification, string code) =>
        specification.Endpoints.Any(e => e.Idempotency?.OnInFlight?.ErrorCode?.Value == code);
}

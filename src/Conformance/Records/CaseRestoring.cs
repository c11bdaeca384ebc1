using System.Collections.Immutable;
using Conformance.Execution.Recording;
using Conformance.Scenarios.Cases;
using Conformance.Scenarios.Deliveries;
using Conformance.Scenarios.Requirements;
using Conformance.Specification.Model;
using Conformance.Verdicts.Results;

namespace Conformance.Records;

/// <summary>Makes of what was written down what it was: the same records and results, about the same cases and operations.</summary>
/// <param name="specification">The specification that the run was about.</param>
internal sealed class CaseRestoring(IntegrationSpecification specification)
{
    // Paths and queries stay as they were sent.
    private static readonly UriCreationOptions Verbatim = new() { DangerousDisablePathAndQueryCanonicalization = true };

    private readonly Dictionary<string, Endpoint> endpoints = specification
        .Endpoints.DistinctBy(e => e.Name)
        .ToDictionary(e => e.Name, StringComparer.Ordinal);

    /// <summary>The result of a case.</summary>
    /// <param name="form">The form.</param>
    /// <param name="contractCase">The case.</param>
    /// <exception cref="FormatException">The form does not fit the case or the specification; the message says where.</exception>
    public CaseResult Result(CaseForm form, ContractCase contractCase) =>
        new()
        {
            Case = contractCase,
            Verdict = form.Verdict,
            Reason = form.Reason,
            Checks = [.. form.Checks.Select(c => Check(c, form.Requirements, form.Id))],
            Record = Record(form, contractCase),
            Repeat = form.Repeat,
            Smallest = form.Smallest,
            Attempts = [.. form.Attempts.Select(a => Attempt(a, contractCase))],
            Flakiness = form.Flakiness,
        };

    /// <summary>What was recorded of a case; null when it was not started.</summary>
    /// <param name="form">The form.</param>
    /// <param name="contractCase">The case.</param>
    /// <exception cref="FormatException">As above.</exception>
    public CaseRecord? Record(CaseForm form, ContractCase contractCase) => Record(form.CarriedOut, contractCase);

    private CaseAttempt Attempt(AttemptForm form, ContractCase contractCase) =>
        new(
            form.Number,
            form.Setting,
            form.Verdict,
            form.Reason,
            [.. form.Checks.Select(c => Check(c, form.Requirements, contractCase.Id))],
            Record(form.CarriedOut, contractCase)
        );

    private CaseRecord? Record(CarriedOutForm? form, ContractCase contractCase) =>
        form is not { } done
            ? null
            : new CaseRecord
            {
                Case = contractCase,
                Exchanges = Exchanges(done.Exchanges),
                Obstacle = done.Obstacle,
                Notes = done.Notes,
                StartedAt = done.StartedAt,
                Duration = done.Duration,
            };

    /// <summary>Exchanges, in the order in which they were written down.</summary>
    /// <param name="forms">The forms.</param>
    /// <exception cref="FormatException">As above.</exception>
    public ImmutableArray<Exchange> Exchanges(ImmutableArray<ExchangeForm> forms)
    {
        var all = ImmutableArray.CreateBuilder<Exchange>(forms.Length);
        foreach (var form in forms)
        {
            all.Add(Exchange(form, all.Count == 0 ? null : all[^1]));
        }

        return all.MoveToImmutable();
    }

    private static CheckResult Check(CheckForm form, ImmutableArray<Requirement> requirements, string caseId)
    {
        if (form.Requirement < 0 || form.Requirement >= requirements.Length)
        {
            throw new FormatException($"a check of {caseId} is about no requirement that its line names");
        }

        var requirement = requirements[form.Requirement];
        return new CheckResult(
            form.Check,
            requirement.References.IsDefault ? requirement with { References = [] } : requirement,
            form.Outcome,
            form.Exchange,
            form.Finding
        )
        {
            Times = form.Times,
            Answer = form.Answer,
        };
    }

    private Exchange Exchange(ExchangeForm form, Exchange? before) =>
        new()
        {
            Index = form.Index,
            Step = form.Step,
            Purpose = form.Purpose,
            Endpoint = form.Endpoint is { } name ? EndpointOf(name) : null,
            Request = new RecordedRequest(
                form.Request.Method,
                UrlOf(form.Request.Url),
                Headers(form.Request.Headers),
                BodyForm.Read(form.Request.Body, before?.Request.Body ?? default),
                form.Request.ContentType
            ),
            Response = form.Response is { } r
                ? new RecordedResponse(
                    r.Status,
                    r.Reason,
                    r.HttpVersion,
                    Headers(r.Headers),
                    BodyForm.Read(r.Body, before?.Response?.Body ?? default),
                    r.IsTruncated
                )
                : null,
            Failure = form.Failure,
            SentAt = form.SentAt,
            SentAtTarget = form.SentAtTarget,
            AnsweredAtTarget = form.AnsweredAtTarget,
            Duration = form.Duration,
            TimeToHeaders = form.TimeToHeaders,
            IsShared = form.IsShared,
            CredentialMark = form.CredentialMark,
            EchoesSecret = form.EchoesSecret,
            Throttled = form.Throttled,
            Delivery = form.Delivery is { } d ? Delivery(d) : null,
        };

    private static DeliveryFacts Delivery(DeliveryForm form) =>
        new()
        {
            EventId = form.EventId,
            EventType = form.EventType,
            Attempt = form.Attempt,
            Body = BodyForm.Read(form.Body),
            IsTruncated = form.IsTruncated,
            Moment = new AttemptMoment(form.Earliest, form.Latest),
            WasGivenUp = form.WasGivenUp,
            WasHeld = form.WasHeld,
            IsRedirected = form.IsRedirected,
            IsElsewhere = form.IsElsewhere,
            IsExplained = form.IsExplained,
            Signature = form.Signature,
        };

    private Endpoint EndpointOf(string name) =>
        endpoints.GetValueOrDefault(name)
        ?? throw new FormatException($"the specification declares no operation '{name}'");

    private static Uri UrlOf(string text) =>
        Uri.TryCreate(text, Verbatim, out var url) && url.IsAbsoluteUri
            ? url
            : throw new FormatException($"'{text}' is no absolute URL");

    private static ImmutableArray<KeyValuePair<string, string>> Headers(ImmutableArray<HeaderForm> forms) =>
        [.. forms.Select(h => KeyValuePair.Create(h.Name, h.Value))];
}

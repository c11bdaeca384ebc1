using System.Text;
using Conformance.Scenarios.Cases;
using Conformance.Scenarios.Compiling;
using Conformance.Scenarios.Expectations;
using Conformance.Scenarios.Requirements;
using Conformance.Specification.Model;

namespace Conformance.Scenarios.Kinds.ValidationErrors;

/// <summary>A valid body under another media type than the declared one, or under none.</summary>
internal sealed class ContentTypeIsWrong : EndpointSource
{
    private const int UnsupportedMediaType = 415;

    /// <inheritdoc />
    protected override IEnumerable<ContractCase> Compile(EndpointContext endpoint) =>
        endpoint.Endpoint.Request is { } body
        && body.ContentType.Value.Contains("json", StringComparison.OrdinalIgnoreCase)
            ? Refused(endpoint).Concat(Variants(endpoint, body))
            : Refused(endpoint);

    private static IEnumerable<ContractCase> Refused(EndpointContext endpoint)
    {
        if (endpoint.Endpoint.Request is not { } body || Statuses(endpoint) is not { Count: > 0 } statuses)
        {
            yield break;
        }

        var requirement = Demand(endpoint, body);
        var ready = endpoint.Ready(endpoint.CaseId(ScenarioKind.ValidationErrors, "header.Content-Type"));
        var bytes = Encoding.UTF8.GetBytes(((BodyTemplate.Json)ready.Request.Body).Value.GetRawText());
        foreach (var (situation, type) in Types())
        {
            yield return endpoint.Single(
                ScenarioKind.ValidationErrors,
                $"header.Content-Type/{situation}",
                $"{endpoint.Endpoint.Name} refuses a valid body {(type is null ? "without content type" : $"sent as {type}")}",
                requirement,
                Sent(ready, bytes, type),
                [new StatusIs(requirement, [.. statuses]), .. ErrorCode(endpoint, statuses)]
            ) with
            {
                Tags = ["refused", "header"],
            };
        }
    }

    /// <summary>The declared type, written otherwise: media types compare without case, and JSON is UTF-8 whatever is said.</summary>
    private static IEnumerable<ContractCase> Variants(EndpointContext endpoint, RequestBody body)
    {
        var ready = endpoint.Ready(endpoint.CaseId(ScenarioKind.ValidationErrors, "header.Content-Type"));
        var bytes = Encoding.UTF8.GetBytes(((BodyTemplate.Json)ready.Request.Body).Value.GetRawText());
        var requirement = Sentences.Recommended(
            RequirementIds.RequestHeader(endpoint.Endpoint, "Content-Type", "variants"),
            $"The target SHOULD accept {body.ContentType.Value} for {endpoint.Endpoint.Name} however it is written.",
            body.ContentType.Location,
            "RFC 9110 section 8.3.1",
            "HTTP-10"
        );
        foreach (
            var (situation, type) in new[]
            {
                ("with-charset", $"{body.ContentType.Value}; charset=utf-8"),
                ("in-upper-case", body.ContentType.Value.ToUpperInvariant()),
            }
        )
        {
            yield return endpoint.Single(
                ScenarioKind.ValidationErrors,
                $"header.Content-Type/{situation}",
                $"{endpoint.Endpoint.Name} accepts a valid body sent as {type}",
                requirement,
                Sent(ready, bytes, type),
                [new IsAccepted(requirement, null)]
            ) with
            {
                Tags = ["accepted", "header"],
            };
        }

        var other = $"{body.ContentType.Value}; charset=iso-8859-1";
        yield return endpoint.Open(
            ScenarioKind.ValidationErrors,
            "header.Content-Type/other-charset",
            $"{endpoint.Endpoint.Name} survives a valid body sent as {other}",
            Sent(ready, bytes, other),
            $"{endpoint.Endpoint.Name}, content type {other}",
            UnsupportedMediaType
        );
    }

    private static ReadyRequest Sent(ReadyRequest ready, byte[] bytes, string? type) =>
        ready with
        {
            Request = ready.Request with { Body = new BodyTemplate.Raw([.. bytes], type) },
        };

    private static IEnumerable<(string Situation, string? Type)> Types()
    {
        yield return ("plain-text", "text/plain");
        yield return ("xml", "application/xml");
        yield return ("form", "application/x-www-form-urlencoded");
        yield return ("missing", null);
    }

    // 415 is HTTP's own answer; where the contract does not declare it, its validation error will do as well.
    private static List<int> Statuses(EndpointContext endpoint) =>
        endpoint.Endpoint.FindResponse(UnsupportedMediaType) is not null ? [UnsupportedMediaType]
        : endpoint.Validation is { } answer ? [answer.Status, UnsupportedMediaType]
        : [];

    private static IEnumerable<ErrorCodeIs> ErrorCode(EndpointContext endpoint, List<int> statuses) =>
        statuses is [var only] && endpoint.Context.Errors.Find(endpoint.Endpoint, only) is { Code: { } code } answer
            ? [new ErrorCodeIs(endpoint.Requirements.ErrorCode(answer), [code])]
            : [];

    private static Requirement Demand(EndpointContext endpoint, RequestBody body)
    {
        var header = endpoint.Endpoint.Headers.FirstOrDefault(h =>
            h.Required && string.Equals(h.Name, "Content-Type", StringComparison.OrdinalIgnoreCase)
        );
        var id = RequirementIds.RequestHeader(endpoint.Endpoint, "Content-Type", "const");
        var statement =
            $"The target MUST refuse {endpoint.Endpoint.Name} with another content type than {body.ContentType.Value}.";
        return header is null && endpoint.Endpoint.FindResponse(UnsupportedMediaType) is null
            ? Sentences.Advice(
                id,
                statement.Replace("MUST", "SHOULD", StringComparison.Ordinal),
                body.ContentType.Location,
                "HTTP-08"
            )
            : Sentences.Contract(
                id,
                statement,
                header?.Name.Location ?? body.ContentType.Location,
                "HTTP-08",
                "HTTP-26"
            );
    }
}

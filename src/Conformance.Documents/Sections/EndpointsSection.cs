using System.Globalization;
using Conformance.Specification.Model;

namespace Conformance.Documents.Sections;

/// <summary>Every operation: how it is called, with an example to paste, and how it answers.</summary>
internal sealed class EndpointsSection : IDocumentSection
{
    public string Title => "Endpoints";

    public bool IsIn(IntegrationSpecification specification) => !specification.Endpoints.IsEmpty;

    public void Write(MarkdownText text, IntegrationSpecification specification)
    {
        text.Table(
            ["Operation", "Path", "Description"],
            [
                .. specification.Endpoints.Select(e =>
                    new[]
                    {
                        MarkdownText.Value(e.Method.Value),
                        MarkdownText.Value(e.Path.Value),
                        (e.Deprecated is null ? "" : "**Deprecated.** ") + MarkdownText.Inline(e.Description?.Value),
                    }
                ),
            ]
        );
        foreach (var endpoint in specification.Endpoints)
        {
            Write(text, endpoint, specification);
        }
    }

    private static void Write(MarkdownText text, Endpoint endpoint, IntegrationSpecification specification)
    {
        text.Heading(2, endpoint.Name);
        text.Paragraph(endpoint.Description?.Value);
        text.List(Facts(endpoint));
        Headers(text, endpoint);
        Parameters(text, "Path parameters", endpoint.PathParameters);
        Parameters(text, "Query parameters", endpoint.QueryParameters);
        if (endpoint.Request is { } request)
        {
            text.Label("Request body");
            text.Block($"Content type {MarkdownText.Value(request.ContentType.Value)}.");
            SchemaTable.Write(text, request.Schema);
        }

        text.Label("Example");
        text.Code("bash", CurlExample.Of(endpoint, specification));
        text.Label("Responses");
        text.Table(
            ["Status", "Meaning", "Error code", "Headers"],
            [
                .. endpoint.Responses.Select(r => Row(r, Status(r))),
                .. endpoint.OtherResponses.Select(r => Row(r.Response, r.Name)),
            ]
        );
        foreach (var response in endpoint.Responses)
        {
            Body(text, response, Status(response));
        }

        foreach (var range in endpoint.OtherResponses)
        {
            Body(text, range.Response, range.Name);
        }
    }

    private static IEnumerable<string> Facts(Endpoint endpoint)
    {
        if (endpoint.Deprecated is { } deprecated)
        {
            yield return Deprecation(deprecated);
        }

        if (endpoint.IsPublic)
        {
            yield return "No credential is needed.";
        }

        if (!endpoint.Scopes.IsEmpty)
        {
            yield return $"Scopes: {string.Join(", ", endpoint.Scopes.Select(s => s.Value))}";
        }

        foreach (var limit in endpoint.RateLimits)
        {
            yield return string.Create(
                CultureInfo.InvariantCulture,
                $"Rate limit: {limit.Requests} requests {DurationText.Per(limit.Window)}"
            );
        }

        if (endpoint.Idempotency is { } idempotency)
        {
            foreach (var fact in Facts(idempotency))
            {
                yield return fact;
            }
        }
    }

    private static string Deprecation(Deprecation terms) =>
        "Deprecated"
        + (terms.Since is { } since ? $" since {since.Value}" : "")
        + (terms.Sunset is { } sunset ? $", ends on {sunset.Value}" : "")
        + (terms.Replacement is { } other ? $". Use instead: {other.Value}" : "");

    private static IEnumerable<string> Facts(IdempotencyRules rules)
    {
        yield return $"Idempotency key: {rules.Header.Value}"
            + (rules.Required ? ", required" : ", optional")
            + (rules.Retention is { } retention ? $", remembered for {DurationText.Of(retention)}" : "")
            + (rules.Scope.IsEmpty ? "" : $", unique within {string.Join(", ", rules.Scope)}");
        foreach (
            var (when, outcome) in new[]
            {
                ("The same request again", rules.OnReplay),
                ("Another request with the same key", rules.OnMismatch),
                ("The same key while the first request is in progress", rules.OnInFlight),
            }
        )
        {
            if (outcome is not null)
            {
                yield return string.Create(CultureInfo.InvariantCulture, $"{when}: {outcome.Status.Value}")
                    + (outcome.ErrorCode is { } code ? $" {code.Value}" : "");
            }
        }
    }

    private static void Headers(MarkdownText text, Endpoint endpoint)
    {
        if (endpoint.Headers.IsEmpty)
        {
            return;
        }

        text.Label("Headers");
        text.Table(
            ["Header", "Required", "Meaning"],
            [
                .. endpoint.Headers.Select(h =>
                    new[]
                    {
                        MarkdownText.Value(h.Name.Value),
                        h.Required ? "yes" : "no",
                        MarkdownText.Inline(h.Text.Value) + (h.Schema.Deprecated ? " (deprecated)" : ""),
                    }
                ),
            ]
        );
    }

    private static void Parameters(MarkdownText text, string title, IEnumerable<ParameterDefinition> parameters)
    {
        var rows = parameters
            .Select(p =>
                (string?[])
                    [
                        MarkdownText.Value(p.Name.Value),
                        SchemaTable.TypeOf(p.Schema),
                        p.Required ? "yes" : "no",
                        SchemaTable.Constraints(p.Schema),
                        MarkdownText.Inline(p.Description),
                    ]
            )
            .ToList();
        if (rows.Count > 0)
        {
            text.Label(title);
            text.Table(["Parameter", "Type", "Required", "Constraints", "Description"], rows);
        }
    }

    private static string Status(ResponseDefinition response) =>
        response.Status.Value.ToString(CultureInfo.InvariantCulture);

    private static string?[] Row(ResponseDefinition response, string status) =>
        [
            status,
            MarkdownText.Inline(response.Description?.Value),
            MarkdownText.Value(response.ErrorCode?.Value),
            string.Join(", ", response.Headers.Select(h => MarkdownText.Value(h.Name.Value))),
        ];

    // The fields of an error stand in the section on errors; here its example says what is special about it.
    private static void Body(MarkdownText text, ResponseDefinition response, string status)
    {
        if (response is { Status.Value: < 400, Schema: { } schema })
        {
            text.Block($"**{status}**");
            SchemaTable.Write(text, schema);
        }

        if (response.Example is { } example)
        {
            text.Block($"Example of a {status} response:");
            text.Json(example.Value);
        }
    }
}

using System.Collections.Immutable;
using System.Text;
using Conformance.Scenarios.Cases;
using Conformance.Scenarios.Compiling;
using Conformance.Scenarios.Expectations;
using Conformance.Scenarios.Requirements;
using Conformance.Specification.Model;

namespace Conformance.Scenarios.Kinds.ValidationErrors;

/// <summary>A body that is announced as JSON and is none.</summary>
/// <remarks>Only texts that RFC 8259 leaves no doubt about: no duplicate names, no byte order mark.</remarks>
internal sealed class BodyIsNoJson : EndpointSource
{
    private const int Deep = 10_000;

    /// <inheritdoc />
    protected override IEnumerable<ContractCase> Compile(EndpointContext endpoint)
    {
        if (
            endpoint.Endpoint.Request is not { } body
            || !IsJson(body.ContentType)
            || endpoint.Validation is not { } answer
        )
        {
            yield break;
        }

        var requirement = Sentences.Contract(
            RequirementIds.RequestField(endpoint.Endpoint, "", "syntax"),
            $"The target MUST refuse a body of {endpoint.Endpoint.Name} that is not JSON.",
            body.Location,
            "HTTP-09",
            "RFC 8259"
        );
        var id = endpoint.CaseId(ScenarioKind.ValidationErrors, "body/syntax");
        var ready = endpoint.Ready(id);
        var valid = ((BodyTemplate.Json)ready.Request.Body).Value.GetRawText();
        foreach (var (situation, words, bytes) in Bodies(valid))
        {
            // Where the body may be left out, an empty one is not wrong.
            if (bytes.Length == 0 && !body.IsRequired)
            {
                continue;
            }

            yield return endpoint.Single(
                ScenarioKind.ValidationErrors,
                $"body/{situation}",
                $"{endpoint.Endpoint.Name} refuses a body that is no JSON: {words}",
                requirement,
                ready with
                {
                    Request = ready.Request with { Body = new BodyTemplate.Raw([.. bytes], body.ContentType) },
                },
                endpoint.Refusal(requirement, answer)
            ) with
            {
                Tags = ["refused", "syntax"],
            };
        }
    }

    private static IEnumerable<(string Situation, string Words, byte[] Bytes)> Bodies(string valid)
    {
        yield return ("empty-body", "it is empty", []);
        yield return ("truncated-json", "its end is missing", Encoding.UTF8.GetBytes(valid[..^1]));
        yield return ("trailing-comma", "a comma before the end", Encoding.UTF8.GetBytes($"{valid[..^1]},{valid[^1]}"));
        yield return ("single-quotes", "single quotes", Encoding.UTF8.GetBytes(valid.Replace('"', '\'')));
        yield return ("text-after-json", "text after its end", Encoding.UTF8.GetBytes(valid + " and more"));
        yield return ("not-json", "plain text", "this is not JSON"u8.ToArray());
        yield return ("unknown-literal", "the literal NaN", "{\"value\": NaN}"u8.ToArray());
        yield return ("form-body", "a form", "a=1&b=2"u8.ToArray());
        yield return ("invalid-utf-8", "bytes that are not UTF-8", InvalidUtf8(valid));
        yield return ("comment", "a comment before it", Encoding.UTF8.GetBytes("/* comment */" + valid));
        yield return ("second-document", "a second document behind it", Encoding.UTF8.GetBytes(valid + valid));
        yield return ("deeply-nested", "ten thousand open brackets", Encoding.UTF8.GetBytes(new string('[', Deep)));
    }

    // A lone continuation byte inside the first text, or inside the first name where there is none.
    private static byte[] InvalidUtf8(string valid)
    {
        const string TextBegins = "\":\"";
        var at = valid.IndexOf(TextBegins, StringComparison.Ordinal) is >= 0 and var value
            ? value + TextBegins.Length
            : Math.Max(0, valid.IndexOf('"', StringComparison.Ordinal)) + 1;
        return [.. Encoding.UTF8.GetBytes(valid[..at]), 0x80, .. Encoding.UTF8.GetBytes(valid[at..])];
    }

    private static bool IsJson(string contentType) => contentType.Contains("json", StringComparison.OrdinalIgnoreCase);
}

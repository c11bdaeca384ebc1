using System.Text;
using System.Text.Json;
using Conformance.Scenarios.Cases;
using Conformance.Scenarios.Compiling;
using Conformance.Specification.Model;

namespace Conformance.Scenarios.Kinds.ValidationErrors;

/// <summary>
/// A body that readers of JSON disagree about: RFC 8259 leaves names that come twice, a byte order mark and half of a
/// surrogate pair to them. Whatever the answer, it is recorded; only a server error fails.
/// </summary>
internal sealed class BodyIsUnusualJson : EndpointSource
{
    /// <inheritdoc />
    protected override IEnumerable<ContractCase> Compile(EndpointContext endpoint)
    {
        if (
            endpoint.Endpoint.Request is not { } body
            || !body.ContentType.Value.Contains("json", StringComparison.OrdinalIgnoreCase)
        )
        {
            yield break;
        }

        var ready = endpoint.Ready(endpoint.CaseId(ScenarioKind.ValidationErrors, "body/unusual"));
        var valid = ((BodyTemplate.Json)ready.Request.Body).Value;
        foreach (var (situation, words, bytes) in Bodies(valid))
        {
            yield return endpoint.Open(
                ScenarioKind.ValidationErrors,
                $"body/{situation}",
                $"{endpoint.Endpoint.Name} survives a body with {words}",
                ready with
                {
                    Request = ready.Request with { Body = new BodyTemplate.Raw([.. bytes], body.ContentType) },
                },
                $"{endpoint.Endpoint.Name}, a body with {words}"
            );
        }
    }

    private static IEnumerable<(string Situation, string Words, byte[] Bytes)> Bodies(JsonElement valid)
    {
        var text = valid.GetRawText();
        yield return ("byte-order-mark", "a byte order mark", [0xEF, 0xBB, 0xBF, .. Encoding.UTF8.GetBytes(text)]);
        yield return ("utf-16", "two bytes for each character (UTF-16)", Encoding.Unicode.GetBytes(text));
        if (valid.ValueKind is not JsonValueKind.Object)
        {
            yield break;
        }

        if (valid.EnumerateObject().Select(p => (JsonProperty?)p).FirstOrDefault() is { } first)
        {
            yield return (
                "repeated-name",
                "the same name twice",
                Encoding.UTF8.GetBytes(
                    $"{text[..^1]},{JsonSerializer.Serialize(first.Name)}:{first.Value.GetRawText()}}}"
                )
            );
        }

        yield return (
            "lone-surrogate",
            "half of a surrogate pair",
            Encoding.UTF8.GetBytes($$"""{{text[..^1]}},"undeclared_property":"\ud800"}""")
        );
    }
}

using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Conformance.Specification.Model;

namespace Conformance.Documents;

/// <summary>A call as a command that can be pasted into a shell once the variables are set.</summary>
internal static class CurlExample
{
    private static readonly JsonSerializerOptions Readable = new()
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public static string Of(Endpoint endpoint, IntegrationSpecification specification)
    {
        var lines = new List<string> { $"curl -X {endpoint.Method.Value} {Quoted(Url(endpoint, specification))}" };
        lines.AddRange(Headers(endpoint, specification).Select(h => $"-H {Quoted($"{h.Name}: {h.Value}")}"));
        if (endpoint.Request is { } form && BodyTypes.IsForm(form.ContentType))
        {
            lines.AddRange(Fields(form, specification));
        }
        else if (endpoint.Request is { } request)
        {
            var body = request.Example is { } example
                ? JsonSerializer.Serialize(example.Value, Readable)
                : ExampleValue.Of(request.Schema, specification)?.ToJsonString(Readable);
            if (body is not null)
            {
                lines.Add($"-d {Literal(body)}");
            }
        }

        return string.Join(" \\\n  ", lines);
    }

    private static IEnumerable<string> Fields(RequestBody form, IntegrationSpecification specification) =>
        (
            form.Example is { } example
                ? JsonSerializer.SerializeToNode(example.Value)
                : ExampleValue.Of(form.Schema, specification)
        )
            is JsonObject fields
            ? fields.Select(f => $"--data-urlencode {Literal($"{f.Key}={f.Value}")}")
            : [];

    private static string Url(Endpoint endpoint, IntegrationSpecification specification)
    {
        var host =
            specification.Environments.FirstOrDefault(e => e.Kind is EnvironmentKind.Sandbox)?.BaseUrl?.Value
            ?? specification.Environments.FirstOrDefault(e => e.BaseUrl is not null)?.BaseUrl?.Value
            ?? "$BASE_URL";
        var path = endpoint.PathParameters.Aggregate(
            endpoint.Path.Value,
            (current, p) =>
                current.Replace($"{{{p.Name.Value}}}", Shown(p.Schema, p.Name.Value), StringComparison.Ordinal)
        );
        var query = string.Join(
            '&',
            endpoint
                .QueryParameters.Where(p => p.Required)
                .Select(p => $"{p.Name.Value}={Shown(p.Schema, p.Name.Value)}")
        );
        return host.TrimEnd('/') + path + (query.Length == 0 ? "" : $"?{query}");
    }

    private static IEnumerable<(string Name, string Value)> Headers(
        Endpoint endpoint,
        IntegrationSpecification specification
    )
    {
        var authentication = specification.Authentication;
        if (!endpoint.IsPublic && authentication is { HeaderName: { } name, HeaderTemplate: { } template })
        {
            yield return (name.Value, Variables(template.Value));
        }

        foreach (var header in endpoint.Headers.Where(h => h.Required || IsKey(h, endpoint)))
        {
            if (!header.Name.Value.Equals(authentication?.HeaderName?.Value, StringComparison.OrdinalIgnoreCase))
            {
                yield return (header.Name.Value, Value(header));
            }
        }
    }

    private static bool IsKey(HeaderDefinition header, Endpoint endpoint) =>
        header.Name.Value.Equals(endpoint.Idempotency?.Header.Value, StringComparison.OrdinalIgnoreCase);

    private static string Value(HeaderDefinition header) =>
        header.Schema.Const is { ValueKind: JsonValueKind.String } only ? Variables(only.GetString()!)
        : header.Schema.Examples is [{ Value.ValueKind: JsonValueKind.String } example, ..] ? example.Value.GetString()!
        : header.Schema.Format is "uuid" ? "$(uuidgen)"
        : $"${Variable(header.Name.Value)}";

    private static string Shown(SchemaNode schema, string name) =>
        schema.Examples is [var example, ..] ? Uri.EscapeDataString(example.Value.ToString()) : $"${Variable(name)}";

    /// <summary><c>{access_token}</c> as <c>$ACCESS_TOKEN</c>.</summary>
    private static string Variables(string template)
    {
        var text = new StringBuilder();
        var rest = template.AsSpan();
        while (rest.IndexOf('{') is var open and >= 0 && rest[open..].IndexOf('}') is var length and > 0)
        {
            text.Append(rest[..open]).Append('$').Append(Variable(rest[(open + 1)..(open + length)].ToString()));
            rest = rest[(open + length + 1)..];
        }

        return text.Append(rest).ToString();
    }

    private static string Variable(string name) => name.Replace('-', '_').Replace('.', '_').ToUpperInvariant();

    // Double quotes keep variables alive; what else the shell would read in them is escaped.
    private static string Quoted(string text) =>
        "\""
        + text.Replace("\\", "\\\\", StringComparison.Ordinal)
            .Replace("\"", "\\\"", StringComparison.Ordinal)
            .Replace("`", "\\`", StringComparison.Ordinal)
        + "\"";

    private static string Literal(string text) => "'" + text.Replace("'", "'\\''", StringComparison.Ordinal) + "'";
}

using System.Collections.Immutable;
using System.Text.Json;
using Conformance.Simulator.Json;
using Conformance.Specification.Model;

namespace Conformance.Simulator.Http;

/// <summary>A request's body and parameters, read, with all that is wrong with them.</summary>
/// <param name="Body">The body as JSON; undefined when there is none or it cannot be read.</param>
/// <param name="Violations">Everything that is wrong.</param>
/// <param name="HasWrongContentType">Whether the body is not of the declared type.</param>
internal sealed record InspectedRequest(
    JsonElement Body,
    ImmutableArray<Violation> Violations,
    bool HasWrongContentType
);

/// <summary>Holds a request against what its operation declares: headers, query, content type and body.</summary>
/// <param name="inspector">Finds violations of schemas.</param>
/// <param name="schemas">Resolves references.</param>
/// <param name="credentialHeader">Header that is not validated, for the gatekeeper already judged it.</param>
internal sealed class RequestInspector(SchemaInspector inspector, SchemaIndex schemas, string? credentialHeader)
{
    /// <summary>Reads and checks a request.</summary>
    public InspectedRequest Inspect(Endpoint endpoint, SimulatedRequest request)
    {
        var violations = new List<Violation>();
        violations.AddRange(endpoint.Headers.SelectMany(h => InspectHeader(endpoint, h, request)));
        violations.AddRange(InspectKey(endpoint, request));
        violations.AddRange(endpoint.QueryParameters.SelectMany(p => InspectQuery(p, request)));
        if (endpoint.Request is not { } declared)
        {
            return new(default, [.. violations], false);
        }

        if (ContentTypeProblem(declared, request) is { } problem)
        {
            violations.Add(new("Content-Type", "content-type", problem));
            return new(default, [.. violations], true);
        }

        var wrong = ReadBody(declared, request, out var body);
        violations.AddRange(wrong is null ? inspector.Inspect(body, declared.Schema) : [new("body", "json", wrong)]);
        return new(body, [.. violations.DistinctBy(v => (v.Path.ToUpperInvariant(), v.Keyword))], false);
    }

    /// <summary>What is wrong with the values in the path.</summary>
    public bool HasValidPath(Endpoint endpoint, ImmutableDictionary<string, string> values) =>
        endpoint
            .PathParameters.Where(p => values.ContainsKey(p.Name.Value))
            .All(p => InspectText(p.Name.Value, values[p.Name.Value], p.Schema).IsEmpty);

    private IEnumerable<Violation> InspectHeader(Endpoint endpoint, HeaderDefinition header, SimulatedRequest request)
    {
        var name = header.Name.Value;
        var isElsewhere =
            name.Equals(credentialHeader, StringComparison.OrdinalIgnoreCase)
            || name.Equals("Content-Type", StringComparison.OrdinalIgnoreCase)
            || name.Equals("Accept", StringComparison.OrdinalIgnoreCase)
            || name.Equals(endpoint.Idempotency?.Header.Value, StringComparison.OrdinalIgnoreCase);
        if (isElsewhere)
        {
            return [];
        }

        return request.HeaderValues(name).ToList() switch
        {
            [] => header.Required ? [new(name, "required", "Is required")] : [],
            [var value] => InspectText(name, value, header.Schema),
            _ => [new(name, "header", "Must be sent once")],
        };
    }

    /// <summary>A key is checked before it is used (STANDARDS IDM-11, IDM-12).</summary>
    private static IEnumerable<Violation> InspectKey(Endpoint endpoint, SimulatedRequest request)
    {
        if (endpoint.Idempotency is not { } rules)
        {
            return [];
        }

        var name = rules.Header.Value;
        var (shortest, longest) = (rules.MinLength ?? 1, rules.MaxLength ?? 255);
        return request.HeaderValues(name).ToList() switch
        {
            [] => rules.Required ? [new(name, "required", "Is required")] : [],
            [{ } key] when key.Length < shortest =>
            [
                new(name, "minLength", $"Must have at least {shortest} characters"),
            ],
            [{ } key] when key.Length > longest => [new(name, "maxLength", $"Must have at most {longest} characters")],
            [{ } key] when key.Any(c => c is < ' ' or > '~') => [new(name, "header", "Must be printable ASCII")],
            [_] => [],
            _ => [new(name, "header", "Must be sent once")],
        };
    }

    private ImmutableArray<Violation> InspectQuery(ParameterDefinition parameter, SimulatedRequest request)
    {
        var name = parameter.Name.Value;
        var sent = request.Query.Where(q => q.Key == name).Select(q => q.Value).ToList();
        var types = schemas.Types(parameter.Schema);
        if (sent.Count == 0)
        {
            return parameter.Required ? [new(name, "required", "Is required")] : [];
        }

        if (types.HasFlag(JsonTypes.Array))
        {
            var itemTypes = schemas.Items(parameter.Schema) is { } items ? schemas.Types(items) : JsonTypes.String;
            return inspector.Inspect(ScalarText.ReadList(sent, itemTypes), parameter.Schema, name);
        }

        return sent.Count > 1
            ? [new(name, "query", "Must be sent once")]
            : InspectText(name, sent[0], parameter.Schema);
    }

    private ImmutableArray<Violation> InspectText(string name, string text, SchemaNode schema) =>
        inspector.Inspect(ScalarText.Read(text, schemas.Types(schema)), schema, name);

    private static string? ContentTypeProblem(RequestBody declared, SimulatedRequest request)
    {
        var wanted = declared.ContentType.Value.Split(';')[0].Trim().ToLowerInvariant();
        if (request.HeaderValues("Content-Type").Count() != 1 || request.MediaType != wanted)
        {
            return $"Must be {wanted}";
        }

        var charset = request
            .Header("Content-Type")!
            .Split(';')
            .Select(p => p.Trim())
            .FirstOrDefault(p => p.StartsWith("charset=", StringComparison.OrdinalIgnoreCase));
        var isUtf8 = charset is null || charset[8..].Trim('"').Equals("utf-8", StringComparison.OrdinalIgnoreCase);
        return isUtf8 ? null : "Must be UTF-8";
    }

    private static string? ReadBody(RequestBody declared, SimulatedRequest request, out JsonElement body)
    {
        var type = declared.ContentType.Value;
        if (type.Contains("json", StringComparison.OrdinalIgnoreCase))
        {
            return StrictJson.Read(request.Body, out body);
        }

        body = type.StartsWith("application/x-www-form-urlencoded", StringComparison.OrdinalIgnoreCase)
            ? FormBody.Read(request.Body.Span, declared.Schema)
            : JsonSerializer.SerializeToElement(Convert.ToBase64String(request.Body.Span));
        return null;
    }
}

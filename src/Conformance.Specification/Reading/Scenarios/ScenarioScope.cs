using System.Collections.Immutable;
using Conformance.Specification.Diagnostics;
using Conformance.Specification.Model;
using Conformance.Specification.Reading.Inference;
using Conformance.Specification.Yaml;

namespace Conformance.Specification.Reading.Scenarios;

/// <summary>What scenarios may refer to: the endpoints and the fields of their bodies.</summary>
internal sealed record ScenarioScope(ImmutableArray<Endpoint> Endpoints, FieldSearch Fields)
{
    /// <summary>The endpoints of the happy paths, in order.</summary>
    public ImmutableArray<Endpoint> HappyPath { get; init; } = [];

    /// <summary>The endpoint that a scenario names by operation, or by method and path.</summary>
    public Endpoint? Named(MappingReader reader)
    {
        var request = reader.Source.Find("request") as YamlMapping ?? reader.Source;
        var operation = Text(reader.Source, "operation") ?? Text(request, "operation");
        if (operation is not null)
        {
            return Endpoints.FirstOrDefault(e => e.OperationId.Value == operation);
        }

        var method = Text(request, "method") ?? Text(reader.Source, "method");
        var path = Text(request, "path") ?? Text(reader.Source, "path");
        return path is null
            ? null
            : Endpoints.FirstOrDefault(e =>
                PathTemplate.Matches(e.Path, path)
                && (method is null || e.Method.Value.Equals(method, StringComparison.OrdinalIgnoreCase))
            );
    }

    /// <summary>
    /// The endpoint of a scenario: the one it names, else the happy path's, else the only one that can be meant.
    /// </summary>
    public Endpoint? Of(MappingReader reader, ScenarioKind kind)
    {
        if (IsNamed(reader))
        {
            return Named(reader) ?? NotFound(reader);
        }

        var candidates = HappyPath.Distinct().ToList();
        if (kind == ScenarioKind.Idempotency && candidates.All(e => e.Idempotency is null))
        {
            candidates = [.. Endpoints.Where(e => e.Idempotency is not null)];
        }

        if (candidates.Count == 0)
        {
            candidates = Endpoints.Length == 1 ? [.. Endpoints] : [.. Endpoints.Where(e => e.Request is not null)];
        }

        return candidates.Count == 0 ? null
            : candidates.Count == 1 || HappyPath.Length > 0 ? Fitting(candidates, reader)
            : kind is ScenarioKind.RateLimit or ScenarioKind.AuthRefresh or ScenarioKind.Webhooks ? null
            : Ambiguous(reader, candidates);
    }

    private static Endpoint Fitting(List<Endpoint> candidates, MappingReader reader)
    {
        var status = Text(reader.Source, "expected_status");
        return candidates.FirstOrDefault(e => e.Responses.Any(r => $"{r.Status.Value}" == status)) ?? candidates[0];
    }

    private static bool IsNamed(MappingReader reader) =>
        reader.Source.Find("operation") is not null
        || reader.Source.Find("path") is not null
        || (reader.Source.Find("request") as YamlMapping)?.Find("path") is not null
        || (reader.Source.Find("request") as YamlMapping)?.Find("operation") is not null;

    private Endpoint? NotFound(MappingReader reader)
    {
        var place = reader.Source.Find("request") as YamlMapping ?? reader.Source;
        var node =
            place.Find("operation")
            ?? place.Find("path")
            ?? reader.Source.Find("operation")
            ?? reader.Source.Find("path");
        if (Endpoints.IsEmpty || node is null)
        {
            return null;
        }

        var name = (Text(place, "method") + " " + Text(place, "path")).Trim();
        var names = Endpoints.Select(e =>
            node.Path.Step.EndsWith("operation", StringComparison.Ordinal) ? e.OperationId.Value : e.Name
        );
        reader.Context.Unresolved(
            node.Location,
            "operation",
            name.Length > 0 ? name : ((YamlScalar)node).Text,
            [.. names]
        );
        return null;
    }

    private static Endpoint? Ambiguous(MappingReader reader, List<Endpoint> candidates)
    {
        reader.Context.Diagnostics.Report(
            LoaderRules.Reference,
            reader.Location,
            "it cannot be told which operation this scenario calls",
            "one of " + string.Join(", ", candidates.Select(c => c.OperationId.Value)),
            null,
            "add 'operation: ...', or 'method:' and 'path:'"
        );
        return null;
    }

    private static string? Text(YamlMapping mapping, string key) => (mapping.Find(key) as YamlScalar)?.Text;
}

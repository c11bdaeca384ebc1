using System.Text.RegularExpressions;
using Conformance.Simulator.Json;
using Conformance.Specification.Model;

namespace Conformance.Simulator.Http;

/// <summary>Finds the header that traces a request, and takes the client's id when it is a harmless one (STANDARDS SEC-17).</summary>
internal sealed partial class RequestIds
{
    private readonly HeaderDefinition? _definition;
    private readonly SchemaInspector _inspector;

    public RequestIds(IntegrationSpecification specification, SchemaInspector inspector)
    {
        _definition = DefinitionIn(specification);
        _inspector = inspector;
    }

    /// <summary>The header, also of answers; null when the specification knows none.</summary>
    public string? Header => _definition?.Name.Value;

    /// <summary>The header that traces a specification's requests, or null.</summary>
    public static string? HeaderOf(IntegrationSpecification specification) => DefinitionIn(specification)?.Name.Value;

    /// <summary>The client's id, or a fresh one when it sent none, a malformed or a dangerous one.</summary>
    public string For(SimulatedRequest request)
    {
        var sent = _definition is null ? null : request.Header(_definition.Name.Value);
        return sent is not null && Harmless().IsMatch(sent) && IsValid(sent) ? sent : Guid.NewGuid().ToString();
    }

    private static HeaderDefinition? DefinitionIn(IntegrationSpecification specification) =>
        specification.Endpoints.SelectMany(e => e.Headers).FirstOrDefault(h => TracingName().IsMatch(h.Name.Value));

    private bool IsValid(string sent) =>
        _inspector.Inspect(ScalarText.Read(sent, _definition!.Schema.Types), _definition.Schema).IsEmpty;

    [GeneratedRegex(
        "(request|correlation|trace|tracking)[-_]?id$",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant,
        10_000
    )]
    private static partial Regex TracingName();

    [GeneratedRegex(@"\A[A-Za-z0-9._:-]{1,128}\z", RegexOptions.None, 10_000)]
    private static partial Regex Harmless();
}

using System.Collections.Immutable;
using Conformance.Specification.Model;

namespace Conformance.Simulator.Http;

/// <summary>What a path and method lead to.</summary>
internal abstract record Route
{
    /// <summary>An operation.</summary>
    public sealed record Operation(Endpoint Endpoint, ImmutableDictionary<string, string> PathValues) : Route;

    /// <summary>A declared path without this method.</summary>
    public sealed record WrongMethod(ImmutableArray<string> Allowed, Endpoint Nearest) : Route;

    /// <summary>Nothing.</summary>
    public sealed record Unknown : Route;
}

/// <summary>Finds the operation for a method and a path; fixed segments win over parameters.</summary>
internal sealed class Router
{
    private readonly ImmutableArray<(Endpoint Endpoint, ImmutableArray<string> Template)> _routes;

    public Router(IntegrationSpecification specification)
    {
        _routes =
        [
            .. specification
                .Endpoints.Select(e => (Endpoint: e, Template: e.Path.Value.Split('/').Skip(1).ToImmutableArray()))
                .OrderBy(r => r.Template.Count(IsParameter)),
        ];
    }

    /// <summary>The route of a request. HEAD is GET without content (STANDARDS HTTP-11).</summary>
    public Route Find(SimulatedRequest request)
    {
        var segments = request.Segments;
        var matching = _routes.Where(r => Matches(r.Template, segments)).ToList();
        if (matching.Count == 0)
        {
            return new Route.Unknown();
        }

        var method = request.Method is "HEAD" ? "GET" : request.Method;
        var found = matching.FirstOrDefault(r => r.Endpoint.Method.Value == method);
        if (found.Endpoint is null)
        {
            return new Route.WrongMethod(
                [.. matching.Select(r => r.Endpoint.Method.Value).Distinct()],
                matching[0].Endpoint
            );
        }

        var values = found.Template.Zip(segments).Where(p => IsParameter(p.First));
        return new Route.Operation(
            found.Endpoint,
            values.DistinctBy(p => p.First).ToImmutableDictionary(p => p.First[1..^1], p => p.Second)
        );
    }

    private static bool Matches(ImmutableArray<string> template, ImmutableArray<string> segments) =>
        template.Length == segments.Length
        && template.Zip(segments).All(p => IsParameter(p.First) ? p.Second.Length > 0 : p.First == p.Second);

    private static bool IsParameter(string segment) => segment.StartsWith('{') && segment.EndsWith('}');
}

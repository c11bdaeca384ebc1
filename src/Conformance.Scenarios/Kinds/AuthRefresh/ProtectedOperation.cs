using System.Collections.Immutable;
using Conformance.Scenarios.Compiling;

namespace Conformance.Scenarios.Kinds.AuthRefresh;

/// <summary>Chooses the operations that cases about the credential itself are tried on.</summary>
internal static class ProtectedOperation
{
    /// <summary>A safe operation that needs nothing to exist, or else the first protected one; null when all are public.</summary>
    public static EndpointContext? Simplest(CompilerContext context) => Ordered(context).FirstOrDefault();

    /// <summary>One operation that reads and one that writes, where there are such: servers guard the two apart.</summary>
    public static ImmutableArray<EndpointContext> Representatives(CompilerContext context) =>
        [.. Ordered(context).DistinctBy(e => e.Endpoint.Method.Value == "GET")];

    private static IEnumerable<EndpointContext> Ordered(CompilerContext context) =>
        context
            .Endpoints.Where(e => e.IsProtected)
            .OrderBy(e => e.Endpoint.Method.Value == "GET" ? 0 : 1)
            .ThenBy(e => e.Endpoint.PathParameters.Length);
}

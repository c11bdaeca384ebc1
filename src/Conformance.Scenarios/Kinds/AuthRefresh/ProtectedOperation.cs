using Conformance.Scenarios.Compiling;

namespace Conformance.Scenarios.Kinds.AuthRefresh;

/// <summary>Chooses the operation that cases about the credential itself are tried on.</summary>
internal static class ProtectedOperation
{
    /// <summary>A safe operation that needs nothing to exist, or else the first protected one; null when all are public.</summary>
    public static EndpointContext? Simplest(CompilerContext context) =>
        context
            .Endpoints.Where(e => e.IsProtected)
            .OrderBy(e => e.Endpoint.Method.Value == "GET" ? 0 : 1)
            .ThenBy(e => e.Endpoint.PathParameters.Length)
            .FirstOrDefault();
}

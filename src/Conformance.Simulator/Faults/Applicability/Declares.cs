using Conformance.Specification.Model;

namespace Conformance.Simulator.Faults.Applicability;

/// <summary>What a specification says that its answers have.</summary>
internal static class Declares
{
    /// <summary>Whether an answer declares a header, or an error code comes with it.</summary>
    public static bool ResponseHeader(IntegrationSpecification specification, string name) =>
        specification
            .Endpoints.SelectMany(e => e.Responses)
            .SelectMany(r => r.Headers)
            .Concat(specification.ErrorCodes.SelectMany(c => c.Headers))
            .Any(h => h.Name.Value.Equals(name, StringComparison.OrdinalIgnoreCase));
}

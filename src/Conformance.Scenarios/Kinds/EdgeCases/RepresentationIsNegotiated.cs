using Conformance.Scenarios.Cases;
using Conformance.Scenarios.Compiling;
using Conformance.Specification.Model;

namespace Conformance.Scenarios.Kinds.EdgeCases;

/// <summary>
/// A client asks for a representation that is not declared: it gets the declared one or a refusal, as 406 where the target
/// knows it. One operation that answers with a body stands for all.
/// </summary>
internal sealed class RepresentationIsNegotiated : IScenarioSource
{
    private const int NotAcceptable = 406;

    /// <inheritdoc />
    public IEnumerable<ContractCase> Compile(CompilerContext context)
    {
        var plain = context.Endpoints.FirstOrDefault(e =>
            e.Endpoint.Method.Value == "GET" && e.Endpoint.PathParameters.IsEmpty
        );
        return plain is null
            ? []
            : [Case(plain, "xml", "application/xml"), Case(plain, "any", "*/*"), Case(plain, "unreadable", ";;")];
    }

    private static ContractCase Case(EndpointContext endpoint, string id, string accept)
    {
        var situation = $"accept-{id}";
        var ready = endpoint.Ready(endpoint.CaseId(ScenarioKind.EdgeCases, situation));
        return endpoint.Open(
            ScenarioKind.EdgeCases,
            situation,
            $"{endpoint.Endpoint.Name} answers a client that accepts {accept}",
            ready with
            {
                Request = ready.Request with
                {
                    Headers = [.. ready.Request.Headers, new("Accept", new ValueSource.Literal(accept))],
                },
            },
            $"{endpoint.Endpoint.Name}, Accept: {accept}",
            NotAcceptable
        );
    }
}

using Conformance.Scenarios.Cases;
using Conformance.Scenarios.Compiling;
using Conformance.Scenarios.Expectations;
using Conformance.Scenarios.Requirements;
using Conformance.Specification.Model;

namespace Conformance.Scenarios.Kinds.EdgeCases;

/// <summary>
/// Methods that HTTP defines for any resource, or that it does not know: HEAD is GET without content, OPTIONS lists
/// methods, TRACE reflects nothing, an unknown method is not carried out. One path stands for all: they are answered
/// before an operation is looked for.
/// </summary>
internal sealed class GeneralMethodsAreAnswered : IScenarioSource
{
    private const string UnknownMethod = "BREW";

    /// <inheritdoc />
    public IEnumerable<ContractCase> Compile(CompilerContext context)
    {
        var plain = context.Endpoints.FirstOrDefault(e =>
            e.Endpoint.Method.Value == "GET" && !HasParameters(e.Endpoint)
        );
        return plain is null ? [] : [Head(plain), Options(plain), Trace(plain), Unknown(plain)];
    }

    private static ContractCase Head(EndpointContext endpoint) =>
        Case(
            endpoint,
            "HEAD",
            "is answered like GET, or refused",
            [
                new IsAcceptedOrRefused(endpoint.Requirements.Survives, $"HEAD {endpoint.Endpoint.Path.Value}")
                {
                    AlsoAllowed = [405, 501],
                },
            ]
        );

    private static ContractCase Options(EndpointContext endpoint) =>
        Case(
            endpoint,
            "OPTIONS",
            "is answered, or refused",
            [
                new IsAcceptedOrRefused(endpoint.Requirements.Survives, $"OPTIONS {endpoint.Endpoint.Path.Value}")
                {
                    AlsoAllowed = [405, 501],
                },
            ]
        );

    private static ContractCase Trace(EndpointContext endpoint)
    {
        var requirement = Sentences.Proposal(
            RequirementIds.Section("api", "method.trace"),
            "The target SHOULD NOT answer TRACE, for it would show credentials to whoever can send it.",
            endpoint.Endpoint.Path.Location,
            "RFC 9110 section 9.3.8",
            "HTTP-13"
        );
        return Case(endpoint, "TRACE", "is not answered", [new StatusIs(requirement, [405, 501, 404, 403, 400, 401])]);
    }

    private static ContractCase Unknown(EndpointContext endpoint)
    {
        var harmless = Sentences.Contract(
            RequirementIds.Section("api", "method.unknown.not_carried_out"),
            $"The target MUST NOT carry out a method that HTTP does not know.",
            endpoint.Endpoint.Path.Location,
            "HTTP-22"
        );
        var refuses = Sentences.Recommended(
            RequirementIds.Section("api", "method.unknown"),
            $"The target SHOULD answer 501 or 405 to a method that HTTP does not know.",
            endpoint.Endpoint.Path.Location,
            "RFC 9110 section 9.1",
            "HTTP-04"
        );
        return Case(
            endpoint,
            UnknownMethod,
            "is not carried out",
            [new StatusIs(harmless, [501, 405, 404, 403, 401, 400]), new StatusIs(refuses, [501, 405])]
        );
    }

    private static ContractCase Case(
        EndpointContext endpoint,
        string method,
        string words,
        IEnumerable<ExchangeExpectation> expectations
    )
    {
        var situation = $"method-{method.ToUpperInvariant()}";
        var id = $"api/{KindNames.Of(ScenarioKind.EdgeCases)}/{situation}";
        var request = endpoint.Context.Requests.Of(endpoint.Endpoint, id, EndpointContext.RequestStep);
        var expected = expectations.ToList();
        return new()
        {
            Id = id,
            Title = $"{method} {endpoint.Endpoint.Path.Value} {words}",
            Kind = ScenarioKind.EdgeCases,
            Requirement = expected[0].Requirement,
            Steps =
            [
                new CaseStep.Send(EndpointContext.RequestStep, request with { Endpoint = null, Method = method })
                {
                    Expectations = [.. expected],
                },
            ],
            Tags = ["method"],
        };
    }

    private static bool HasParameters(Endpoint endpoint) => !endpoint.PathParameters.IsEmpty;
}

using System.Text.RegularExpressions;
using Conformance.Scenarios.Cases;
using Conformance.Scenarios.Compiling;
using Conformance.Scenarios.Expectations;
using Conformance.Scenarios.Requirements;
using Conformance.Specification.Model;

namespace Conformance.Scenarios.Kinds.EdgeCases;

/// <summary>A path that is not declared is not found; a method that is not declared is not carried out, and 405 lists those that are.</summary>
internal sealed class UndeclaredPathsAndMethods : IScenarioSource
{
    private static readonly string[] Methods = ["GET", "POST", "PUT", "PATCH", "DELETE"];

    /// <inheritdoc />
    public IEnumerable<ContractCase> Compile(CompilerContext context)
    {
        var paths = context.Endpoints.GroupBy(e => e.Endpoint.Path.Value, StringComparer.Ordinal).ToList();
        return paths
            .Select(path => UndeclaredMethods(context, [.. path]))
            .Concat(paths.Count == 0 ? [] : [UndeclaredPath(context)]);
    }

    private static ContractCase UndeclaredMethods(CompilerContext context, List<EndpointContext> onPath)
    {
        var first = onPath[0].Endpoint;
        var declared = onPath.Select(e => e.Endpoint.Method.Value).ToList();
        var id = $"{first.OperationId.Value}/{KindNames.Of(ScenarioKind.EdgeCases)}/undeclared-method";
        var request = context.Requests.Of(first, id, EndpointContext.RequestStep) with
        {
            Endpoint = null,
            Body = new BodyTemplate.None(),
        };
        var harmless = Sentences.Contract(
            RequirementIds.Operation(first, "method.not_carried_out"),
            $"The target MUST NOT carry out methods of {first.Path.Value} that are not declared.",
            first.Path.Location,
            "HTTP-22"
        );
        var undeclared = Methods.Where(m => !declared.Contains(m, StringComparer.Ordinal)).ToList();
        return new()
        {
            Id = id,
            Title = $"{string.Join(", ", undeclared)} {first.Path.Value}, not declared, are refused with 405 and Allow",
            Kind = ScenarioKind.EdgeCases,
            Requirement = harmless,
            Steps =
            [
                .. undeclared.Select(method => new CaseStep.Send(method, request with { Method = method })
                {
                    Expectations = [.. Refused(first, declared, harmless)],
                }),
            ],
            Tags = ["refused", "method"],
        };
    }

    private static IEnumerable<ExchangeExpectation> Refused(Endpoint first, List<string> declared, Requirement harmless)
    {
        var refuses = Sentences.Recommended(
            RequirementIds.Operation(first, "method.undeclared"),
            $"The target SHOULD answer 405 to methods of {first.Path.Value} that are not declared.",
            first.Path.Location,
            "RFC 9110 section 9.1",
            "HTTP-04"
        );
        var allows = Sentences.Standard(
            RequirementIds.Operation(first, "method.allow"),
            $"The target MUST list the methods of {first.Path.Value} in the Allow header of a 405.",
            first.Path.Location,
            "RFC 9110 section 15.5.6",
            "HTTP-03"
        );
        return
        [
            new StatusIs(harmless, [405, 404, 501, 403, 400]),
            new StatusIs(refuses, [405]),
            new HeaderIs(allows, "Allow", AllowPattern(declared), $"a list with {string.Join(", ", declared)}")
            {
                WhenStatus = 405,
            },
        ];
    }

    private static ContractCase UndeclaredPath(CompilerContext context)
    {
        var first = context.Endpoints[0].Endpoint;
        var path =
            $"{first.Path.Value[..(first.Path.Value.IndexOf('/', 1) is var end and > 0 ? end : first.Path.Value.Length)]}/no-such-path";
        var id = $"api/{KindNames.Of(ScenarioKind.EdgeCases)}/undeclared-path";
        var requirement = Sentences.Contract(
            RequirementIds.Section("endpoints", "undeclared_path"),
            $"The target MUST answer 404 to a path that is not declared.",
            first.Path.Location,
            "HTTP-06"
        );
        return new()
        {
            Id = id,
            Title = $"GET {path}, which is not declared, is answered 404",
            Kind = ScenarioKind.EdgeCases,
            Requirement = requirement,
            Steps =
            [
                new CaseStep.Send(
                    EndpointContext.RequestStep,
                    new RequestTemplate
                    {
                        Method = "GET",
                        Path = path,
                        Credential = context.Specification.Authentication is null
                            ? new CredentialUse.Anonymous()
                            : new CredentialUse.Managed(),
                    }
                )
                {
                    Expectations = [new StatusIs(requirement, [404])],
                },
            ],
            Tags = ["refused", "path"],
        };
    }

    private static string AllowPattern(IEnumerable<string> methods) =>
        $"^{string.Concat(methods.Select(m => $"(?=.*\\b{Regex.Escape(m)}\\b)"))}.*$";
}

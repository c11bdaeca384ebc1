using Conformance.Evolution;
using Conformance.Specification;
using Conformance.Specification.Model;

namespace Conformance.Tests.Evolution;

/// <summary>Versions of specifications, from text.</summary>
internal static class Contracts
{
    public static IntegrationSpecification Read(string name, string yaml) =>
        SpecificationLoader.LoadText(name, yaml).Specification!;

    public static SpecificationComparison Compare(string old, string now) =>
        SpecificationComparison.Of(Read("old.yaml", old), Read("new.yaml", now));

    /// <summary>One field of a request, in two versions of its schema.</summary>
    public static SpecificationComparison Request(string old, string now) => Compare(InRequest(old), InRequest(now));

    /// <summary>One field of a response, in two versions of its schema.</summary>
    public static SpecificationComparison Response(string old, string now) => Compare(InResponse(old), InResponse(now));

    private static string InRequest(string schema) =>
        $"""
            endpoints:
              - endpoint:
                  method: POST
                  path: /v1/notes
                  request: {"{"} body: {"{"} type: object, properties: {"{"} note: {schema} {"}"} {"}"} {"}"}
                  responses: {"{"} 201: {"{"} description: Created {"}"} {"}"}
            """;

    private static string InResponse(string schema) =>
        $"""
            endpoints:
              - endpoint:
                  method: GET
                  path: /v1/notes
                  responses: {"{"} 200: {"{"} schema: {"{"} type: object, properties: {"{"} note: {schema} {"}"} {"}"} {"}"} {"}"}
            """;
}

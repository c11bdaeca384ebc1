using Conformance.Specification.Diagnostics;
using Conformance.Specification.Model;

namespace Conformance.Specification.Rules;

/// <summary>Every placeholder of a path says what it stands for.</summary>
internal sealed class PathParametersAreDeclared()
    : LintRule(
        "HTP-112",
        Severity.Warning,
        "A path parameter is not declared",
        "Nobody knows which values the parameter takes, so only arbitrary texts can be tried.",
        "declare it under path_parameters"
    )
{
    public override IEnumerable<Diagnostic> Check(IntegrationSpecification specification) =>
        from endpoint in specification.Endpoints
        from parameter in endpoint.PathParameters
        // What is not declared was made up where the path stands.
        where parameter.Name.Location == endpoint.Path.Location
        select Finding(
            endpoint.Path.Location,
            $"path parameter '{parameter.Name}' of {endpoint.Name} is not declared",
            $"'{parameter.Name}' under path_parameters",
            fix: $"add path_parameters: {{ {parameter.Name}: {{ type: string }} }}"
        );
}

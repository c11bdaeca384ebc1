using Conformance.Specification.Diagnostics;
using Conformance.Specification.Model;

namespace Conformance.Specification.Rules;

/// <summary>Every environment says where it answers.</summary>
internal sealed class EnvironmentsAreReachable()
    : LintRule(
        "ENV-101",
        Severity.Error,
        "An environment has no base URL",
        "Nothing can be tested against an environment of which nobody knows the address.",
        "add base_url"
    )
{
    public override IEnumerable<Diagnostic> Check(IntegrationSpecification specification) =>
        specification
            .Environments.Where(e => e.BaseUrl is null)
            .Select(e => Finding(e.Name.Location, $"environment '{e.Name}' lacks base_url"));
}
